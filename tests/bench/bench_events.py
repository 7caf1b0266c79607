#!/usr/bin/python3
"""A thousand who watch: from an answer's acknowledgement to the last of them, CPU and memory.

Runs the shipped vouch-central with one shop, opens --listeners event streams on it, then sends one
answer at a time and waits until every stream has told of it. The reference, in the same run and by
the same reader: a bare program that writes as many bytes to as many sockets in a loop. See README.md
beside this."""

import argparse
import os
import pathlib
import resource
import select
import socket
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


def spread(values):
    values = sorted(values)
    return values[len(values) // 2], values[int(0.99 * (len(values) - 1))], values[-1]


class Readers:
    """Many sockets, read by one thread; what is looked for is where an event ends."""

    def __init__(self, sockets):
        self.poll = select.epoll()
        self.sockets = {each.fileno(): each for each in sockets}
        for each in sockets:
            each.setblocking(False)
            self.poll.register(each.fileno(), select.EPOLLIN)

    def everybody_heard(self, sign, seconds=20):
        """When the last of them had a piece with `sign` in it."""
        waiting = set(self.sockets)
        deadline = time.monotonic() + seconds
        while waiting:
            events = self.poll.poll(1)
            for number, _ in events:
                piece = self.sockets[number].recv(65536)
                if not piece:
                    raise SystemExit("a stream ended")
                if sign in piece:
                    waiting.discard(number)
            if time.monotonic() > deadline:
                raise SystemExit("%d streams were not told of %r" % (len(waiting), sign))
        return time.perf_counter()

    def drain(self, seconds):
        """What still comes, until nothing has come for so long."""
        while events := self.poll.poll(seconds):
            for number, _ in events:
                self.sockets[number].recv(65536)


def process_of(pid):
    """Seconds of the processor, and KiB resident."""
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    pages = int(pathlib.Path("/proc/%d/statm" % pid).read_text().split()[1])
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS, pages * resource.getpagesize() // 1024


def open_streams(address, token, count):
    out = []
    for _ in range(count):
        stream = socket.create_connection(address)
        stream.sendall(("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                        % token).encode())
        # One after the other: who comes in a crowd is asked to come again.
        piece = b""
        while b"data: " not in piece:
            more = stream.recv(65536)
            piece += more
            if not more or not piece.startswith(b"HTTP/1.1 200 "):
                raise SystemExit("no stream: %r" % piece[:300])
        out.append(stream)
    return out


def bare(count, size, times):
    """Milliseconds for a plain loop of sendall() to as many sockets, to the last reader."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=count)
    readers, writers = [], []
    for _ in range(count):
        readers.append(socket.create_connection(listener.getsockname()))
        writers.append(listener.accept()[0])
        writers[-1].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    heard, took = Readers(readers), []
    event = b"e" * (size - 2) + b"\n\n"
    for _ in range(times):
        since = time.perf_counter()
        thread = threading.Thread(target=lambda: [each.sendall(event) for each in writers])
        thread.start()
        took.append((heard.everybody_heard(b"\n\n") - since) * 1000)
        thread.join()
    for each in readers + writers + [listener]:
        each.close()
    return spread(took)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="vouch-central, release")
    parser.add_argument("--listeners", type=int, default=1000)
    parser.add_argument("--answers", type=int, default=50)
    arguments = parser.parse_args()
    checklists = HERE.parents[1] / "resources" / "checklists"
    os.environ["VOUCH_CENTRAL"] = arguments.program
    os.environ["VOUCH_CHECKLIST"] = str(checklists / "checkout-nps.json")
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit[1], limit[1]))
    sys.path[:0] = [str(HERE.parent / "contract")]
    import central_process
    import tablet as tablets
    central = central_process.Central()
    try:
        central.start()
        tablet = tablets.Tablet(central)
        tablet.enrol(central.device_code(central.add_store()))
        token = central.add_user("regional", region="r1")
        tablet.post(tablet.check(9))
        before = process_of(central._process.pid)
        streams = open_streams(central.address, token, arguments.listeners)
        readers = Readers(streams)
        readers.drain(1)
        idle = process_of(central._process.pid)
        took, beginnings = [], time.perf_counter()
        for number in range(arguments.answers):
            sign = b'"n":%d,' % (number + 1)
            reply = tablet.post(tablet.check(9, at=tablets.utc_now()))
            acknowledged = time.perf_counter()
            if reply.status != 200:
                raise SystemExit(repr(reply))
            took.append((readers.everybody_heard(sign) - acknowledged) * 1000)
            readers.drain(0.6)
        busy = process_of(central._process.pid)
        print("%d listeners, %d answers, load %.1f" % (
            arguments.listeners, arguments.answers, os.getloadavg()[0]))
        line = "  %-52s p50 %7.1f ms   p99 %7.1f ms   worst %7.1f ms"
        print(line % ("acknowledgement to the last listener", *spread(took)))
        plain = bare(arguments.listeners, 400, arguments.answers)
        print(line % ("the same bytes by a bare loop of writes", *plain))
        print("  %-52s p50 %7.2f" % ("ratio", spread(took)[0] / plain[0]))
        print("  %-52s %8.1f KiB" % ("memory, each listener",
                                     (idle[1] - before[1]) / arguments.listeners))
        print("  %-52s %8.2f ms" % ("processor of the server, each answer",
                                    (busy[0] - idle[0]) * 1000 / arguments.answers))
        print("  %-52s %8.2f %%" % ("processor of the server over the whole run",
                                    (busy[0] - idle[0]) * 100 / (
                                        time.perf_counter() - beginnings)))
        for each in streams:
            each.close()
    finally:
        central.close()


if __name__ == "__main__":
    main()
