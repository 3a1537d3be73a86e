import Testing

@testable import Retrieval

@Suite struct QuestionPartsTests {
  @Test(
    "a question that asks several things is split where the next one begins",
    arguments: [
      (
        "Hvor mange feriedager har jeg, og når må jeg søke om ferie?",
        ["Hvor mange feriedager har jeg", "når må jeg søke om ferie"]
      ),
      (
        "Jeg er gravid. Kan jeg nekte nattarbeid? Hva får jeg i lønn?",
        ["Jeg er gravid. Kan jeg nekte nattarbeid", "Hva får jeg i lønn"]
      ),
      (
        "kven vel verneombodet og kor lenge sit verneombodet",
        ["kven vel verneombodet", "kor lenge sit verneombodet"]
      ),
      (
        "Can I be dismissed while sick and must they give a reason?",
        ["Can I be dismissed while sick", "must they give a reason"]
      ),
    ])
  func several(question: String, parts: [String]) {
    #expect(QuestionParts.parts(of: question) == parts)
  }

  @Test(
    "a question in one part, or in more than can be told apart, is left whole",
    arguments: [
      "", "og", "?", "??", "Hvor lang er oppsigelsesfristen?", "Har lærlinger og vikarer ferie?",
      "sykdom og ferie", "Jeg er syk og har ferie, hva nå?", "Hvor mye feriepenger, og når?",
      "Hva er ferie? Hva er lønn? Hva er pause? Hva er overtid?",
      "Firmaet gikk konk. Hvem betaler lønna?", "og hva med ferie?", "aml § 15-3 og § 15-7",
    ])
  func whole(question: String) {
    #expect(QuestionParts.parts(of: question) == [])
  }
}
