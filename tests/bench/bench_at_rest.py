#!/usr/bin/python3
"""What a tablet costs the server while nobody answers: a heartbeat, and a look for new
configuration.

Sends many of each, one after the other on one connection, to the shipped server, and tells its
processor time and the bytes of HTTP for one. /healthz in the same run is the reference. On SQLite,
or with VOUCH_TEST_POSTGRESQL=1 on a PostgreSQL of its own, whose processor time is added. See
README.md beside this."""

import argparse
import json
import os
import pathlib
import socket
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/contract"))
os.environ.setdefault("VOUCH_CHECKLIST", str(ROOT / "resources/checklists/checkout-nps.json"))

HEARTBEAT = {"version": "1.0", "queue_length": 0, "battery_percent": 80, "charging": True,
             "temperature_celsius": 40, "disk_free_bytes": 10 ** 10, "locked": True, "failing": []}
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(process):
    """Of the server, and of all processes of PostgreSQL when it is on one."""
    ticks = 0
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        name, fields = stat[stat.index("(") + 1:stat.rindex(")")], stat[stat.rindex(")") + 2:].split()
        if int(folder.name) == process or (
                name == "postgres" and "VOUCH_TEST_POSTGRESQL" in os.environ):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def request(method, target, token, body=b"", **headers):
    lines = ["%s %s HTTP/1.1" % (method, target), "Host: localhost",
             "Authorization: Bearer " + token, "Content-Length: %d" % len(body)]
    lines += ["%s: %s" % (name.replace("_", "-"), value) for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Talk:
    """A kept connection; its answers have a Content-Length or no body."""

    def __init__(self, address):
        self._socket = socket.create_connection(address)
        self.bytes = 0

    def ask(self, sent, expected):
        self._socket.sendall(sent)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        if lines[0].split()[1] not in expected:
            raise SystemExit("answered with " + data.decode(errors="replace"))
        headers = {name.lower(): value for name, value in
                   (line.split(": ", 1) for line in lines[1:])}
        while len(body) < int(headers.get("content-length", 0)):
            body += self._more()
        self.bytes += len(sent) + len(head) + 4 + len(body)
        return headers

    def _more(self):
        piece = self._socket.recv(65536)
        if not piece:
            raise SystemExit("the server closed the connection")
        return piece


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("program", help="vouch-central")
    options.add_argument("--times", type=int, default=5000)
    options = options.parse_args()
    os.environ["VOUCH_CENTRAL"] = options.program
    from central_process import Central
    from tablet import Tablet

    central = Central()
    central.start(options=["--device-requests-per-minute", "0"])
    process = central._process.pid
    tablet = Tablet(central)
    assert tablet.enrol(central.device_code(central.add_store())).status == 201
    talk = Talk(central.address)
    config = request("GET", "/api/v1/config", tablet.token)
    tag = talk.ask(config, {"200"})["etag"]
    calls = {
        "/healthz": request("GET", "/healthz", tablet.token),
        "a heartbeat": request("POST", "/api/v1/heartbeat", tablet.token,
                               json.dumps(HEARTBEAT).encode(), Content_Type="application/json"),
        "configuration, unchanged": request("GET", "/api/v1/config", tablet.token,
                                            If_None_Match=tag),
    }
    print("%d of each, one after the other; a time of the processor and bytes of HTTP, both ways"
          % options.times)
    for name, sent in calls.items():
        before, talk.bytes = processor_seconds(process), 0
        for _ in range(options.times):
            talk.ask(sent, {"200", "304"})
        took = processor_seconds(process) - before
        print("  %-26s %8.0f us %8.0f bytes" % (
            name, took * 1e6 / options.times, talk.bytes / options.times))
    central.close()


main()
