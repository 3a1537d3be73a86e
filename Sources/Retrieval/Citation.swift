package import Documents

/// Where a quoted text stands, in the form a person would write it.
package struct Citation: Sendable, Equatable {
  /// The document's short title, else its title.
  package let documentName: String
  package let provision: ProvisionLabel?
  /// The ledd that the quote stands in, of a provision with more than one.
  package let ledd: Int?
  /// The innermost heading, where there is no provision.
  package let heading: String?
  /// The date the text is from, as its metadata states it.
  package let date: String?
  /// From 1.
  package let line: Int
  package let page: Int?

  /// `Ferieloven § 5 (1)`, or `LO i Vestoppland, Arbeiderkultur`.
  package var text: String {
    guard let provision else {
      return heading.map { "\(documentName), \($0)" } ?? documentName
    }
    return "\(documentName) \(provision)" + (ledd.map { " (\($0))" } ?? "")
  }
}
