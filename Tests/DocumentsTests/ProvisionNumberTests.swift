import Documents
import Testing

@Suite("Numbers of provisions")
struct ProvisionNumberTests {
  @Test(
    "a letter belongs to the number unless it is an item of a list",
    arguments: [
      ("14-1b)", "14-1b"), ("14-1b).", "14-1b"), ("14-1 b, og", "14-1b"), ("8-7a", "8-7a"),
      ("15-3 a) gjelder", "15-3"), ("15-3 i aml", "15-3"), ("2 A-1", "2a-1"), ("27a og", "27a"),
    ])
  func letters(text: String, number: String) {
    #expect(ProvisionLabel.parseNumber(text[...])?.number == number)
  }
}
