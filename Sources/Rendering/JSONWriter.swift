/// Writes JSON as UTF-8 bytes: one line, strings as they are but for what must be escaped.
///
/// Members come in the order they are written; a debug build insists on alphabetical order.
/// Numbers and strings are written as Foundation's `JSONEncoder` does, which takes several times as
/// long, but that nothing is left for a terminal to act on.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Of the object being written.
  private var lastName: StaticString?

  mutating func object(_ writeMembers: (inout JSONWriter) -> Void) {
    separate()
    let outerName = lastName
    lastName = nil
    append("{")
    writeMembers(&self)
    append("}")
    lastName = outerName
  }

  mutating func object(_ name: StaticString, _ writeMembers: (inout JSONWriter) -> Void) {
    begin(name)
    object(writeMembers)
  }

  /// An array, each element written as exactly one value.
  mutating func array<Element>(
    _ name: StaticString, of elements: some Sequence<Element>,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    begin(name)
    append("[")
    for element in elements { writeElement(&self, element) }
    append("]")
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    array(name, of: texts) { $0.value($1) }
  }

  /// Nil is left out, here and below.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    begin(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    begin(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func member(_ name: StaticString, _ number: Double?) {
    guard let number else { return }
    begin(name)
    value(number)
  }

  mutating func value(_ text: String) {
    separate()
    append("\"")
    appendEscaped(text)
    append("\"")
  }

  /// The shortest digits that tell the number from others, without a fraction where it has none.
  /// JSON has no infinities: they are strings.
  mutating func value(_ number: Double) {
    guard number.isFinite else {
      return value(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    }
    separate()
    let digits = number.description
    bytes.append(contentsOf: digits.hasSuffix(".0") ? digits.dropLast(2).utf8 : digits[...].utf8)
  }

  private mutating func begin(_ name: StaticString) {
    assert(lastName.map { $0.precedes(name) } ?? true, "\(name) is out of order")
    lastName = name
    separate()
    append("\"")
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    append("\":")
  }

  /// A comma before everything but what comes first, or right after a name.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: append(",")
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}

extension JSONWriter {
  /// Copies the runs between what is escaped as they are.
  fileprivate mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var copied = 0
      for offset in utf8.indices where utf8[offset].mayBeginEscaped {
        guard let scalar = Unicode.Scalar(at: offset, in: utf8), let escape = scalar.jsonEscape
        else { continue }
        bytes.append(contentsOf: utf8[copied..<offset])
        bytes.append(contentsOf: escape.utf8)
        copied = offset + UTF8.width(scalar)
      }
      bytes.append(contentsOf: utf8[copied...])
    }
  }
}

extension UInt8 {
  /// False for bytes that can't begin a scalar with a `jsonEscape`.
  fileprivate var mayBeginEscaped: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") || self == 0x7F
      || 0xC2...0xEF ~= self
  }
}

extension Unicode.Scalar {
  /// The scalar of at most three bytes that begins at an offset of well-formed UTF-8.
  fileprivate init?(at offset: Int, in utf8: UnsafeBufferPointer<UInt8>) {
    func bits(_ position: Int, _ mask: UInt8) -> UInt32 { UInt32(utf8[offset + position] & mask) }
    switch utf8[offset] {
    case ..<0x80: self.init(bits(0, 0x7F))
    case ..<0xE0: self.init(bits(0, 0x1F) << 6 | bits(1, 0x3F))
    default: self.init(bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F))
    }
  }

  /// How it is written within a string; nil for as it is.
  fileprivate var jsonEscape: String? {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\u{8}": "\\b"
    case "\t": "\\t"
    case "\n": "\\n"
    case "\u{C}": "\\f"
    case "\r": "\\r"
    default: isUnsafeForTerminal ? unicodeEscape : nil
    }
  }
}

extension StaticString {
  fileprivate func precedes(_ other: StaticString) -> Bool {
    withUTF8Buffer { own in other.withUTF8Buffer { own.lexicographicallyPrecedes($0) } }
  }
}
