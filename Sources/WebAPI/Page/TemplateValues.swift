import Mustache

/// A model as the templates' engine is given it: its properties by name.
///
/// The engine would reflect on a model anew for every name that it looks up, which took four times as
/// long as the answer itself; here each model is reflected on once.
enum TemplateValues {
  /// Nil for an optional that holds nothing.
  static func values(of model: Any) -> Any? {
    switch model {
    case let text as String: return text
    case let flag as Bool: return flag
    case let number as Int: return number
    case let parent as any MustacheParent: return parent
    case let list as [Any]: return list.compactMap(values)
    default: break
    }
    let mirror = Mirror(reflecting: model)
    if mirror.displayStyle == .optional {
      return mirror.children.first.flatMap { values(of: $0.value) }
    }
    var fields: [String: Any] = [:]
    for child in mirror.children {
      if let label = child.label { fields[label] = values(of: child.value) }
    }
    return fields
  }
}
