import Analysis
@testable import Retrieval
import Testing
import TestSupport

@Suite struct SpellerTests {
  private let speller: Speller

  init() throws {
    let text = """
      Arbeidsgiver kan bruke permittering når det er saklig grunn. Ved permittering har
      arbeidstaker rett til permitteringslønn i henhold til avtalen. Oppsigelsestid gjelder fra den
      første dagen, og oppsigelsestiden er lang. Et godt arbeidsmiljø er en rett. Feriepenger
      betales når jeg har ferie. Lokal avtale kan ha andre regler. Innleie er tillatt.
      """
    let other = text.replacing("Et godt", with: "Et trygt") + " En lokal avtale er lokalavtale."
    let english = "The employer shall discuss the dismissal with the employee."
    speller = Speller(
      index: try MemoryPassageIndex(
        texts: ["a.txt": text, "b.txt": other, "c.txt": english, "d.txt": english]))
  }

  private func correct(_ question: String) throws -> AnalyzedQuery {
    try speller.correct(QueryAnalyzer().analyze(Question(question)))
  }

  @Test(
    "a word that nothing holds becomes a known one",
    arguments: [
      // A letter too few, too many, another, and two swapped.
      ("permitering", "permittering"), ("avtaale", "avtale"), ("aftale", "avtale"),
      ("avatle", "avtale"), ("fereipenger", "feriepenger"),
      // Two edits in a long word.
      ("arbiedsmilø", "arbeidsmiljø"), ("permiterring", "permittering"),
      // Two words written as one.
      ("nårjeg", "når jeg"), ("ihenhold", "i henhold"),
      // A capital is no name at the beginning, nor where all words have one.
      ("Permitering", "permittering"), ("PERMITERING", "permittering"),
      // A near word with the same first letter comes before two words.
      ("inleie", "innleie"),
    ])
  func corrected(wrong: String, right: String) throws {
    let query = try correct(wrong)
    #expect(query.corrections == [.init(from: wrong.lowercased(), to: right)])
    #expect(query.terms.map(\.form) == right.split(separator: " ").map(String.init))
  }

  @Test(
    "a compound written as two words is joined",
    arguments: [
      ("oppsigelses tid", "oppsigelsestid"), ("oppsigelse tid", "oppsigelsestid"),
      ("arbeids miljø", "arbeidsmiljø"), ("arbeids-miljø", "arbeidsmiljø"),
      ("ferie penger", "feriepenger"), ("ferie pengene", "feriepengene"),
    ])
  func joined(wrong: String, right: String) throws {
    let query = try correct(wrong)
    #expect(query.corrections.map(\.to) == [right])
    #expect(query.terms.map(\.form) == [right])
  }

