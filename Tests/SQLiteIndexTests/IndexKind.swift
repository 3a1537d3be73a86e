import Retrieval
import SQLiteIndex
import TestSupport

/// The implementations of `PassageIndex`; a further one joins the contract suite by a case here.
enum IndexKind: CaseIterable {
  case memory
  case sqlite

  /// An index of the content; a file, if it needs one, in `folder`.
  func index(of content: IndexContent, in folder: TemporaryFolder) throws -> any PassageIndex {
    switch self {
    case .memory: return MemoryPassageIndex(content.documents)
    case .sqlite:
      let file = IndexFile(folder.file("index.sqlite"))
      try file.build(content)
      return try file.open().texts
    }
  }
}
