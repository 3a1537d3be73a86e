package import Hummingbird
import Logging
package import NIOCore

/// What is known of a request besides its content.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Nil in tests without a socket.
  package let remoteAddress: SocketAddress?

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}
