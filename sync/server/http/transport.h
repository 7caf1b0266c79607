#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <chrono>
#include <memory>

namespace vouch::http {

namespace net = boost::asio;

/// The bytes of one connection, with or without TLS. All calls on the strand of its socket; at most
/// one operation at a time. A deadline that passes closes the socket.
class Transport
{
public:
    using Error = boost::system::error_code;
    using Socket = net::ip::tcp::socket;

    static std::unique_ptr<Transport> plain(Socket socket);
    static std::unique_ptr<Transport> encrypted(Socket socket, net::ssl::context &context);

    virtual ~Transport() = default;

    /// For all that follows, until it is set anew.
    void expireAfter(std::chrono::milliseconds time) { stream().expires_after(time); }

    virtual net::awaitable<Error> handshake() = 0;
    /// The number of bytes read; 0 and an error at the end.
    virtual net::awaitable<std::size_t> read(net::mutable_buffer into, Error &error) = 0;
    /// All of them.
    virtual net::awaitable<Error> write(net::const_buffer bytes) = 0;

    /// Tells the peer that nothing more comes, then reads and forgets up to `limit` bytes until
    /// the peer closes too: closing with bytes unread would take back what was written.
    net::awaitable<void> finish(std::size_t limit);
    void close();
    /// Closes with a reset, for a body whose end the peer could not tell from a cut.
    void abort();
    Socket &socket() { return stream().socket(); }

protected:
    virtual boost::beast::tcp_stream &stream() = 0;
    /// The end of the encryption, before the socket's.
    virtual net::awaitable<void> sayGoodbye() = 0;
};

} // namespace vouch::http
