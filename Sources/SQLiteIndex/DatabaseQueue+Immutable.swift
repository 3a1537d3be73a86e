import Foundation
import GRDB

extension DatabaseQueue {
  /// Opens a file without locks, whatever journal stands beside it: nobody writes to an index in
  /// place. A SQLite built without URI names opens it by its path.
  static func immutable(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let uri = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      return try DatabaseQueue(path: uri, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }
}
