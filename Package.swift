// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "tillit",
  products: [
    .executable(name: "tillit", targets: ["tillit"]),
    .executable(name: "tillit-bench", targets: ["Benchmarks"]),
  ],
  dependencies: [
    // Command line, help texts and shell completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 of documents, passages and the index file.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // The index: SQLite with FTS5.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Front matter, sources.yaml and the vocabulary.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CStemmer", path: "Sources/CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "Documents",
      dependencies: [
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources/abbreviations.txt")],
      swiftSettings: settings),
    .target(
      name: "Analysis", dependencies: ["CStemmer"],
      resources: [
        .embedInCode("Resources/dialogue-cues.txt"),
        .embedInCode("Resources/function-words.txt"),
        .embedInCode("Resources/irregular-forms.txt"),
      ],
      swiftSettings: settings),
    .target(name: "Retrieval", dependencies: ["Documents", "Analysis"], swiftSettings: settings),
    .target(
      name: "SQLiteIndex",
      dependencies: [
        "Retrieval", "Documents", "Analysis",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "Rendering", dependencies: ["Retrieval"], swiftSettings: settings),
    .target(
      name: "Measures", resources: [.embedInCode("Resources/report.css")],
      swiftSettings: settings),
    .executableTarget(
      name: "tillit",
      dependencies: [
        "Documents", "Analysis", "Retrieval", "SQLiteIndex", "Rendering", "Measures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks", dependencies: ["SQLiteIndex", "Retrieval", "Measures"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Documents", "Analysis", "Retrieval", "SQLiteIndex"],
      path: "Tests/TestSupport", resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Documents", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RetrievalTests",
      dependencies: ["Retrieval", "Analysis", "Documents", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SQLiteIndexTests",
      dependencies: [
        "SQLiteIndex", "Retrieval", "Analysis", "Documents", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Rendering", "Retrieval", "Analysis", "Documents", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "MeasuresTests", dependencies: ["Measures"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "tillit", "SQLiteIndex", "Retrieval", "Analysis", "Documents", "Measures", "Rendering",
        "TestSupport",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
