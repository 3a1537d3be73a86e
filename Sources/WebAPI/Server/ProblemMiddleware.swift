import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into a response: problem details, or a page for those who asked for one.
struct ProblemMiddleware: RouterMiddleware {
  let page: PageRenderer

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return response(to: request, problem)
    } catch let error as any HTTPResponseError {
      return response(to: request, Problem(error.status, error.status.reasonPhrase))
    } catch {
      // Errors from below name files and tables, not questions; the client learns neither.
      context.logger.error("failed", metadata: ["error": "\(error)"])
      return response(
        to: request,
        Problem(.internalServerError, "something went wrong; the log has it by request id"))
    }
  }

  private func response(to request: Request, _ problem: Problem) -> Response {
    let accept = request.headers[.accept]
    let wantsPage =
      accept?.contains(Representation.html.rawValue) == true
      && Representation.preferred(by: accept, of: [.json, .html]) == .html
    var fields = problem.headers
    guard wantsPage else {
      fields[.contentType] = "application/problem+json"
      return Response(
        status: problem.status, headers: fields,
        body: ResponseBody(byteBuffer: ByteBuffer(string: problem.json)))
    }
    let text = PageText(
      tag: request.uri.queryParameters.get("lang"),
      acceptLanguage: request.headers[.acceptLanguage])
    return Response(
      as: .html, status: problem.status, page.problem(problem, text), headers: fields)
  }
}
