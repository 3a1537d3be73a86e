import Analysis
import Documents
import Hummingbird
import Mustache
import NIOCore
import Rendering
import Retrieval

/// Writes the page. Everything is escaped by the templates' engine.
struct PageRenderer: Sendable {
  let offersFeedback: Bool
  /// Changes with how the program writes pages and JSON.
  let edition: String
  private let library: MustacheLibrary

  init(offersFeedback: Bool) {
    self.offersFeedback = offersFeedback
    let sources = [
      "layout": PackageResources.layout_mustache, "home": PackageResources.home_mustache,
      "form": PackageResources.form_mustache, "answer": PackageResources.answer_mustache,
      "quote": PackageResources.quote_mustache, "choice": PackageResources.choice_mustache,
      "documents": PackageResources.documents_mustache,
      "document": PackageResources.document_mustache,
      "passage": PackageResources.passage_mustache, "notice": PackageResources.notice_mustache,
    ]
    let written =
      sources.sorted { $0.key < $1.key }.flatMap(\.value) + PackageResources.page_texts_json
      + PackageResources.openapi_json
    edition = String(ContentHash.of(written).prefix(8))
    do {
      library = MustacheLibrary(
        templates: try sources.mapValues {
          try MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
        })
    } catch {
      preconditionFailure("a template that is compiled in doesn't parse: \(error)")
    }
  }

  /// The page without a question, in the language that `?lang=` or the browser asks for.
  func home(for request: Request) throws(Problem) -> Response {
    let tag = try FormFields(decoding: request.uri.query ?? "")["lang"]
    return home(PageText(tag: tag, acceptLanguage: request.headers[.acceptLanguage])).response
  }

  func home(_ text: PageText) -> ByteBuffer {
    let language = HiddenField(name: "lang", value: text.language.rawValue)
    return render("home", HomeModel(page: PageModel(text, title: "Tillit"), hidden: [language]))
  }

  func answer(_ answered: AnsweredRequest, _ text: PageText) -> ByteBuffer {
    let request = answered.request
    let again = AskAgain(request, lang: text.language.rawValue)
    return render(
      "home",
      HomeModel(
        page: PageModel(text, title: "\(text["answer"]) – Tillit"), hidden: again.following,
        same: again.same, asOf: request.asOf,
        answer: AnswerModel(answered, text, offersFeedback: offersFeedback)))
  }

  func documents(_ documents: [IndexedDocument], _ text: PageText) -> ByteBuffer {
    render("documents", DocumentListModel(documents, text))
  }

  func document(_ view: DocumentView, _ text: PageText) -> ByteBuffer {
    render("document", DocumentModel(view, text))
  }

  func passage(_ view: PassageView, _ text: PageText) -> ByteBuffer {
    render("passage", PassagePageModel(view, text))
  }

  func thanks(_ text: PageText) -> ByteBuffer {
    render("notice", NoticeModel(page: PageModel(text, title: "Tillit"), notice: text["thanks"]))
  }

  func problem(_ problem: Problem, _ text: PageText) -> ByteBuffer {
    render(
      "notice",
      NoticeModel(
        page: PageModel(text, title: text["failed"]), notice: text.reason(for: problem.status),
        detail: "\(problem.status.code): \(problem.detail)"))
  }

  private struct NoticeModel {
    let page: PageModel
    let notice: String
    var detail: String?
  }

  private func render(_ template: String, _ model: Any) -> ByteBuffer {
    let values = TemplateValues.values(of: model) ?? [:]
    guard let html = library.render(values, withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return ByteBuffer(string: html)
  }
}

extension ByteBuffer {
  /// A page as a response.
  var response: Response { Response(as: .html, self) }
}
