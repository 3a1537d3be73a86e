/// Folds scalars to the form in which words are compared.
///
/// Upper case becomes lower case; `ä` and `ö` become `æ` and `ø`; accents other than those of æøå
/// are dropped; compatibility forms (ligatures, full-width letters) become plain letters.
enum CharacterFolding {
  enum Fold: Equatable {
    case letters(String)
    case digit(UInt8)
    /// Belongs to a word and leaves no trace: soft hyphen, zero-width space, combining accent.
    case ignorable
    /// U+030A and U+0308, which turn `a` into `å` or `æ` and `o` into `ø`.
    case ring
    case diaeresis
    case separator
  }

  static func fold(_ scalar: Unicode.Scalar) -> Fold {
    switch scalar.value {
    case 0x30...0x39: return .digit(UInt8(scalar.value))
    case 0x00...0x7F: return .separator
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .ignorable
    case 0x030A: return .ring
    case 0x0308: return .diaeresis
    case 0x0300...0x036F: return .ignorable
    case 0xC5, 0xE5, 0x212B: return .letters("å")
    case 0xC4, 0xE4, 0xC6, 0xE6, 0x1E2...0x1E3, 0x1FC...0x1FD: return .letters("æ")
    case 0xD6, 0xF6, 0xD8, 0xF8, 0x1FE...0x1FF: return .letters("ø")
    case 0xDF: return .letters("ss")
    case 0xD0, 0xF0: return .letters("d")
    case 0xDE, 0xFE: return .letters("th")
    case 0xFF10...0xFF19: return .digit(UInt8(scalar.value - 0xFF10) + 0x30)
    case 0xFF21...0xFF3A: return letter(scalar.value - 0xFF21)
    case 0xFF41...0xFF5A: return letter(scalar.value - 0xFF41)
    case 0xFB00...0xFB06: return .letters(ligatures[Int(scalar.value - 0xFB00)])
    default: return foldGeneral(scalar)
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func letter(_ index: UInt32) -> Fold {
    .letters(String(UnicodeScalar(UInt8(0x61 + index))))
  }

  private static func foldGeneral(_ scalar: Unicode.Scalar) -> Fold {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      let lower = scalar.properties.lowercaseMapping
      guard scalar.value < 0x250, let base = baseLetter(lower) else { return .letters(lower) }
      return .letters(base)
    case .decimalNumber:
      guard let value = scalar.properties.numericValue else { return .separator }
      return .digit(UInt8(value) + 0x30)
    case .nonspacingMark, .spacingMark, .enclosingMark: return .ignorable
    default: return .separator
    }
  }

  /// The Latin letter under an accent: `é` gives `e`, `š` gives `s`.
  private static func baseLetter(_ letter: String) -> String? {
    letter.decomposedFirstScalar.flatMap { scalar in
      (0x61...0x7A).contains(scalar.value) ? String(scalar) : nil
    }
  }
}
