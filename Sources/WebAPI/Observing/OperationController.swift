import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering
import Retrieval

/// `/health/live`, `/health/ready`, `/metrics`, `/openapi.json` and the page's assets.
struct OperationController: Sendable {
  let provider: any AssistantProvider
  let metrics: ServerMetrics
  /// Writes all metrics; nil where something else collects them.
  let exposition: (@Sendable () -> String)?
  let connections: ConnectionRegister

  private struct Readiness: Encodable {
    let status: String
    let indexVersion: String
    let documents: Int
    let passages: Int
    let indexAgeSeconds: Int
  }

  private struct Liveness: Encodable {
    let status: String
  }

  func live(_ request: Request, _ context: WebContext) -> Response {
    Response(as: .json, ByteBuffer(string: Liveness(status: "live").json))
  }

  func ready(_ request: Request, _ context: WebContext) -> Response {
    let served = provider.current
    let readiness = Readiness(
      status: "ready", indexVersion: served.version, documents: served.index.documents.count,
      passages: served.index.passages.count,
      indexAgeSeconds: Int(Date.now.timeIntervalSince(served.builtAt)))
    return Response(as: .json, ByteBuffer(string: readiness.snakeCaseJSON))
  }

  func metrics(_ request: Request, _ context: WebContext) throws -> Response {
    guard let exposition else { throw Problem.notFound("metrics are collected elsewhere") }
    metrics.describe(provider.current, connections: connections.count, at: .now)
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: exposition())))
  }

  func openAPI(_ request: Request, _ context: WebContext) -> Response {
    Asset.openAPI.response(to: request)
  }

  func asset(_ request: Request, _ context: WebContext) throws -> Response {
    guard let name = Endpoint.asset.identifier(in: request.uri.path), let asset = Asset(named: name)
    else { throw Problem.notFound("there is no such asset") }
    return asset.response(to: request)
  }
}
