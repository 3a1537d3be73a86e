import Foundation

/// A program at a terminal of its own, typed to and looked at as a person would.
final class PseudoTerminal {
  /// Nothing that is waited for takes this long (seconds), however busy the machine.
  private static let patience = 60.0

  private let master: Int32
  private let process: pid_t
  private(set) var screen: ScreenEmulator

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts `command`, a list of a program and its arguments, in `folder`.
  init(
    _ command: [String], environment: [String: String], folder: URL, columns: Int = 80,
    rows: Int = 24
  ) throws {
    // What grantpt(3) and ptsname(3) do, which the Glibc module leaves out (ioctl_tty(2)).
    let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
    var (isLocked, position): (Int32, Int32) = (0, 0)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, unlock, &isLocked) == 0,
      ioctl(master, number, &position) == 0
    else { throw Failure(description: "no pseudoterminal: \(String(cString: strerror(errno)))") }
    let name = "/dev/pts/\(position)"
    screen = ScreenEmulator(columns: columns, rows: rows)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which the Glibc module leaves out
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    // The threads of tests block signals, which the program must not inherit.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + command
    var arguments: [UnsafeMutablePointer<CChar>?] = shell.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var started: pid_t = 0
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let code = posix_spawn(&started, "/bin/sh", &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw Failure(description: String(cString: strerror(code))) }
    process = started
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
  }

  /// All bytes that the program has written.
  private(set) var written: [UInt8] = []

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types, reading what the program writes meanwhile.
  func type(_ text: String) throws { try type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let events = try poll(Int16(POLLIN | POLLOUT))
      if events & Int16(POLLIN) != 0, try !read() { throw failure("the program ended") }
      guard events & Int16(POLLOUT) != 0 else { continue }
      let piece = rest.prefix(64)
      let count = piece.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure("nothing more can be typed") }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the screen is as described.
  func wait(
    for what: String = "the screen", until isThere: (ScreenEmulator) -> Bool
  ) throws {
    while !isThere(screen) {
      _ = try poll(Int16(POLLIN), for: what)
      guard try read() else { throw failure("the program ended before \(what)") }
    }
  }

  /// Reads until a text stands on the screen and, by default, the next line can be typed.
  func wait(for text: String, atPrompt: Bool = true) throws {
    try wait(for: "“\(text)”") { screen in
      screen.text.contains(text) && (!atPrompt || screen.isAtPrompt)
    }
  }

  /// Reads to the program's end; gives its exit status, as `128 + n` for signal n.
  func end() throws -> Int32 {
    while try poll(Int16(POLLIN), for: "the end") != 0, try read() {}
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { throw failure("no such process") }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// How the terminal treats what is typed: what programs change and must put back.
  func modes() -> [UInt32] {
    var modes = termios()
    tcgetattr(master, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag, modes.c_cflag]
  }

  private func poll(_ events: Int16, for what: String = "anything") throws -> Int16 {
    var descriptor = pollfd(fd: master, events: events, revents: 0)
    let count = Foundation.poll(&descriptor, 1, Int32(Self.patience * 1_000))
    guard count > 0 || errno == EINTR else { throw failure("waited in vain for \(what)") }
    return descriptor.revents
  }

  /// False when the program has ended.
  private func read() throws -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    written += bytes[..<count]
    screen.show(bytes[..<count])
    return true
  }

  private func failure(_ problem: String) -> Failure {
    Failure(description: "\(problem); the screen:\n\(screen.text)\n\(written.suffix(300))")
  }
}
