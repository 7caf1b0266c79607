"""Malformed HTTP by the thousand, from one seed: no crash, no 5xx, and nothing of it stays."""

import concurrent.futures
import json
import os
import random
import re
import socket
import unittest

from contract_case import ContractCase

SEED = int(os.environ.get("VOUCH_SEED", "20261122"))
COUNT = 6000
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) [^\r\n]*\r\n")
WORDS = (b"\x00", b"\r", b"\n", b"\r\n", b"\r\n\r\n", b"\t", b" ", b":", b"\xff\xfe", b"%", b"%00",
         b"%ff", b"%2e%2e%2f", b"/../", b"//", b"?", b"&a=1&a=2", b"#", b"\x7f", b"\xc0\xaf", b"-1",
         b"99999999999999999999", b"0x10", b"chunked", b"Host: b\r\n", b"Content-Length: 5\r\n",
         b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n",
         b"Expect: 100-continue\r\n", b"Connection: close, keep-alive\r\n", b"a" * 20000,
         b"X: " + b"y" * 9000 + b"\r\n", b"X: 1\r\n" * 300, b"[" * 3000, b"{\"a\":" * 1000)
VERSIONS = (b"HTTP/0.9", b"HTTP/1.2", b"HTTP/2.0", b"HTTP/9.9", b"http/1.1", b"HTTP/1.1.1", b"")
METHODS = (b"", b"get", b"G E T", b"PRI", b"CONNECT", b"TRACE", b"OPTIONS", b"\x16\x03\x01", b"A" * 9000)
LENGTHS = (b"-1", b"+5", b"5, 5", b"0x5", b"1e3", b"", b"5 5", b"18446744073709551616")
CHUNKS = (b"-1\r\n", b"zz\r\n", b"ffffffffffffffff\r\nabc", b"5\r\nab", b"1;" + b"e" * 9000 + b"\r\na\r\n",
          b"1\r\naX\r\n0\r\n\r\n", b"\r\n", b"5\nhello\n0\n\n")


def head(method, target, *fields, version=b"HTTP/1.1"):
    return b" ".join((method, target, version)) + b"\r\n" + b"".join(
        field + b"\r\n" for field in (b"Host: a", *fields)) + b"\r\n"


class Malformed(ContractCase):
    """Each request goes alone over a connection that is then closed for writing."""

    def setUp(self):
        self.tablet = self.new_tablet()
        self.random = random.Random(SEED)

    def good_ones(self):
        token = b"Authorization: Bearer " + self.tablet.token.encode()
        person = b"Authorization: Bearer " + self.regional.encode()
        batch = json.dumps(self.tablet.batch([self.tablet.check(9)])).encode()
        return (head(b"GET", b"/healthz"), head(b"GET", b"/"),
                head(b"GET", b"/api/v1/nps?by=day&from=2026-11-01&to=2026-11-30", person),
                head(b"GET", b"/api/v1/export.csv?limit=1", person),
                head(b"GET", b"/api/v1/config", token, b"If-None-Match: \"x\""),
                head(b"POST", b"/api/v1/checks", token, b"Content-Type: application/json",
                     b"Content-Length: %d" % len(batch)) + batch,
                head(b"POST", b"/api/v1/heartbeat", token, b"Transfer-Encoding: chunked")
                + b"2\r\n{}\r\n0\r\n\r\n",
                head(b"POST", b"/api/v1/session", b"Content-Length: 27",
                     b"Cookie: a=b; session=\"c\"") + b'{"name":"a","password":"b"}')

    def mutated(self, good):
        """What one may or may not still understand."""
        text = bytearray(good)
        for _ in range(self.random.choice((1, 1, 2, 5, 40))):
            at = self.random.randrange(len(text) + 1)
            kind = self.random.randrange(5)
            if kind == 0:
                text[at:at + 1] = bytes((self.random.randrange(256),))
            elif kind == 1:
                text[at:at] = self.random.choice(WORDS)
            elif kind == 2:
                del text[at:at + self.random.choice((1, 2, 10, 100))]
            elif kind == 3:
                text[at:at] = text[self.random.randrange(len(text) + 1):][:60]
            else:
                text = text[:max(at, 1)]
            if not text:
                text = bytearray(b"\r\n")
        return bytes(text)

    def wrong_ones(self):
        """What nobody may answer with success."""
        pick = self.random.choice
        line, _, rest = head(b"POST", b"/api/v1/checks").partition(b"\r\n")
        return pick((
            lambda: head(b"GET", b"/healthz", version=pick(VERSIONS)),
            lambda: head(pick(METHODS), b"/api/v1/nps"),
            lambda: head(b"GET", b"/healthz", b"Host: b"),
            lambda: b"GET /healthz HTTP/1.1\r\n\r\n",
            lambda: head(b"POST", b"/api/v1/session", b"Content-Length: " + pick(LENGTHS)) + b"hello",
            lambda: head(b"POST", b"/api/v1/session", b"Content-Length: 5", b"Content-Length: 6")
            + b"hello!",
            lambda: head(b"POST", b"/api/v1/session", b"Content-Length: 5",
                         b"Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n",
            lambda: head(b"POST", b"/api/v1/session", b"Transfer-Encoding: chunked") + pick(CHUNKS),
            lambda: line + b"\r\n folded: 1\r\n" + rest,
            lambda: head(b"GET", b"/" + pick((b"..", b"%2e%2e", b"a/%2e%2e/%2e%2e")) + b"/etc/passwd"),
            lambda: head(b"GET", b"/api/v1/nps?" + pick((b"a=%", b"a=%zz", b"a=%ff", b"a=1&a=2"))),
            lambda: head(b"GET", b"/healthz", b"X: " + b"y" * 40000),
            lambda: head(b"GET", b"/" + b"a" * 20000),
            lambda: bytes(self.random.randrange(256) for _ in range(self.random.randrange(1, 400))),
        ))()

    def answers(self, sent):
        """The statuses that came back before the server closed."""
        with socket.create_connection(self.central.address, 30) as connection:
            received = bytearray()
            try:
                connection.sendall(sent)
                connection.shutdown(socket.SHUT_WR)
                while piece := connection.recv(65536):
                    received += piece
            except (ConnectionResetError, BrokenPipeError):
                pass
        self.assertTrue(not received or STATUS.match(received), "no HTTP: %r" % bytes(received[:80]))
        return [int(each) for each in STATUS.findall(received)]

    def all_answers(self, requests):
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            return list(zip(requests, pool.map(self.answers, requests)))

    def assertUnharmed(self, process):
        self.assertEqual(self.central.process, process)
        self.assertEqual(self.central.get("/healthz").status, 200)
        self.assertStatuses(self.tablet.post(self.tablet.check(9)), "accepted")
        log = self.central.whole_log()
        self.assertNotIn("level=error", log, log[-3000:])

    def test_what_may_still_be_understood(self):
        process, good = self.central.process, self.good_ones()
        requests = [self.mutated(self.random.choice(good)) for _ in range(COUNT)]
        told = self.all_answers(requests)
        for sent, statuses in told:
            self.assertFalse([each for each in statuses if each >= 500], (SEED, sent[:400], statuses))
        self.assertTrue({200, 400} <= {each for _, statuses in told for each in statuses})
        self.assertUnharmed(process)

    def test_what_nobody_may_understand(self):
        process = self.central.process
        for sent, statuses in self.all_answers([self.wrong_ones() for _ in range(COUNT)]):
            self.assertFalse([each for each in statuses if not 400 <= each < 500],
                             (SEED, sent[:400], statuses))
        self.assertUnharmed(process)


if __name__ == "__main__":
    unittest.main()
