import Documents
import Testing
import TestSupport

@Suite struct ChunkerTests {
  /// Sentences of the same length in words.
  private func prose(sentences: Int, words: Int = 10) -> String {
    (1...sentences).map { number in
      let middle = (2..<words).map { "ord\($0)" }.joined(separator: " ")
      return "Setning \(middle) s\(number)."
    }.joined(separator: " ")
  }

  private func wordCounts(_ text: String) throws -> [Int] {
    let document = try read("# A\n\n\(text)\n")
    return document.passages.map { document.text.wordCount(in: $0.range) }
  }

  @Test("a short section is one passage")
  func whole() throws {
    #expect(try wordCounts(prose(sentences: 17)) == [170])
  }

  @Test("a longer one is cut into passages near the target, with overlap and no short tail")
  func cut() throws {
    #expect(try wordCounts(prose(sentences: 18)) == [140, 70])
    #expect(try wordCounts(prose(sentences: 25)) == [140, 140])
    #expect(try wordCounts(prose(sentences: 40)) == [140, 140, 140, 70])
  }

  @Test("a remainder of under 25 words joins the passage before it")
  func tail() throws {
    #expect(try wordCounts(prose(sentences: 26)) == [140, 150])
    #expect(try wordCounts(prose(sentences: 27)) == [140, 160])
    #expect(try wordCounts(prose(sentences: 28)) == [140, 140, 60])
  }

  @Test("neighbours overlap by whole sentences, at most 35 words")
  func overlap() throws {
    let document = try read("# A\n\n\(prose(sentences: 60))\n")
    for (first, second) in zip(document.passages, document.passages.dropFirst()) {
      let shared = first.sentences.filter(second.sentences.contains)
      #expect(shared.count == 3)
      #expect(second.range.lowerBound < first.range.upperBound)
      #expect(second.range.upperBound > first.range.upperBound)
    }
  }

  @Test("no passage crosses a section")
  func sections() throws {
    let document = try read("# A\n\nEn.\n\n## B\n\nTo.\n\n## C\n\nTre.\n")
    #expect(document.passages.map(\.section) == [0, 1, 2])
    for passage in document.passages {
      let section = document.sections[passage.section].range
      #expect(section.lowerBound <= passage.range.lowerBound)
      #expect(passage.range.upperBound <= section.upperBound)
    }
  }

  @Test("one endless sentence is cut at commas, else at words, and nothing is lost")
  func endlessSentence() throws {
    for separator in [", ", " ", "; ", "\n"] {
      let words = (1...1000).map { "ord\($0)" }
      let document = try read("# A\n\n\(words.joined(separator: separator))\n")
      #expect(document.passages.count > 5)
      let counts = document.passages.map { document.text.wordCount(in: $0.range) }
      #expect(counts.allSatisfy { $0 <= 195 })
      let covered = document.passages.flatMap { passage in
        document.text.string(in: passage.range).split { " ,;\n".contains($0) }.map(String.init)
      }
      #expect(Set(covered).isSuperset(of: words))
    }
  }

  @Test("a heading with nothing under it is a passage of its own")
  func loneHeading() throws {
    let document = try read("# A\n\nTekst.\n\n## Alene\n")
    #expect(document.passages.map { document.text.string(in: $0.range) } == ["Tekst.", "## Alene"])
  }

  @Test("sentences lie in their passage, in order")
  func sentences() throws {
    for document in try Fixtures.documents() {
      for passage in document.passages {
        #expect(passage.sentences.first?.lowerBound == passage.range.lowerBound)
        #expect(passage.sentences.last?.upperBound == passage.range.upperBound)
        for (first, second) in zip(passage.sentences, passage.sentences.dropFirst()) {
          #expect(first.upperBound <= second.lowerBound)
        }
      }
    }
  }

  @Test("passage ids are unique in every document")
  func uniqueIDs() throws {
    for document in try Fixtures.documents() {
      #expect(Set(document.passages.map(\.id)).count == document.passages.count)
    }
  }
}
