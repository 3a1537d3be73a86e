import Analysis
import Rendering
import Retrieval
import Testing

@testable import Chat

@Suite("What a line means")
struct LineMeaningTests {
  @Test(
    "commands are understood in English and Norwegian",
    arguments: [
      ("/help", Command.help), ("/hjelp", .help), ("/?", .help), ("?", .help), ("hjelp", .help),
      ("/open 2", .open(.passage(2))), ("/åpne 2", .open(.passage(2))),
      ("/opne", .open(.passage(nil))), ("/ÅPNE b", .open(.link(1))), ("/more", .more),
      ("/mer", .more), ("/doc 3", .document(3)), ("/dok", .document(nil)),
      ("/sources", .sources(nil)), ("/kilder ferie", .sources("ferie")), ("/why 1", .why(1)),
      ("/hvorfor", .why(nil)), ("/lang nn", .language(.nynorsk)),
      ("/språk en", .language(.english)),
      ("/only ferieloven", .only("ferieloven")), ("/bare 2", .only("2")), ("/all", .all),
      ("/alle", .all), ("/as-of 2024-07-01", .asOf(PolicyDate("2024-07-01"))),
      ("/per 1.7.2024", .asOf(PolicyDate("2024-07-01"))), ("/per", .asOf(nil)), ("/ny", .new),
      ("/drop ferie", .drop("ferie")), ("/dropp ferie", .drop("ferie")), ("/kopier 1", .copy(1)),
      ("/save a.md", .save("a.md")), ("/lagre \"min sak.md\"", .save("min sak.md")),
      ("/feedback +", .feedback(.verdict(.answers, passage: nil))),
      ("/vurder - 2", .feedback(.verdict(.misses, passage: 2))),
      ("/feedback yes", .feedback(.consent)), ("/vurder nei", .feedback(.withdrawal)),
      ("/history on", .history(true)), ("/historikk av", .history(false)), ("/quit", .quit),
      ("  /avslutt  ", .quit), ("exit", .quit),
    ])
  func commands(line: String, command: Command) {
    #expect(LineMeaning(line) == .command(command))
  }

  @Test("every name of every command is its own", arguments: CommandName.allCases)
  func names(command: CommandName) {
    let others = CommandName.allCases.filter { $0 != command }.flatMap(\.names)
    #expect(Set(command.names).isDisjoint(with: others))
    for language in Language.allCases {
      #expect(command.names.contains(command.name(in: language)))
    }
  }

  @Test(
    "an unknown command suggests the nearest",
    arguments: [
      ("/hlep", CommandName.help), ("/opn", .open), ("/kilde", .sources), ("/lage", .save),
      ("/sprk", .language), ("/aspne", .open), ("/avslut", .quit),
    ])
  func unknown(line: String, nearest: CommandName) throws {
    guard case .unknown(_, let suggestions) = LineMeaning(line) else {
      Issue.record("\(line) is known")
      return
    }
    #expect(suggestions.first == nearest)
    #expect(suggestions.count <= 3)
  }

  @Test(
    "nothing is suggested for what is far from all", arguments: ["/xyzzy", "/etc/passwd", "/9"])
  func far(line: String) {
    guard case .unknown(_, let suggestions) = LineMeaning(line) else {
      Issue.record("\(line) is known")
      return
    }
    #expect(suggestions.isEmpty)
  }

  @Test(
    "a command with the wrong thing after it is told apart",
    arguments: [
      ("/open zz", CommandName.open), ("/open 0", .open), ("/open -1", .open),
      ("/lang fr", .language),
      ("/only", .only), ("/as-of 2024-02-30", .asOf), ("/save", .save), ("/feedback", .feedback),
      ("/feedback maybe", .feedback), ("/why æ", .why), ("/history", .history),
      ("/open 99999999999999999999", .open),
    ])
  func misused(line: String, command: CommandName) {
    #expect(LineMeaning(line) == .misused(command))
  }

  @Test(
    "everything else is a question",
    arguments: ["hva er /open?", "help me with overtime", "§ 15-3", "12", "- og + er tegn"])
  func question(line: String) {
    #expect(LineMeaning(line) == .question(line))
  }

  @Test("blank lines mean nothing", arguments: ["", "   ", "\t", "\u{A0}"])
  func nothing(line: String) {
    #expect(LineMeaning(line) == .nothing)
  }

  @Test(
    "dates are read as people write them",
    arguments: [
      ("2024-07-01", "2024-07-01"), ("1.7.2024", "2024-07-01"), ("01.07.2024", "2024-07-01"),
      ("2024", "2024-12-31"), ("2024-02-29", "2024-02-29"), ("2023-02-29", nil), ("32.1.2024", nil),
      ("2024-13-01", nil), ("7/1/2024", nil), ("", nil), ("i fjor", nil), ("--", nil),
      ("٢٠٢٤-٠٧-٠١", nil), ("2000-02-29", "2000-02-29"), ("1900-02-29", nil),
    ] as [(String, String?)])
  func dates(text: String, date: String?) {
    #expect(PolicyDate(typed: text)?.description == date)
  }
}
