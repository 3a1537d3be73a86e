import Foundation

extension String {
  /// The first scalar of the canonical decomposition.
  var decomposedFirstScalar: Unicode.Scalar? {
    decomposedStringWithCanonicalMapping.unicodeScalars.first
  }
}