  @Test(
    "left as they are",
    arguments: [
      // Known by its form, by its stem, as a function word.
      "permittering", "permitteringene", "hvordan hvilken although",
      // Too short, a number, nothing near, two edits in a short word or with another first letter.
      "avt", "1234 § 15-3", "kvantefysikk", "reknig", "orbeidsmilø",
      // A letter replaced in a short word, an ending, a compound of known words, a name.
      "garn", "loven tillate", "feriegrunn", "bor i Avtaale", "på Permitering",
      // In quotation marks.
      "\"permitering\"", "«permitering varsel»", "\"ferie penger\"",
      // The texts write them apart as often; no neighbours; function words.
      "lokal avtale", "ferie, penger", "ferie og penger", "det er i",
    ])
  func untouched(question: String) throws {
    let query = try correct(question)
    #expect(query.corrections.isEmpty)
    #expect(
      query.terms.map(\.form) == QueryAnalyzer().analyze(Question(question)).terms.map(\.form))
  }

  @Test("a word is corrected to one of its question's language")
  func language() throws {
    #expect(try correct("what is a dismisal").corrections.map(\.to) == ["dismissal"])
    #expect(try correct("hva er en dismisal").corrections.isEmpty)
    #expect(try correct("what is a permitering").corrections.isEmpty)
  }

  @Test("corrections stand where the words stood")
  func place() throws {
    let query = try correct("Er permitering uten ferie penger i § 15-3 lov nårjeg vil?")
    #expect(
      query.tokens.filter { $0.kind == .word }.map(\.form) == [
        "er", "permittering", "uten", "feriepenger", "i", "lov", "når", "jeg", "vil",
      ])
    #expect(query.terms.contains { $0.isUnit })
    #expect(query.corrections.map(\.from) == ["permitering", "ferie penger", "nårjeg"])
  }

  @Test("a correction is reported once, and an endless question is bounded")
  func repeated() throws {
    let query = try correct(String(repeating: "permitering ", count: 80))
    #expect(query.corrections == [.init(from: "permitering", to: "permittering")])
    #expect(query.terms.map(\.form) == ["permittering", "permitering"])
    #expect(try correct(String(repeating: "permitering", count: 80)).corrections.isEmpty)
  }

  @Test("fewest edits first, then the first letter, frequency and byte order")
  func preference() throws {
    let index = try MemoryPassageIndex(texts: [
      "a.txt": "Tømmer rammer kammer hammer.", "b.txt": "Tømmer rammer kammer hammer dammer.",
      "c.txt": "Rammer sommer nummer.", "d.txt": "Nummer dammer.",
    ])
    let speller = Speller(index: index)
    func correction(of word: String) throws -> String? {
      try speller.correct(QueryAnalyzer().analyze(Question(word))).corrections.first?.to
    }
    #expect(try correction(of: "pammer") == "rammer")
    #expect(try correction(of: "hamner") == "hammer")
    #expect(try correction(of: "hxmmer") == "hammer")
    #expect(try correction(of: "xammer") == "rammer")
    #expect(try correction(of: "sommar") == nil, "in one passage alone")
  }
}

@Suite struct EditDistanceTests {
  @Test(
    "letters inserted, deleted, replaced or swapped",
    arguments: [
      ("", "", 0), ("a", "", 1), ("ferie", "ferie", 0), ("opsigelse", "oppsigelse", 1),
      ("åppsigelse", "oppsigelse", 1), ("avatle", "avtale", 1), ("arbiedsmilø", "arbeidsmiljø", 2),
      ("ab", "ba", 1), ("abc", "ca", 3), ("tid", "dit", 2), ("æøå", "øæå", 1),
    ])
  func distance(left: String, right: String, distance: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    for limit in 0...4 {
      let expected = distance <= limit ? distance : nil
      #expect(EditDistance.between(left, right, limit: limit) == expected)
      #expect(EditDistance.between(right, left, limit: limit) == expected)
    }
  }

  /// All words of up to three letters.
  private static let words: [[Unicode.Scalar]] = {
    let letters: [Unicode.Scalar] = ["a", "b", "æ", "ø", "1", "ß", "я"]
    var words: [[Unicode.Scalar]] = [[]]
    for length in 0..<3 {
      words += words.filter { $0.count == length }.flatMap { word in letters.map { word + [$0] } }
    }
    return words
  }()

  @Test("the distance is the least sum over all alignments")
  func reference() {
    for left in Self.words.prefix(80) {
      for right in Self.words {
        let expected = Self.leastSum(left, right)
        #expect(EditDistance.between(left, right, limit: 3) == expected)
      }
    }
  }

  /// The textbook's table, row by row.
  private static func leastSum(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = [Array(0...right.count)]
    for (row, letter) in left.enumerated() {
      table.append([row + 1])
      for (column, other) in right.enumerated() {
        var cost = min(
          table[row][column] + (letter == other ? 0 : 1), table[row][column + 1] + 1,
          table[row + 1][column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, table[row - 1][column - 1] + 1)
        }
        table[row + 1].append(cost)
      }
    }
    return table[left.count][right.count]
  }

  @Test("letter profiles never hide a word within the distance")
  func profiles() {
    func profile(_ word: [Unicode.Scalar]) -> LetterProfile {
      LetterProfile(String(String.UnicodeScalarView(word)).utf8)
    }
    for left in Self.words.prefix(80) {
      for right in Self.words {
        guard let distance = EditDistance.between(left, right, limit: 2) else { continue }
        #expect(profile(left).mayBe(within: distance, of: profile(right)))
      }
    }
    #expect(!profile(["a", "b"]).mayBe(within: 1, of: profile(["ø", "1"])))
  }
}
