package import Documents

/// A choice between kinds of texts that would narrow a question, such as private or state employers.
package struct Narrowing: Sendable, Equatable {
  package struct Choice: Sendable, Equatable {
    /// The act or agreement as it is cited: `Statsansatteloven`.
    package let label: String
    /// Ask again within these to take the choice.
    package let documents: Set<DocumentID>

    package init(label: String, documents: Set<DocumentID>) {
      self.label = label
      self.documents = documents
    }
  }

  /// Two or more, the best answer's first.
  package let choices: [Choice]

  package init(choices: [Choice]) { self.choices = choices }
}
