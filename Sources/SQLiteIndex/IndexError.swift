/// Why an index can't be built or used.
package enum IndexError: Error, Equatable {
  case missing(path: String)
  /// The file's bytes are not those that were written.
  case damaged(path: String)
  case otherVersion(path: String, found: String)
  /// Another process is building this index.
  case locked(path: String)
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  /// It was built, and the one who had it built did not want it.
  case notAdmitted(path: String)
}
