import Rendering

/// Rows under a header, columns aligned: the first to the left, the others to the right.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  func text(style: TerminalStyle) -> String {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([header] + rows).map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
    let head = lines.prefix(1).map { style.bold($0) }
    return (head + lines.dropFirst()).map { $0 + "\n" }.joined()
  }
}
