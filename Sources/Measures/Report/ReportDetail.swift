/// How much of each question a report shows, so that it stays small however many there are.
struct ReportDetail {
  /// How many passages of an answer.
  let passages: Int
  /// Of each text.
  let characters: Int

  /// From the fullest to the scantest.
  static let levels = [
    ReportDetail(passages: 10, characters: 1_000), ReportDetail(passages: 5, characters: 500),
    ReportDetail(passages: 3, characters: 300), ReportDetail(passages: 3, characters: 150),
    ReportDetail(passages: 2, characters: 90), scantest,
  ]
  static let scantest = ReportDetail(passages: 1, characters: 50)

  /// The beginning of a text, with an ellipsis where something is left out.
  func clip(_ text: String) -> String {
    guard text.utf8.count > characters,
      text.index(text.startIndex, offsetBy: characters + 1, limitedBy: text.endIndex) != nil
    else { return text }
    return text.prefix(characters - 1) + "…"
  }
}
