import Testing

@testable import WebAPI

@Suite("Reading and writing of HTTP's forms")
struct CodingTests {
  @Test(
    "fields come in order, decoded",
    arguments: [
      ("", []), ("&&", []), ("a=1&b=2&a=3", [("a", "1"), ("b", "2"), ("a", "3")]),
      ("q=a+b%20c%2B", [("q", "a b c+")]), ("q", [("q", "")]), ("=x", [("", "x")]),
      ("a=b=c", [("a", "b=c")]), ("%C3%A5=%c3%B8", [("å", "ø")]), ("a=%00", [("a", "\0")]),
    ] as [(String, [(String, String)])])
  func fields(_ text: String, _ expected: [(String, String)]) throws {
    let fields = try FormFields(decoding: text).all
    #expect(fields == expected.map { FormFields.Field(name: $0, value: $1) })
  }

  @Test(
    "fields that aren't UTF-8 are refused", arguments: ["%", "%4", "%zz", "%ff", "a=%C3", "%+1"])
  func malformedFields(_ text: String) {
    #expect(throws: Problem.self) { try FormFields(decoding: text) }
  }

  @Test(
    "an id survives being put in a path",
    arguments: ["lover/ferieloven.md#§5/1", "a b+c", "100%", "../..", "?&=", "🦄", "\0", "a//b"])
  func paths(_ id: String) {
    let path = Endpoint.passage.path(to: id)
    #expect(path.hasPrefix("/passages/"))
    #expect(path.allSatisfy { $0.isASCII && !"#? ".contains($0) })
    #expect(Endpoint.passage.identifier(in: path) == id)
  }

  @Test(
    "a path belongs to at most one endpoint",
    arguments: [
      ("/", Endpoint.home), ("", .home), ("/ask", .ask), ("/ask/", .ask), ("//ask", .ask),
      ("/documents", .documents), ("/documents/a/b", .document), ("/passages", nil),
      ("/passages/a", .passage), ("/assets", nil), ("/health", nil), ("/health/live", .live),
      ("/ASK", nil), ("/ask/x", nil), ("/openapi.json", .openAPI),
    ] as [(String, Endpoint?)])
  func endpoints(_ path: String, _ endpoint: Endpoint?) {
    #expect(Endpoint(matching: path) == endpoint)
  }
}
