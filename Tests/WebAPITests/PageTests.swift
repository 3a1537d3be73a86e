import Analysis
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rendering
import Testing

@testable import Retrieval
@testable import WebAPI

@Suite("The page")
struct PageTests {
  @Test("shows the answer with its quotation marked, its citation and a link into the text")
  func answer() async throws {
    try await Server.test { client in
      let page = try await client.submit("question=fem+uker+ferie&lang=nb").text
      #expect(page.contains("<html lang=\"nb\">"))
      #expect(page.contains(">Ordensloven § 1-2</a>"))
      #expect(page.contains("<mark class=\"quote\">ferie</mark>"))
      #expect(page.contains("href=\"/documents/lover/ordensloven.md?lang=nb#%C2%A71-2/1\""))
      #expect(page.contains("name=\"history\" value=\"fem uker ferie\""))
    }
  }

  @Test("can be gone back to from a text: the browser keeps it, and nothing else does")
  func keeping() async throws {
    try await Server.test { client in
      let page = try await client.submit("question=ferie")
      #expect(page.headers[.cacheControl] == "private, no-cache")
      let markdown = try await client.ask(#"{"question": "ferie"}"#, accept: "text/markdown")
      #expect(markdown.headers[.cacheControl] == "no-store")
    }
  }

  @Test(
    "shows each status in its own way",
    arguments: [
      (Answer.Status.answered, "Utdrag funnet: 1", 1),
      (.uncertain, "Usikkert treff: les hele avsnittet før du bruker det.", 1),
      (.notFound, "Tekstene her svarer ikke på dette.", 0),
    ])
  func statuses(_ status: Answer.Status, _ summary: String, _ count: Int) throws {
    let found = try Assistant(index: try Server.index()).answer(to: Question("fem uker ferie"))
    var interpretation = found.interpretation
    interpretation.unknownWords = ["romskip"]
    let nearest = status == .notFound ? found.passages.first : nil
    let answer = Answer(
      question: found.question, status: status, interpretation: interpretation,
      passages: Array(found.passages.prefix(1)), nearMisses: [nearest].compactMap(\.self),
      suggestions: ["feriepenger"], conversation: found.conversation)
    let answered = AnsweredRequest(
      request: AskRequest(question: "fem uker ferie"), answer: answer, elapsed: .zero)
    let page = String(
      buffer: PageRenderer(offersFeedback: false).answer(answered, PageText(.bokmål)))
    #expect(page.contains("<section id=\"answer\" class=\"\(status.rawValue)\""))
    #expect(page.contains("<p class=\"summary\">\(summary)</p>"))
    #expect(page.contains("Ingenting her om: romskip."))
    #expect(page.contains("<button>feriepenger</button>"))
    let nearestText = PageText(.bokmål)["nearest"]
    #expect(page.contains(nearestText) == (nearest != nil))
    let quotes = page.ranges(of: "<blockquote").count
    #expect(quotes == count + (nearest == nil ? 0 : 1))
    let styles = String(decoding: PackageResources.style_css, as: UTF8.self)
    #expect(styles.contains(".\(status.rawValue) .summary::before"))
  }

  @Test("the quotation joined again is the passage's text, its soft line ends apart")
  func quotation() throws {
    let answer = try Assistant(index: try Server.index()).answer(to: Question("fem uker ferie"))
    for cited in answer.passages {
      let model = PassageModel(cited, PageText(.bokmål))
      #expect(model.runs.map(\.text).joined() == cited.passage.text.joiningSoftBreaks)
      #expect(
        model.runs.filter(\.isQuote).map(\.text).joined() == cited.quoteText)
    }
  }

  @Test(
    "follows the reader's language",
    arguments: [
      ("lang=en", "nb", "en"), ("", "nn, en;q=0.5", "nn"), ("", "de, en-GB", "en"),
      ("", "de", "nb"), ("lang=de", "", "nb"), ("lang=no", "en", "nb"),
    ])
  func language(_ query: String, _ accepted: String, _ expected: String) async throws {
    try await Server.test { client in
      let page = try await client.send(.get, "/?\(query)", [.acceptLanguage: accepted]).text
      #expect(page.contains("<html lang=\"\(expected)\">"))
    }
  }

