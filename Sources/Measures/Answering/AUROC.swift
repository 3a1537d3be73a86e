/// The probability that an answer whose first passage is right is more confident than one whose
/// isn't, ties counting half: the area under the receiver operating characteristic
/// (J. A. Hanley and B. J. McNeil, *The meaning and use of the area under a ROC curve*, 1982).
package struct AUROC: Measure {
  package init() {}

  package let name = "AUROC"

  package func value(over answers: [JudgedAnswer]) -> Double? {
    var right = 0
    var wrong = 0
    var wins = 0.0
    for group in ConfidentAnswer.groups(answers) {
      let wrongHere = group.count - group.right
      wins += Double(wrongHere) * (Double(right) + Double(group.right) / 2)
      right += group.right
      wrong += wrongHere
    }
    return right > 0 && wrong > 0 ? wins / (Double(right) * Double(wrong)) : nil
  }
}
