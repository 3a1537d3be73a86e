package import Retrieval

/// A way of writing an answer.
package protocol AnswerFormat {
  func write(_ answer: Answer, to output: inout some TextOutputStream)
}

extension AnswerFormat {
  package func string(_ answer: Answer) -> String {
    var text = ""
    write(answer, to: &text)
    return text
  }
}
