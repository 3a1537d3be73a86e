import Retrieval
import Testing

@Suite struct PolicyDateTests {
  @Test(
    "a day that exists is read and written the same",
    arguments: ["2024-07-01", "2024-02-29", "2000-02-29", "1814-05-17", "2023-12-31"])
  func days(text: String) throws {
    #expect(try #require(PolicyDate(text)).description == text)
  }

  @Test(
    "anything else is no day",
    arguments: [
      "", "2024", "2024-07", "2024-13-01", "2024-00-10", "2023-02-29", "1900-02-29", "2024-04-31",
      "2024-07-00", "24-07-01", "2024-7-1", "2024/07/01", "2024-07-01 ", "i dag", "2024-07-0١",
      "-024-07-01", "2024-07-01-01", "+024-01-01", "2024-01-01T00:00", "2024-01-0a", "٢٠٢٤-٠١-٠١",
    ])
  func others(text: String) {
    #expect(PolicyDate(text) == nil)
  }

  @Test("days are ordered as in the calendar")
  func order() {
    let days = ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01"].map(PolicyDate.init)
    #expect(days.compactMap { $0 } == days.compactMap { $0 }.sorted())
    #expect(days.compactMap { $0 }.count == 4)
  }
}
