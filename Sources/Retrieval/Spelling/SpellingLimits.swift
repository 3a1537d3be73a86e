/// What a correction must satisfy.
///
/// Chosen on `Evaluation/misspellings.tsv` and the words of questions over Norwegian acts: without
/// what they ask of short words and of two edits, three times as many correct words are touched.
package struct SpellingLimits: Sendable, Equatable {
  /// In letters: shorter words are left alone.
  package var shortest = 4
  /// In letters: longer words are left alone.
  package var longest = 50
  /// Up to how many letters a word is short: most words of that length are near others, so no letter
  /// is replaced by another.
  package var shortWord = 5
  /// From how many letters on a word is long: few words of that length are near others, so two edits
  /// are allowed if the first letter is the same.
  package var longWord = 8
  /// In how many passages a word must stand to be corrected to.
  package var leastPassages = 2
  /// The same, for short words.
  package var leastPassagesForShort = 5
  /// The same, for long words one edit away that begin with the same letter.
  package var leastPassagesForLong = 1

  package init() {}

  func leastPassages(isShort: Bool, isLong: Bool) -> Int {
    isShort ? leastPassagesForShort : isLong ? leastPassagesForLong : leastPassages
  }
}
