"""A bad network between a kiosk and a server: an HTTP proxy that does what it is told to requests.

A fault is a coroutine function of one Exchange. It decides what the server gets and what the client
gets; returning closes the client's connection.
"""

import asyncio
import collections
import functools
import json
import pathlib
import re
import socket
import ssl
import struct
import subprocess
import threading
import time

PIECE = 65536
TICK = 0.05  # seconds


class Gone(Exception):
    """The other end left."""


class Exchange:
    """One request on its way."""

    def __init__(self, proxy, head, body, writer):
        self.proxy = proxy
        self.head = head
        self.body = body
        self.writer = writer

    async def ask(self, request=None):
        """The server's whole answer to the request, or to what is sent in its place."""
        reader, writer = await self.proxy.connect()
        try:
            writer.write(self.head + self.body if request is None else request)
            return await reader.read()
        except OSError as error:
            raise Gone from error
        finally:
            writer.close()

    async def give(self, data):
        most = self.proxy.bytes_in_a_tick() or len(data) or 1
        try:
            for begin in range(0, len(data), most):
                self.writer.write(data[begin:begin + most])
                await self.writer.drain()
                if most < len(data):
                    await asyncio.sleep(TICK)
        except OSError as error:
            raise Gone from error


# --- Faults ---------------------------------------------------------------------------------------

async def none(exchange):
    await exchange.give(await exchange.ask())


async def lost_request(_):
    pass


async def lost_answer(exchange):
    await exchange.ask()