  @Test("keeps the reader's language in its links", arguments: ["en", "nn"])
  func linksKeepLanguage(_ language: String) async throws {
    try await Server.test { client in
      for page in [
        try await client.submit("question=fem+uker+ferie&lang=\(language)"),
        try await client.send(.get, "/documents?lang=\(language)", [.accept: "text/html"]),
        try await client.send(
          .get, "/passages/lover/ordensloven.md%23%C2%A71-1/1?lang=\(language)",
          [.accept: "text/html"]),
      ] {
        let links = page.text.matches(of: /href="(\/[^"#]*)/).map(\.output.1)
        let pages = links.filter { !$0.hasPrefix("/assets/") }
        #expect(pages.count > 2)
        for link in pages { #expect(link.hasSuffix("?lang=\(language)")) }
      }
    }
  }

  @Test("names the documents that a question is narrowed to as citations do, others by id")
  func narrowed() async throws {
    try await Server.test { client in
      let form = "question=fem+uker+ferie&documents=lover/ordensloven.md&documents=x.md&lang=en"
      let page = try await client.submit(form).text
      #expect(page.contains("Narrowed to: Ordensloven, x.md<"))
    }
  }

  @Test("carries the conversation in its form and lets each part of it go")
  func conversation() {
    let request = AskRequest(
      question: "b", history: ["a"], dropped: ["x"], documents: ["d.md"], asOf: "2024-01-01")
    let again = AskAgain(request, lang: "en")
    #expect(
      again.following == [
        HiddenField(name: "history", value: "a"), HiddenField(name: "history", value: "b"),
        HiddenField(name: "dropped", value: "x"), HiddenField(name: "documents", value: "d.md"),
        HiddenField(name: "lang", value: "en"),
      ])
    let without = again.without("y").hidden
    #expect(without.contains(HiddenField(name: "dropped", value: "y")))
    #expect(without.contains(HiddenField(name: "question", value: "b")))
    #expect(!again.everywhere("all").hidden.contains { $0.name == "documents" })
  }

  @Test(
    "no text can become markup",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>",
      "</textarea><script>alert(1)</script>", "{{page.title}}", "{{{page.title}}}", "{{>form}}",
      "javascript:alert(1)", "&lt;script&gt;", "<!--", "]]>", "\u{2028}<b>", "${7*7}", "\u{0}<b>",
    ])
  func escaping(_ text: String) async throws {
    try await Server.test { client in
      let encoded = PercentCoding.encode(text)
      let fields = ["question", "history", "dropped", "lang"].map { "\($0)=\(encoded)" }
      let form = fields.joined(separator: "&") + "&documents=" + encoded
      for page in [
        try await client.submit(form),
        try await client.submit("question=verneombud+opplæring&history=\(encoded)"),
        try await client.send(.get, "/?lang=\(encoded)"),
        try await client.send(.get, "/documents", [.accept: "text/html"]),
        try await client.send(.get, "/documents/%3Cb%3E.md", [.accept: "text/html"]),
        try await client.send(.get, "/documents/\(encoded)", [.accept: "text/html"]),
      ] {
        Self.expectOnlyOwnMarkup(in: page.text)
      }
    }
  }

  /// No element, attribute or address but the templates' own.
  private static func expectOnlyOwnMarkup(in page: String) {
    #expect(page.contains("</html>"))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.contains("<script src=\"/assets/app.js\" defer></script>"))
    for foreign in ["<img", "<svg", "<b>", "<!--", "href=\"javascript", " style="] {
      #expect(!page.contains(foreign), "\(foreign)")
    }
    let withoutValues = page.replacing(/"[^"]*"/, with: "")
    #expect(withoutValues.firstMatch(of: /<[^>]*\son[a-z]+\s*=/) == nil)
  }

  @Test(
    "asks by POST, so that questions stay out of addresses",
    arguments: ["question=", "question=ferie"])
  func forms(_ form: String) async throws {
    let configuration = Server.configuration {
      $0.feedback = FeedbackFile(URL(fileURLWithPath: "/nonexistent"))
    }
    try await Server.test(configuration) { client in
      let page = try await client.submit(form).text
      for match in page.matches(of: /<form [^>]*>/) where !match.output.contains("languages") {
        #expect(match.output.contains("method=\"post\""))
      }
      #expect(!page.contains("href=\"/ask"))
    }
  }

  @Test(
    "says what is wrong as a page to those who asked for one, in their language",
    arguments: [
      ("/missing", "Sida finst ikkje."), ("/documents/x?lang=en", "There is no such page."),
      ("/missing?lang=%ff", "Sida finst ikkje."),
    ])
  func problems(_ path: String, _ reason: String) async throws {
    try await Server.test { client in
      let response = try await client.send(
        .get, path, [.accept: "text/html", .acceptLanguage: "nn"])
      #expect(response.status == .notFound)
      #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      #expect(response.text.contains(reason))
    }
  }

  @Test("has every text of its templates in every language", arguments: Language.allCases)
  func texts(_ language: Language) throws {
    let text = PageText(language)
    let templates = [
      PackageResources.layout_mustache, PackageResources.home_mustache,
      PackageResources.form_mustache, PackageResources.answer_mustache,
      PackageResources.quote_mustache, PackageResources.documents_mustache,
      PackageResources.document_mustache, PackageResources.passage_mustache,
      PackageResources.notice_mustache,
    ].map { String(decoding: $0, as: UTF8.self) }.joined()
    let names = Set(templates.matches(of: /page\.words\.(\w+)/).map { String($0.output.1) })
    #expect(names.count > 20)
    for name in names { #expect(!text[name].isEmpty) }
    #expect(text.corrected("<%TO>", to: "%FROM").contains("%FROM"))
  }
}
