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
    // The HTTP server, and its tests without a socket.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // The page's templates: everything escaped unless told otherwise.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Event loops, deadlines on connections, and the threads that answer.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // Compression of responses; HTTP parts as values.
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    // TLS where no proxy stands in front.
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    // Requests and responses as values.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    // Structured logs.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Counters and histograms, written out for Prometheus.
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    // Graceful shutdown.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CStemmer", path: "Sources/CStemmer", providers: [.apt(["libstemmer-dev"])]),
    // Line editing in a terminal.
    .systemLibrary(
      name: "CEdit", path: "Sources/CEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"])]),
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
      name: "Chat", dependencies: ["CEdit", "Documents", "Analysis", "Retrieval", "Rendering"],
      swiftSettings: settings),
    .target(
      name: "WebAPI",
      dependencies: [
        "Documents", "Analysis", "Retrieval", "Rendering",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [
        "answer.mustache", "app.js", "choice.mustache", "document.mustache", "documents.mustache",
        "form.mustache", "home.mustache", "icon.svg", "layout.mustache", "notice.mustache",
        "openapi.json", "page-texts.json", "passage.mustache", "quote.mustache", "style.css",
      ].map { .embedInCode("Resources/\($0)") },
      swiftSettings: settings),
    .target(
      name: "Measures", resources: [.embedInCode("Resources/report.css")],
      swiftSettings: settings),
    .executableTarget(
      name: "tillit",
      dependencies: [
        "Documents", "Analysis", "Retrieval", "SQLiteIndex", "Rendering", "Chat", "Measures",
        "WebAPI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks", dependencies: ["SQLiteIndex", "Retrieval", "Measures"],
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["Documents", "Analysis", "Retrieval", "SQLiteIndex", "Measures"],
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
      name: "ChatTests",
      dependencies: ["Chat", "Documents", "Analysis", "Retrieval", "Rendering", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["tillit", "Rendering", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "MeasuresTests", dependencies: ["Measures"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "WebAPITests",
      dependencies: [
        "WebAPI", "Rendering", "Retrieval", "Analysis", "Documents", "TestSupport",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
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
