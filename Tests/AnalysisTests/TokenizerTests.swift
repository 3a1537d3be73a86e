import Analysis
import Testing
import TestSupport

@Suite struct TokenizerTests {
  private func forms(_ text: String) -> [String] { Tokenizer().tokens(in: text).map(\.form) }

  @Test(
    "words are runs of letters and digits in lower case",
    arguments: [
      ("", []),
      ("  \t\r\n", []),
      ("Oppsigelse skal være skriftlig.", ["oppsigelse", "skal", "være", "skriftlig"]),
      ("a", ["a"]),
      ("LO-familien", ["lo", "familien"]),
      ("og/eller (jf. avtalen)!", ["og", "eller", "jf", "avtalen"]),
      ("D-nummer, f.eks. 2FA", ["d", "nummer", "f", "eks", "2fa"]),
      ("ÆRLIG ØVELSE ÅPEN", ["ærlig", "øvelse", "åpen"]),
      ("«sitat»—tankestrek…", ["sitat", "tankestrek"]),
      ("日本 работа", ["日本", "работа"]),
      ("fem👍seks", ["fem", "seks"]),
    ])
  func words(text: String, expected: [String]) {
    #expect(forms(text) == expected)
  }

  @Test(
    "accents are folded, æøå kept, compatibility forms made plain",
    arguments: [
      ("idé", "ide"), ("École", "ecole"), ("Čaputová", "caputova"), ("naïve", "naive"),
      ("señor", "senor"), ("Händel", "hændel"), ("Malmö", "malmø"), ("Ærø", "ærø"),
      ("Straße", "strasse"), ("oﬃsiell", "offisiell"), ("ﬂytte", "flytte"),
      ("ＬＯ１２", "lo12"), ("Ångstrøm", "ångstrøm"), ("\u{212B}", "å"), ("\u{1FD}", "æ"),
      ("ðing", "ding"), ("þing", "thing"), ("٣", "3"),
    ])
  func folding(text: String, expected: String) {
    #expect(forms(text) == [expected])
  }

  @Test("a spirit is not a conjunction: ånd is kept apart from and")
  func ringIsNoAccent() {
    #expect(forms("ånd") != forms("and"))
    #expect(forms("får") != forms("far"))
    #expect(forms("rør") != forms("ror"))
  }

  @Test(
    "composed and decomposed text give the same words",
    arguments: [
      ("æøåÆØÅ", "æøåÆØÅ".nfd), ("påklage", "påklage".nfd), ("Ärende", "Ärende".nfd),
      ("Ökning", "Ökning".nfd), ("allé", "allé".nfd), ("årsmøte", "årsmøte".nfd),
    ])
  func decomposition(composed: String, decomposed: String) {
    #expect(Array(composed.utf8) != Array(decomposed.utf8) || composed.nfd == composed)
    #expect(forms(composed) == forms(decomposed))
  }

  @Test(
    "invisible marks leave no trace in a word",
    arguments: [
      "opp\u{AD}sigelse", "opp\u{200B}sigelse", "opp\u{2060}sigelse", "opp\u{FEFF}sigelse",
    ])
  func invisibleMarks(text: String) {
    #expect(forms(text) == ["oppsigelse"])
    #expect(Tokenizer().tokens(in: text)[0].range == 0..<text.utf8.count)
  }

  @Test(
    "a unit follows its last part",
    arguments: [
      ("§ 15-3", ["15", "3", "§15-3"]),
      ("§15-3", ["15", "3", "§15-3"]),
      ("§\u{A0}15-3", ["15", "3", "§15-3"]),
      ("§ 5", ["5", "§5"]),
      ("§ 14-4 a", ["14", "4", "§14-4a", "a"]),
      ("§ 14-4 andre", ["14", "4", "§14-4", "andre"]),
      ("8,5", ["8", "5", "8,5"]),
      ("31.12", ["31", "12", "31.12"]),
      ("1.12.2024", ["1", "12", "2024", "1.12.2024"]),
      ("10,2 prosent", ["10", "2", "10,2", "prosent"]),
      ("paragraf 15-3", ["paragraf", "15", "3", "15-3"]),
      ("2025–2029", ["2025", "2029"]),
      ("5.", ["5"]),
      ("kl. 18, 19", ["kl", "18", "19"]),
      ("§ og 5", ["og", "5"]),
      ("§ 5, 6", ["5", "§5", "6"]),
      ("§ 2.1.3", ["2", "1", "3", "§2.1.3"]),
      ("§ 5a", ["5a", "§5a"]),
      ("1-2-", ["1", "2", "1-2"]),
    ])
  func units(text: String, expected: [String]) {
    #expect(forms(text) == expected)
  }

