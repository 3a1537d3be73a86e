import HTTPTypes

extension HTTPField.Name {
  static let requestID = literal("X-Request-Id")
  static let frameOptions = literal("X-Frame-Options")
  static let referrerPolicy = literal("Referrer-Policy")
  static let permissionsPolicy = literal("Permissions-Policy")
  static let openerPolicy = literal("Cross-Origin-Opener-Policy")
  static let resourcePolicy = literal("Cross-Origin-Resource-Policy")
  static let fetchSite = literal("Sec-Fetch-Site")
  static let forwardedFor = literal("X-Forwarded-For")
  static let host = literal("Host")
  static let rateLimit = literal("RateLimit-Limit")
  static let rateLimitRemaining = literal("RateLimit-Remaining")
  static let rateLimitReset = literal("RateLimit-Reset")
  /// Which index answered: tells answers before and after a refresh apart.
  static let indexVersion = literal("X-Index-Version")

  private static func literal(_ name: String) -> Self {
    guard let name = Self(name) else { preconditionFailure("\(name) is no header name") }
    return name
  }
}
