import Foundation

/// The guides and the vocabulary that come with Tillit, which serve any collection.
enum Bridges {
  /// The folder `name`: in `$TILLIT_SHARE` if set, else in `share/tillit` beside the binary's folder,
  /// else in `Knowledge` in one of the folders above the binary. Nil if there is none.
  static func folder(_ name: String) -> URL? {
    if let path = Environment.value("TILLIT_SHARE") {
      return existing(URL(fileURLWithPath: path).appendingPathComponent(name))
    }
    guard let binary = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = binary.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent()
      .appendingPathComponent("share/tillit/\(name)")
    if let found = existing(installed) { return found }
    while folder.path != "/" {
      if let found = existing(folder.appendingPathComponent("Knowledge/\(name)")) { return found }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func existing(_ folder: URL) -> URL? {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isDirectory)
    return exists && isDirectory.boolValue ? folder : nil
  }
}
