/// The frame of a plot: axes with ticks, and where values lie within them.
struct PlotFrame {
  /// An axis from its lowest to its highest value.
  struct Axis {
    let label: String
    let low: Double
    let high: Double
    let ticks: [Double]
    /// Of the tick labels.
    var decimals = 1

    /// From 0 to 1, as shares are.
    static func share(_ label: String) -> Axis {
      Axis(label: label, low: 0, high: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1])
    }
  }

  static let width = 400.0
  static let height = 280.0
  private static let left = 48.0
  private static let right = 12.0
  private static let top = 12.0
  private static let bottom = 44.0

  let title: String
  let horizontal: Axis
  let vertical: Axis

  func x(_ value: Double) -> Double {
    let share = (value - horizontal.low) / max(horizontal.high - horizontal.low, 1e-9)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  func y(_ value: Double) -> Double {
    let share = (value - vertical.low) / max(vertical.high - vertical.low, 1e-9)
    return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
  }

  /// A line through points; nothing for fewer than two.
  func line(_ points: [(x: Double, y: Double)], style: String) -> Markup {
    guard points.count > 1 else { return "" }
    let path = points.map { "\(x($0.x).fixed(1)),\(y($0.y).fixed(1))" }.joined(separator: " ")
    return "<polyline class=\"\(style)\" points=\"\(path)\"/>"
  }

  /// The whole picture, `description` for those who don't see it.
  func svg(_ content: [Markup], description: String) -> Markup {
    """
    <figure>
    <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(title): \
    \(description)">
    \(verticalTicks)
    \(horizontalTicks)
    <text class="label" text-anchor="middle" x="\(x((horizontal.low + horizontal.high) / 2))" \
    y="\(Self.height - 6)">\(horizontal.label)</text>
    <text class="label" text-anchor="middle" transform="translate(11 \
    \(y((vertical.low + vertical.high) / 2))) rotate(-90)">\(vertical.label)</text>
    \(content)
    </svg>
    <figcaption><strong>\(title).</strong> \(description)</figcaption>
    </figure>
    """
  }

  private var verticalTicks: [Markup] {
    vertical.ticks.map { tick in
      """
      <line class="grid" x1="\(x(horizontal.low))" x2="\(x(horizontal.high))" y1="\(y(tick))" \
      y2="\(y(tick))"/><text text-anchor="end" x="\(Self.left - 6)" y="\(y(tick) + 4)">\
      \(tick.fixed(vertical.decimals))</text>
      """
    }
  }

  private var horizontalTicks: [Markup] {
    horizontal.ticks.map { tick in
      """
      <text text-anchor="middle" x="\(x(tick))" y="\(Self.height - Self.bottom + 16)">\
      \(tick.fixed(horizontal.decimals))</text>
      """
    }
  }
}
