import Rendering

extension String {
  /// The text as one word of a command line that is shown to be copied: `'my texts'`.
  package var quotedForShell: String {
    let word = oneLine
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "/._-~+,:@%".unicodeScalars.contains($0)
    }
    guard !isPlain || word.isEmpty else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
