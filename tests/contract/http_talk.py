"""A small HTTP/1.1 client that shows trailers and events, which the ordinary ones hide."""

import http.client
import io
import json
import socket

TIMEOUT = 30


class ChunkedBody(io.RawIOBase):
    """Undoes chunked transfer coding; the trailers are there once the last chunk was read."""

    def __init__(self, source):
        super().__init__()
        self._source = source
        self._left = 0
        self.trailers = None

    def readable(self):
        return True

    def readinto(self, buffer):
        if self.trailers is not None:
            return 0
        if self._left == 0:
            line = self._source.readline()
            if not line:
                raise ConnectionError("the stream ended without its last chunk")
            self._left = int(line.split(b";")[0], 16)
            if self._left == 0:
                self.trailers = http.client.parse_headers(self._source)
                return 0
        data = self._source.read1(min(self._left, len(buffer)))
        if not data:
            raise ConnectionError("the stream ended inside a chunk")
        buffer[:len(data)] = data
        self._left -= len(data)
        if self._left == 0:
            self._source.readline()
        return len(data)


class Reply:
    def __init__(self, status, headers, body, trailers):
        self.status = status
        self.headers = headers
        self.body = body
        self.trailers = trailers

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return "%d %r" % (self.status, self.body[:400])


class Connection:
    """One connection, one request, one reply."""

    def __init__(self, address, source="127.0.0.1"):
        self._address = address
        self._socket = socket.create_connection(address, TIMEOUT, (source, 0))
        self._file = self._socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()
        self._socket.close()

    def send(self, method, target, headers, body):
        lines = ["%s %s HTTP/1.1" % (method, target), "Host: %s:%d" % self._address,
                 "Connection: close", "TE: trailers"]
        if body is not None:
            lines.append("Content-Length: %d" % len(body))
        lines += ["%s: %s" % pair for pair in headers.items()]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode()
        try:
            self._socket.sendall(head + (body or b""))
        except (BrokenPipeError, ConnectionResetError):
            pass  # A server may answer 413 before it has read everything.

    def head(self):
        """Status and headers of the reply; then body() or the lines of stream()."""
        line = self._file.readline().split(None, 2)
        if len(line) < 2:
            raise ConnectionError("no reply")
        self.headers = http.client.parse_headers(self._file)
        return int(line[1]), self.headers

    def stream(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            self._chunks = ChunkedBody(self._file)
            return io.BufferedReader(self._chunks)
        self._chunks = None
        return self._file

    def reply(self, method):
        status, headers = self.head()
        stream = self.stream()
        if method == "HEAD" or status in (204, 304):
            body = b""
        elif self._chunks is None and "Content-Length" in headers:
            body = stream.read(int(headers["Content-Length"]))
        else:
            body = stream.read()
        return Reply(status, headers, body, self._chunks.trailers if self._chunks else None)


class Events:
    """A subscription to server-sent events. `status` and `headers` are the reply's."""

    def __init__(self, address, target, headers):
        self._connection = Connection(address)
        self._connection.send("GET", target, {"Accept": "text/event-stream", **headers}, None)
        self.status, self.headers = self._connection.head()
        self._stream = self._connection.stream()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.__exit__()

    def next(self):
        """The next event as (id, data as JSON); comments and named events are skipped."""
        identity, data, named = None, [], False
        while True:
            line = self._stream.readline()
            if not line:
                raise ConnectionError("the stream of events ended")
            line = line.rstrip(b"\r\n").decode("utf-8")
            name, _, value = line.partition(":")
            value = value[1:] if value.startswith(" ") else value
            if not line and data and not named:
                return identity, json.loads("\n".join(data))
            if not line:
                data, named = [], False
            if name == "id":
                identity = value
            elif name == "event":
                named = True
            elif name == "data":
                data.append(value)
