/// The fields of a form or a query (`application/x-www-form-urlencoded`), in order.
struct FormFields: Sendable, Equatable {
  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  let all: [Field]

  /// Throws a `Problem` for text that isn't properly encoded UTF-8.
  init(decoding text: some StringProtocol) throws(Problem) {
    var fields: [Field] = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(parts[0], plusIsSpace: true),
        let value = parts.count < 2 ? "" : PercentCoding.decode(parts[1], plusIsSpace: true)
      else { throw .badRequest("a field is not percent-encoded UTF-8") }
      fields.append(Field(name: name, value: value))
    }
    all = fields
  }

  /// Every value of a field.
  subscript(all name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

  /// The last value of a field: a button's, where it repeats a hidden one.
  subscript(name: String) -> String? { all.last { $0.name == name }?.value }
}
