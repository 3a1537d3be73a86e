import ArgumentParser
import Retrieval

extension PolicyDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// The day for which questions are answered.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Answer as of this day, such as 2024-07-01: texts not in force then rank lower and are "
        + "marked. (default: today)",
      valueName: "date"))
  var asOf: PolicyDate?

  /// All texts, as of the day named.
  var scope: Question.Scope { Question.Scope(asOf: asOf?.description) }
}

extension Assistant.Configuration {
  /// Answers as of today where a question names no other day.
  static var dated: Assistant.Configuration {
    var configuration = Assistant.Configuration()
    configuration.today = { Environment.today }
    return configuration
  }
}
