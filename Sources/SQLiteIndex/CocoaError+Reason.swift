package import Foundation

extension CocoaError {
  /// What the system said, `No space left on device`, where Foundation says less.
  package var systemReason: String {
    let underlying = underlying as NSError?
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
      return localizedDescription
    }
    return String(cString: strerror(Int32(underlying.code)))
  }
}
