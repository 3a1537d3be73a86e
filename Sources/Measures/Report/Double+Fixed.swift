import Foundation

extension Double {
  /// With a fixed number of decimals, the same in every locale: `0.500`.
  package func fixed(_ places: Int) -> String {
    let text = String(format: "%.\(places)f", self)
    // No minus before nothing but zeros.
    return text.hasPrefix("-") && !text.contains { "123456789".contains($0) }
      ? String(text.dropFirst()) : text
  }

  /// With its sign: `+0.012`, and `0.000` for nothing.
  package func signed(_ places: Int) -> String {
    let text = fixed(places)
    return text.hasPrefix("-") || !text.contains { "123456789".contains($0) } ? text : "+" + text
  }
}
