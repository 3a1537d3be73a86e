import ArgumentParser
import Documents
import WebAPI

struct SecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Make a secret that lets someone ask over HTTP.",
    discussion: """
      Prints the line for the server's access file; the secret itself is shown this once, on \
      standard error. In a browser, log in with the name and the secret; programs send the secret \
      as a bearer token.

      EXAMPLES:
        tillit secret kari >> access.txt
      """)

  /// In bytes.
  private static let length = 32

  @Argument(help: "Whom the secret is for.")
  var name: String

  func validate() throws {
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { throw ValidationError("NAME must be of the letters a to z, digits and hyphens.") }
  }

  func run() {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<Self.length).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    StandardError.write("The secret for \(name), shown only now: \(secret)\n")
    var output = StandardOutput()
    output.write(AccessList.line(name: name, secret: secret) + "\n")
  }
}
