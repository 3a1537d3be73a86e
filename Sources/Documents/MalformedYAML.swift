import Yams

/// What is wrong with a YAML text, and where.
struct MalformedYAML: Error {
  var line: Int
  var summary: String

  init(line: Int, summary: String) {
    self.line = line
    self.summary = summary
  }

  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, summary: problem)
    case .duplicatedKeysInMapping(_, let context):
      self.init(line: context.mark.line, summary: "a key stands twice")
    default:
      self.init(line: 1, summary: "not YAML")
    }
  }
}
