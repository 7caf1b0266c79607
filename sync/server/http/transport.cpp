#include "sync/server/http/transport.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace vouch::http {

namespace {

using boost::beast::tcp_stream;

/// What is the same with and without encryption.
template <class Stream> class StreamTransport : public Transport
{
public:
    template <class... Parts>
    explicit StreamTransport(Parts &&...parts)
        : m_stream(std::forward<Parts>(parts)...)
    {
    }

    net::awaitable<std::size_t> read(net::mutable_buffer into, Error &error) override
    {
        co_return co_await m_stream.async_read_some(
            into, net::redirect_error(net::use_awaitable, error));
    }

    net::awaitable<Error> write(net::const_buffer bytes) override
    {
        Error error;
        co_await net::async_write(m_stream, bytes, net::redirect_error(net::use_awaitable, error));
        co_return error;
    }

protected:
    Stream m_stream;
};

class PlainTransport : public StreamTransport<tcp_stream>
{
public:
    explicit PlainTransport(Socket socket)
        : StreamTransport(std::move(socket))
    {
    }

    net::awaitable<Error> handshake() override { co_return Error(); }

protected:
    tcp_stream &stream() override { return m_stream; }
    net::awaitable<void> sayGoodbye() override { co_return; }
};

class TlsTransport : public StreamTransport<net::ssl::stream<tcp_stream>>
{
public:
    TlsTransport(Socket socket, net::ssl::context &context)
        : StreamTransport(tcp_stream(std::move(socket)), context)
    {
    }

    net::awaitable<Error> handshake() override
    {
        Error error;
        co_await m_stream.async_handshake(
            net::ssl::stream_base::server, net::redirect_error(net::use_awaitable, error));
        co_return error;
    }

protected:
    tcp_stream &stream() override { return m_stream.next_layer(); }

    net::awaitable<void> sayGoodbye() override
    {
        // As if the peer had said it already: it may take its time, and finish() waits anyway.
        SSL_set_shutdown(m_stream.native_handle(), SSL_RECEIVED_SHUTDOWN);
        Error error;
        co_await m_stream.async_shutdown(net::redirect_error(net::use_awaitable, error));
    }
};

} // namespace

std::unique_ptr<Transport> Transport::plain(Socket socket)
{
    return std::make_unique<PlainTransport>(std::move(socket));
}

std::unique_ptr<Transport> Transport::encrypted(Socket socket, net::ssl::context &context)
{
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

net::awaitable<void> Transport::finish(std::size_t limit)
{
    co_await sayGoodbye();
    Error error;
    socket().shutdown(Socket::shutdown_send, error);
    std::array<char, 8192> forgotten;
    for (std::size_t total = 0; !error && total < limit;) {
        total += co_await stream().async_read_some(
            net::buffer(forgotten), net::redirect_error(net::use_awaitable, error));
    }
    close();
}

void Transport::close()
{
    stream().close();
}

void Transport::abort()
{
    Error ignored;
    socket().set_option(net::socket_base::linger(true, 0), ignored);
    close();
}

} // namespace vouch::http