  @Test("kinds tell words, numbers and units apart")
  func kinds() {
    let tokens = Tokenizer().tokens(in: "Etter § 5 får 2FA")
    #expect(tokens.map(\.kind) == [.word, .number, .unit, .word, .word])
    #expect(tokens.map(\.isCapitalized) == [true, false, false, false, false])
  }

  @Test(
    "a hyphen at a line's end joins the halves of a word",
    arguments: [
      ("tillits-\nvalgte", ["tillitsvalgte"]),
      ("tillits-  \r\n  valgte", ["tillitsvalgte"]),
      ("nærings-\npolitiske", ["næringspolitiske"]),
      ("ut-\nøve", ["utøve"]),
      ("LO-\nfamilien", ["lo", "familien"]),
      ("nærings-\nog sosialpolitikk", ["nærings", "og", "sosialpolitikk"]),
      ("lønns- og arbeidsvilkår", ["lønns", "og", "arbeidsvilkår"]),
      ("tillits-\nValgte", ["tillits", "valgte"]),
      ("tillits-", ["tillits"]),
      ("tillits-\n", ["tillits"]),
    ])
  func lineEndHyphens(text: String, expected: [String]) {
    #expect(forms(text) == expected)
  }

  @Test("a joined word's range covers both halves")
  func joinedRange() {
    let text = "de tillits-\nvalgte ble"
    let token = Tokenizer().tokens(in: text)[1]
    #expect(token.form == "tillitsvalgte")
    #expect(String(text.utf8[token.range]) == "tillits-\nvalgte")
  }

  @Test("ranges point at the words as they are written")
  func ranges() {
    let text = "Før § 15-3 (ÅPNE møter)"
    let written = Tokenizer().tokens(in: text).map { String(text.utf8[$0.range]) }
    #expect(written == ["Før", "15", "3", "§ 15-3", "ÅPNE", "møter"])
  }

  @Test("10,000 random byte strings give valid ranges in ascending order")
  func randomBytes() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let bytes = random.bytes(upTo: 60)
      expectValid(Tokenizer().tokens(in: bytes, range: 0..<bytes.count), in: bytes.count)
    }
  }

  @Test("random mixtures of the characters that matter give valid ranges")
  func randomText() {
    var random = SeededGenerator(seed: 2)
    let alphabet = Array("aåÅæ8 5§-.,\n\u{AD}\u{30A}\u{308}(ﬁ–”")
    for _ in 0..<5_000 {
      let text = String((0..<24).map { _ in alphabet.randomElement(using: &random) ?? " " })
      expectValid(Tokenizer().tokens(in: text), in: text.utf8.count)
    }
  }

  private func expectValid(_ tokens: [Token], in length: Int) {
    var end = 0
    var start = 0
    for token in tokens {
      let isInside = 0 <= token.range.lowerBound && token.range.upperBound <= length
      guard isInside, !token.range.isEmpty, !token.form.isEmpty else {
        Issue.record("invalid token \(token)")
        return
      }
      if token.kind == .unit {
        #expect(token.range.upperBound == end)
      } else {
        #expect(token.range.lowerBound >= max(start, end))
      }
      start = token.range.lowerBound
      end = token.range.upperBound
    }
  }

  @Test(
    "the work grows with the text: never more than one token a byte",
    arguments: ["1.", "1-", "§1", "§", "a-\n", "a\u{30A}", "1,1.", "x ", "-", "§ 1-1 a "])
  func tokenCounts(unit: String) {
    let single = Tokenizer().tokens(in: String(repeating: unit, count: 500)).count
    let double = Tokenizer().tokens(in: String(repeating: unit, count: 1000)).count
    #expect(single <= unit.utf8.count * 500)
    #expect(double <= 2 * single + 2)
  }

  @Test("a part of a text is tokenised by itself")
  func partOfText() {
    let bytes = Array("en to tre fire".utf8)
    let tokens = Tokenizer().tokens(in: bytes, range: 3..<9)
    #expect(tokens.map(\.form) == ["to", "tre"])
    #expect(tokens.map(\.range) == [3..<5, 6..<9])
  }

  @Test("letters cut in two by a range's end are no letters")
  func cutLetter() {
    let bytes = Array("på".utf8)
    #expect(Tokenizer().tokens(in: bytes, range: 0..<2).map(\.form) == ["p"])
  }
}
