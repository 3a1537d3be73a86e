import Analysis
import Documents
import Retrieval
import SQLiteIndex
import Testing
import TestSupport

/// What every `PassageIndex` promises.
@Suite struct PassageIndexContractTests {
  private let folder: TemporaryFolder
  private let content: IndexContent

  init() throws {
    folder = try TemporaryFolder()
    content = try Fixtures.content()
  }

  private var analyzed: [AnalyzedDocument.AnalyzedPassage] { content.documents.flatMap(\.passages) }

  @Test("documents stand in byte order of their ids", arguments: IndexKind.allCases)
  func documents(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    #expect(index.documents.count == 13)
    #expect(index.documents.map(\.position) == Array(0..<13))
    #expect(index.documents.map(\.id) == index.documents.map(\.id).sorted())
    let expected = content.documents.enumerated().map { IndexedDocument($1, position: $0) }
    #expect(index.documents == expected)
  }

  @Test(
    "a section's passages are found under its heading, whatever its number",
    arguments: IndexKind.allCases)
  func headings(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    for position in index.passages.lengths.indices {
      let passage = try index.passage(at: PassageOrdinal(position))
      guard let heading = passage.sectionPath.last else { continue }
      #expect(try index.passages(under: heading).contains(passage.ordinal))
      let words = heading.split(separator: " ", maxSplits: 1)
      if words.count == 2, heading.first?.isNumber ?? false {
        #expect(try index.passages(under: String(words[1])).contains(passage.ordinal))
      }
    }
    #expect(try index.passages(under: "Romfart").isEmpty)
    #expect(try index.passages(under: "% _ * [a]").isEmpty)
  }

  @Test("the terms that documents introduce are kept", arguments: IndexKind.allCases)
  func definedTerms(kind: IndexKind) throws {
    let text = """
      # Vaktloven

      ## § 1 Ord

      Med vaktlag menes de som går vakt sammen. Skipet står i Norsk ordinært skipsregister (NOR).
      """
    let document = try DocumentReader().read(Array(text.utf8), id: DocumentID("vakt.md")).document
    let index = try kind.index(
      of: IndexContent(
        documents: [AnalyzedDocument(document, by: Analyzer())], sourceHash: ""), in: folder)
    let terms = index.definedTerms
    #expect(terms.map(\.term) == ["vaktlag", "NOR"])
    #expect(terms.map(\.longForm) == [nil, "Norsk ordinært skipsregister"])
    #expect(terms.map(\.keys) == [["vaktlag"], ["nor"]])
    #expect(terms.map(\.longKeys) == [[], ["norsk", "ordinært", "skipsregist"]])
    for term in terms {
      #expect(document.text.utf8[term.start...].starts(with: term.term.utf8))
      #expect(try index.passage(at: term.passage).passage.range.contains(term.start))
    }
  }

  @Test("the order in which documents come makes no difference", arguments: IndexKind.allCases)
  func anyOrder(kind: IndexKind) throws {
    var shuffled = content
    shuffled.documents.reverse()
    let turned = IndexContent(documents: shuffled.documents, sourceHash: content.sourceHash)
    let index = try kind.index(of: turned, in: folder)
    #expect(index.documents.map(\.id) == content.documents.map(\.document.id))
  }

  @Test(
    "the table knows every passage's length, document and language", arguments: IndexKind.allCases)
  func table(kind: IndexKind) throws {
    let table = try kind.index(of: content, in: folder).passages
    #expect(table.count == analyzed.count)
    #expect(table.lengths.map(Int.init) == analyzed.map(\.terms.count))
    #expect(table.languages == analyzed.map(\.language))
    #expect(table.totalLength == analyzed.reduce(0) { $0 + $1.terms.count })
    let documents = content.documents.enumerated().flatMap { position, document in
      document.passages.map { _ in Int32(position) }
    }
    #expect(table.documents == documents)
  }

