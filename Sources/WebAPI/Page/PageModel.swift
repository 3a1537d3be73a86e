import Analysis

/// What every page shows, by the names that the templates use.
struct PageModel {
  struct LanguageChoice {
    let tag: String
    let name: String
    let isCurrent: Bool
  }

  let words: PageText
  let lang: String
  let title: String
  let languages: [LanguageChoice]

  init(_ text: PageText, title: String) {
    words = text
    lang = text.language.rawValue
    self.title = title
    languages = [(Language.bokmål, "Bokmål"), (.nynorsk, "Nynorsk"), (.english, "English")].map {
      LanguageChoice(tag: $0.rawValue, name: $1, isCurrent: $0 == text.language)
    }
  }
}

/// The page with the question box, and an answer once something was asked.
struct HomeModel {
  let page: PageModel
  /// Carried along by the form for the next question.
  let hidden: [HiddenField]
  /// Asks the same again, in another language.
  var same: [HiddenField] = []
  var asOf: String?
  var answer: AnswerModel?
}

/// A field that a form carries along unseen.
struct HiddenField: Equatable {
  let name: String
  let value: String
}

/// A button that asks again in another way.
struct ChoiceModel {
  let label: String
  let hidden: [HiddenField]
}

/// A place to go to.
struct LinkModel {
  let label: String
  let address: String
}
