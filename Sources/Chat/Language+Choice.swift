import Analysis

extension Language {
  /// The text in this language.
  func choose(_ bokmål: String, _ nynorsk: String, _ english: String) -> String {
    switch self {
    case .bokmål: bokmål
    case .nynorsk: nynorsk
    case .english: english
    }
  }
}