  @Test(
    "every term's postings are its passages, in order, with its frequency",
    arguments: IndexKind.allCases)
  func postings(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    var expected: [String: PostingList] = [:]
    for (position, passage) in analyzed.enumerated() {
      for (term, count) in Dictionary(passage.terms.map { ($0, 1) }, uniquingKeysWith: +) {
        expected[term, default: PostingList()].append(PassageOrdinal(position), frequency: count)
      }
    }
    #expect(expected.count > 500)
    for (term, list) in expected {
      #expect(try index.postings(of: term) == list, "\(term)")
      #expect(try index.postings(of: term) == list, "\(term), asked again")
    }
  }

  @Test("unknown and hostile terms have no postings", arguments: IndexKind.allCases)
  func unknownTerms(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    for term in ["", " ", "xyzzy", "\"", "a\" OR \"b", "NEAR(", "*", "a\u{0}b", "' OR 1=1 --"] {
      #expect(try index.postings(of: term).documentFrequency == 0, "\(term)")
    }
  }

  @Test("a passage comes back as it went in", arguments: IndexKind.allCases)
  func passages(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    var ordinal = 0
    for (position, document) in content.documents.enumerated() {
      for passage in document.passages {
        let expected = IndexedPassage(
          passage, of: document.document, ordinal: PassageOrdinal(ordinal), position: position)
        #expect(try index.passage(at: PassageOrdinal(ordinal)) == expected)
        ordinal += 1
      }
    }
  }

  @Test("a passage is found by its id", arguments: IndexKind.allCases)
  func ordinals(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    for position in 0..<index.passages.count {
      let id = try index.passage(at: PassageOrdinal(position)).id
      #expect(try index.ordinal(of: id) == PassageOrdinal(position))
    }
    for id in ["", "program.txt", "program.txt#top/99", "' OR 1=1 --"] {
      #expect(try index.ordinal(of: PassageID(rawValue: id)) == nil)
    }
  }

  @Test("a document's text comes back, and every passage is in it", arguments: IndexKind.allCases)
  func texts(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    for document in index.documents {
      let text = try index.text(ofDocumentAt: document.position)
      #expect(text == content.documents[document.position].document.text)
    }
    for position in 0..<index.passages.count {
      let passage = try index.passage(at: PassageOrdinal(position))
      let text = try index.text(ofDocumentAt: passage.document)
      #expect(text.string(in: passage.passage.range) == passage.text)
      #expect(ContentHash.of(text.utf8[passage.passage.range]) == passage.textHash)
    }
  }

  @Test(
    "the lexicon and every passage's words are those of the memory index",
    arguments: IndexKind.allCases)
  func words(kind: IndexKind) throws {
    let index = try kind.index(of: content, in: folder)
    let reference = MemoryPassageIndex(content.documents)
    #expect(index.lexicon == reference.lexicon)
    for position in 0..<index.passages.count {
      let ordinal = PassageOrdinal(position)
      #expect(try index.words(of: ordinal) == reference.words(of: ordinal))
    }
  }

  @Test("an index of nothing answers with nothing", arguments: IndexKind.allCases)
  func nothing(kind: IndexKind) throws {
    let index = try kind.index(of: IndexContent(documents: [], sourceHash: ""), in: folder)
    #expect(index.passages.count == 0)
    #expect(index.passages.averageLength == 0)
    let answer = try Assistant(index: index).answer(to: Question("hva er oppsigelse?"))
    #expect(answer.status == .notFound)
  }

  @Test("many readers at once read the same", arguments: IndexKind.allCases)
  func readers(kind: IndexKind) async throws {
    let index = try kind.index(of: content, in: folder)
    let assistant = Assistant(index: index)
    let expected = try Fixtures.questions.map { try assistant.answer(to: Question($0)) }
    try await withThrowingTaskGroup(of: [Answer].self) { group in
      for _ in 0..<4 {
        group.addTask { try Fixtures.questions.map { try assistant.answer(to: Question($0)) } }
      }
      for try await answers in group { #expect(answers == expected) }
    }
  }

  @Test("all implementations answer alike")
  func sameAnswers() throws {
    let answers = try IndexKind.allCases.map { kind in
      let assistant = Assistant(index: try kind.index(of: content, in: folder))
      return try Fixtures.questions.map { try assistant.answer(to: Question($0)) }
    }
    for others in answers.dropFirst() { #expect(others == answers[0]) }
  }
}
