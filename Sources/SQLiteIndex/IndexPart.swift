/// An index file holds two sets of the same tables: the texts, and the guides that lead to them.
enum IndexPart: CaseIterable {
  case texts
  case guides

  var tablePrefix: String {
    switch self {
    case .texts: ""
    case .guides: "guide_"
    }
  }
}
