/// Word lists in blocks headed `[name]`, words separated by spaces, `#` for remarks.
enum WordList {
  /// The lines of each block, as words.
  static func blocks(of resource: [UInt8]) -> [String: [[String]]] {
    var blocks: [String: [[String]]] = [:]
    var name = ""
    for line in String(decoding: resource, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        name = String(line.dropFirst().dropLast())
      } else {
        blocks[name, default: []].append(line.split(separator: " ").map(String.init))
      }
    }
    return blocks
  }
}
