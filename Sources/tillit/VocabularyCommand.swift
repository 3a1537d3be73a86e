import ArgumentParser

struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Check, look up and extend the words that lead from questions to texts.",
    discussion: """
      The vocabulary is a folder of YAML files: $TILLIT_VOCABULARY or --vocabulary FOLDER, else the \
      one that comes with Tillit. Its README says how to add words.

      EXAMPLES:
        tillit vocabulary lookup få sparken
        tillit vocabulary check --knowledge ~/policies
        tillit vocabulary suggest Evaluation/questions.jsonl > proposals.yaml
      """,
    subcommands: [
      VocabularyCheckCommand.self, VocabularyLookupCommand.self, VocabularySuggestCommand.self,
    ])
}
