"""The bounds of a request: 500 checks, 8 MiB after inflating, a zstd window of 8 MiB."""

import gzip
import json

import zstandard

from contract_case import ContractCase

MEBIBYTE = 1024 * 1024
LIMIT = 8 * MEBIBYTE


class Limits(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def padded(self, size):
        """A good batch, made that many bytes long with white space."""
        body = json.dumps(self.tablet.batch([self.tablet.check(9)])).encode()
        return body + b" " * (size - len(body))

    def post_compressed(self, encoding, compressed):
        return self.central.request("POST", "/api/v1/checks", self.tablet.token, compressed,
                                    {"Content-Encoding": encoding})

    def test_five_hundred_checks_are_taken(self):
        reply = self.tablet.send(self.tablet.batch(self.tablet.checks([9] * 500)), "zstd")
        self.assertStatuses(reply, *["accepted"] * 500)
        self.assertEqual(self.count(self.tablet), 500)

    def test_one_more_is_too_large_and_nothing_of_it_is_kept(self):
        reply = self.tablet.send(self.tablet.batch(self.tablet.checks([9] * 501)), "zstd")
        self.assertProblem(reply, 413)
        self.assertEqual(self.count(self.tablet), 0)

    def test_eight_mebibytes_are_taken(self):
        for encoding in (None, "zstd", "gzip"):
            with self.subTest(encoding):
                self.assertStatuses(self.tablet.send(self.padded(LIMIT), encoding), "accepted")

    def test_a_byte_more_is_too_large(self):
        for encoding in (None, "zstd", "gzip"):
            with self.subTest(encoding):
                self.assertProblem(self.tablet.send(self.padded(LIMIT + 1), encoding), 413)
        self.assertEqual(self.count(self.tablet), 0)

    def test_bombs_are_too_large(self):
        bomb = self.padded(256 * MEBIBYTE)
        compressed = {"zstd": zstandard.compress(bomb), "gzip": gzip.compress(bomb, 6)}
        del bomb
        for encoding, body in compressed.items():
            with self.subTest(encoding):
                self.assertLess(len(body), MEBIBYTE)
                self.assertProblem(self.post_compressed(encoding, body), 413)
        self.assertStatuses(self.tablet.post(self.tablet.check(3)), "accepted")

    def test_a_bomb_that_declares_no_size_is_too_large(self):
        bomb = zstandard.ZstdCompressor(write_content_size=False).compress(b" " * (9 * MEBIBYTE))
        self.assertProblem(self.post_compressed("zstd", bomb), 413)

    def test_several_frames_are_counted_together(self):
        half = b" " * (5 * MEBIBYTE)
        for encoding, compress in (("zstd", zstandard.compress), ("gzip", gzip.compress)):
            with self.subTest(encoding):
                self.assertProblem(self.post_compressed(encoding, compress(half) * 2), (400, 413))

    def test_a_zstd_window_over_eight_mebibytes_is_refused(self):
        parameters = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=False)
        compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
        body = json.dumps(self.tablet.batch([self.tablet.check()])).encode()
        compressed = compressor.compress(body) + compressor.flush()
        self.assertEqual(zstandard.get_frame_parameters(compressed).window_size, 128 * MEBIBYTE)
        self.assertProblem(self.post_compressed("zstd", compressed), (400, 413))

    def test_a_broken_compression_is_malformed(self):
        body = json.dumps(self.tablet.batch([self.tablet.check()])).encode()
        for encoding, compressed in (("zstd", zstandard.compress(body)),
                                     ("gzip", gzip.compress(body))):
            for broken in (compressed[:-9], b"no such thing", compressed[:20] + b"\0" * 40):
                with self.subTest((encoding, broken[:4])):
                    self.assertProblem(self.post_compressed(encoding, broken), 400, "malformed")
        self.assertEqual(self.count(self.tablet), 0)

    def test_an_unknown_encoding_is_refused(self):
        self.assertProblem(self.post_compressed("br", b"anything"), (400, 415))
