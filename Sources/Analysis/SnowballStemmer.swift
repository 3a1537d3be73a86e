import CStemmer

/// Reduces words to stems: Snowball's Norwegian for Bokmål and Nynorsk, Porter2 for English
/// (M. F. Porter, *Snowball: a language for stemming algorithms*, 2001).
///
/// libstemmer's state must not be shared between threads, so a stemmer is not `Sendable`; making
/// one costs two microseconds.
package final class SnowballStemmer {
  private let norwegian: OpaquePointer
  private let english: OpaquePointer

  package init() {
    guard let norwegian = sb_stemmer_new("norwegian", "UTF_8"),
      let english = sb_stemmer_new("english", "UTF_8")
    else { preconditionFailure("libstemmer lacks its Norwegian or English stemmer") }
    self.norwegian = norwegian
    self.english = english
  }

  deinit {
    sb_stemmer_delete(norwegian)
    sb_stemmer_delete(english)
  }

  /// The stem of a folded word: `oppsigelser` gives `oppsig`.
  package func stem(_ form: String, in language: Language) -> String {
    guard form.utf8.count > 2, form.utf8.first != 0xC2 else { return form }
    let stemmer = language.isNorwegian ? norwegian : english
    var form = form
    return form.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