async def cut_request(exchange):
    """The server gets half of it and then sees the connection end."""
    _, writer = await exchange.proxy.connect()
    writer.write(exchange.head + exchange.body[:len(exchange.body) // 2])
    await writer.drain()
    writer.close()


async def cut_answer(exchange):
    answer = await exchange.ask()
    await exchange.give(answer[:answer.index(b"\r\n\r\n") + 4 + 30])


async def cut_head(exchange):
    await exchange.give((await exchange.ask())[:20])


async def reset(exchange):
    """Taken, then the connection is torn down instead of ended."""
    await exchange.ask()
    exchange.writer.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.writer.transport.abort()


async def five_copies(exchange):
    answers = await asyncio.gather(*(exchange.ask() for _ in range(5)))
    await exchange.give(answers[-1])


async def overtaken(exchange):
    """It arrives twice, each time after everything that was sent later and before the next pause."""
    exchange.proxy.held.append(exchange.head + exchange.body)


async def endless(exchange):
    """200, and a body without an end."""
    await exchange.give(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\n"
                        b"Connection: close\r\n\r\n{")
    while True:
        await exchange.give(b" " * PIECE)


async def trickling(exchange):
    """A byte now and then, for ever."""
    await exchange.give(b"HTTP/1.1 200 X\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        await exchange.give(b" ")
        await asyncio.sleep(TICK)


def slow(seconds):
    async def slow_answer(exchange):
        answer = await exchange.ask()
        await asyncio.sleep(seconds)
        await exchange.give(answer)
    return slow_answer


def says(status, body=b"", headers=(), kind="text/html"):
    """Something on the way answers in the server's place."""
    async def answer(exchange):
        lines = ["HTTP/1.1 %d X" % status, "Content-Type: " + kind,
                 "Content-Length: %d" % len(body), "Connection: close",
                 *(f"{key}: {value() if callable(value) else value}" for key, value in headers)]
        await exchange.give("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    return answer


def altered(change):
    """The server's answer, as JSON, after `change` was at it."""
    async def altered_answer(exchange):
        head, _, body = (await exchange.ask()).partition(b"\r\n\r\n")
        value = json.loads(body)
        change(value)
        body = json.dumps(value).encode()
        head = re.sub(rb"(?im)^(content-length): .*$", b"\\1: %d\r" % len(body), head)
        head = head.replace(b"\r\r", b"\r")
        await exchange.give(head + b"\r\n\r\n" + body)
    return altered_answer


def unless(condition, otherwise):
    """The fault for requests that fulfil a condition only."""
    async def chosen(exchange):
        await (otherwise if condition(exchange) else none)(exchange)
    return chosen


def at_random(random, faults, share):
    async def any_fault(exchange):
        await (random.choice(faults) if random.random() < share else none)(exchange)
    return any_fault


# --- The proxy ------------------------------------------------------------------------------------

class FaultProxy:
    """Listens on a free port of the loopback until close(). `plan` holds the faults of the requests
    to come, one each; then `always` holds. Requests to other paths pass."""

    def __init__(self, server, certificate=None, path="/api/v1/checks"):
        self.server = server  # (host, port), may be changed
        self.path = path
        self.plan = collections.deque()
        self.always = none
        self.bytes_per_second = None  # both ways, for all requests
        self.cut_handshakes = 0       # so many connections end before TLS stands
        self.requests = []            # monotonic times of those to `path`
        self.held = []
        self._connections = set()
        self._certificate = certificate
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait()

    @property
    def url(self):
        return "%s://127.0.0.1:%d" % ("https" if self._certificate else "http", self.port)

    def close(self):
        """May be called again."""
        if self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self, ready):
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda *_: None)  # connections that ended, as they do here
        tls = None
        if self._certificate:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(self._certificate.file, self._certificate.key)
        port = socket.create_server(("127.0.0.1", 0))
        # The client is to notice that the road is slow.
        port.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PIECE)
        listener = self._loop.run_until_complete(
            asyncio.start_server(self._serve, sock=port, ssl=tls))
        self.port = listener.sockets[0].getsockname()[1]
        listeners = [listener]
        if tls:
            inner = self.port
            front = self._loop.run_until_complete(asyncio.start_server(
                functools.partial(self._relay, inner), "127.0.0.1", 0))
            listeners.append(front)
            self.port = front.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        for each in listeners:
            each.close()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def connect(self):
        try:
            reader, writer = await asyncio.open_connection(*self.server)
        except OSError as error:
            raise Gone from error
        return reader, writer

    async def _relay(self, inner, reader, writer):
        """Raw bytes to the port where TLS ends, or nothing but the client's hello."""
        hello = await reader.read(PIECE)
        if self.cut_handshakes > 0:
            self.cut_handshakes -= 1
            writer.close()
            return
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", inner)
        inner_writer.write(hello)

        async def pump(source, sink):
            try:
                while piece := await source.read(PIECE):
                    sink.write(piece)
                    await sink.drain()
            except OSError:
                pass
            sink.close()
        await asyncio.gather(pump(reader, inner_writer), pump(inner_reader, writer))

    async def _serve(self, reader, writer):
        self._connections.add(writer)  # asyncio itself holds on to none
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
            body = await self._slowly(reader, int(length[1]) if length else 0)
            # One request a connection: the server is to end its answer by closing.
            head = re.sub(rb"(?i)\r\nconnection:[^\r]*", b"", head)[:-2] + b"Connection: close\r\n\r\n"
            exchange = Exchange(self, head, body, writer)
            if head.split()[1].decode() != self.path:
                await self._pass(exchange)
            else:
                self.requests.append(time.monotonic())
                await (self.plan.popleft() if self.plan else self.always)(exchange)
                await self._let_go(exchange)
        except (Gone, OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._connections.discard(writer)
            writer.close()

    async def _slowly(self, reader, length):
        most = self.bytes_in_a_tick()
        if not most:
            return await reader.readexactly(length)
        body = b""
        while len(body) < length:
            body += await reader.readexactly(min(most, length - len(body)))
            await asyncio.sleep(TICK)
        return body

    def bytes_in_a_tick(self):
        return int(self.bytes_per_second * TICK) + 1 if self.bytes_per_second else None

    async def _pass(self, exchange):
        """Piece by piece: it may be a stream without an end."""
        reader, writer = await self.connect()
        writer.write(exchange.head + exchange.body)
        try:
            while piece := await reader.read(PIECE):
                await exchange.give(piece)
        finally:
            writer.close()

    async def _let_go(self, exchange):
        """What was overtaken arrives now, twice."""
        if self.held and not (self.plan and self.plan[0] is overtaken):
            held, self.held = self.held, []
            for request in reversed(held + held):
                await exchange.ask(request)


# --- Certificates ---------------------------------------------------------------------------------

AUTHORITY = """[ca]
default_ca=d
[d]
database=index
new_certs_dir=.
policy=p
rand_serial=yes
unique_subject=no
copy_extensions=copy
[p]
commonName=supplied
"""


class Certificate:
    """For 127.0.0.1, signed by itself; valid within two times like 20300101000000Z."""

    def __init__(self, folder: pathlib.Path, begin="20200101000000Z", end="20991231000000Z",
                 name="127.0.0.1"):
        folder.mkdir()
        (folder / "ca.cnf").write_text(AUTHORITY)
        (folder / "index").write_text("")
        self.file = folder / "certificate.pem"
        self.key = folder / "key.pem"

        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
        openssl("ecparam", "-genkey", "-name", "prime256v1", "-out", "key.pem")
        openssl("req", "-new", "-key", "key.pem", "-subj", "/CN=" + name, "-addext",
                "subjectAltName=IP:" + name, "-out", "request.pem")
        openssl("ca", "-batch", "-config", "ca.cnf", "-selfsign", "-keyfile", "key.pem", "-md",
                "sha256", "-in", "request.pem", "-startdate", begin, "-enddate", end, "-notext",
                "-out", "certificate.pem")
