import Documents
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that is compiled in and sent as it is.
struct Asset: Sendable {
  let contentType: String
  private let bytes: [UInt8]
  private let tag: EntityTag

  private init(_ bytes: [UInt8], _ contentType: String) {
    self.bytes = bytes
    self.contentType = contentType
    tag = EntityTag(String(ContentHash.of(bytes).prefix(16)))
  }

  static let openAPI = Asset(PackageResources.openapi_json, "application/json")

  private static let named = [
    "style.css": Asset(PackageResources.style_css, "text/css; charset=utf-8"),
    "app.js": Asset(PackageResources.app_js, "text/javascript; charset=utf-8"),
    "icon.svg": Asset(PackageResources.icon_svg, "image/svg+xml"),
  ]

  init?(named name: String) {
    guard let asset = Self.named[name] else { return nil }
    self = asset
  }

  func response(to request: Request) -> Response {
    let fields: HTTPFields = [
      .contentType: contentType, .eTag: tag.description, .cacheControl: "no-cache",
    ]
    if tag.isHeld(by: request) { return Response(status: .notModified, headers: fields) }
    return Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
