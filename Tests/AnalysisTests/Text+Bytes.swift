import Foundation

extension String {
  /// The text with every letter and its accents apart.
  var nfd: String { decomposedStringWithCanonicalMapping }
}

extension String.UTF8View {
  /// The bytes of a range of offsets.
  subscript(range: Range<Int>) -> Substring.UTF8View {
    let start = index(startIndex, offsetBy: range.lowerBound)
    return Substring(self[start..<index(start, offsetBy: range.count)]).utf8
  }
}

extension String {
  init(_ bytes: Substring.UTF8View) { self.init(Substring(bytes)) }
}
