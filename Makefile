# `make chat` and `make test` need nothing done before: they install what is missing and build.

SWIFT ?= swift
PREFIX ?= /usr/local
QUESTIONS ?= Evaluation/questions.jsonl
BASELINE ?= Evaluation/baseline.json
BENCH_INDEX ?= .build/bench/index.sqlite
SOURCES = Package.swift Sources Tests
# With Swift's libraries inside, the program starts in half the time and runs where no Swift is.
RELEASE = -c release --static-swift-stdlib

.PHONY: chat test build lint format evaluate bench install clean packages

chat: build
	@.build/release/tillit chat --knowledge Knowledge

test: packages
	$(SWIFT) test

build: packages
	@$(SWIFT) build $(RELEASE) --product tillit >&2

lint: packages
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: packages
	$(SWIFT) format --in-place --recursive $(SOURCES)

evaluate: build
	@.build/release/tillit evaluate $(QUESTIONS) --knowledge Knowledge --baseline $(BASELINE)

# Bring your own texts with KNOWLEDGE=folder, and questions with QUESTIONS=file.
bench: KNOWLEDGE ?= Knowledge
bench: build
	@$(SWIFT) build $(RELEASE) --product tillit-bench >&2
	@.build/release/tillit index --knowledge $(KNOWLEDGE) --index $(BENCH_INDEX)
	@.build/release/tillit-bench $(BENCH_INDEX) $(QUESTIONS)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/tillit
	install -m 755 .build/release/tillit $(DESTDIR)$(PREFIX)/bin/tillit
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	.build/release/tillit manual > $(DESTDIR)$(PREFIX)/share/man/man1/tillit.1
	.build/release/tillit completions bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tillit
	.build/release/tillit completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tillit
	.build/release/tillit completions fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tillit.fish
	cp -R Knowledge/vocabulary Knowledge/guides Knowledge/asked $(DESTDIR)$(PREFIX)/share/tillit/

clean:
	$(SWIFT) package clean

packages:
	@SWIFT=$(SWIFT) Scripts/install-packages
