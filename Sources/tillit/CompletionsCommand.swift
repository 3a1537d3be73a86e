import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print completions for a shell.",
    discussion: """
      EXAMPLES:
        tillit completions bash > ~/.local/share/bash-completion/completions/tillit
        tillit completions zsh > ~/.zfunc/_tillit
        tillit completions fish > ~/.config/fish/completions/tillit.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var completionShell: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    var output = StandardOutput()
    output.write(Tillit.completionScript(for: shell.completionShell) + "\n")
  }
}
