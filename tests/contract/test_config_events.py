"""What comes down to a tablet and to a page: GET /api/v1/config and GET /api/v1/events."""

import json

from contract_case import ContractCase, objects
from tablet import utc_now


class Config(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def config(self, **headers):
        return self.central.get("/api/v1/config", self.tablet.token, headers)

    def test_a_tablet_gets_the_published_checklist_whole(self):
        reply = self.config()
        self.assertEqual(reply.status, 200, reply)
        self.assertIn(self.central.checklist["questions"],
                      [value["questions"] for value in objects(reply.json())
                       if "questions" in value])

    def test_what_did_not_change_is_not_sent_again(self):
        etag = self.config().headers["ETag"]
        self.assertRegex(etag, r'^(W/)?"[^"]+"$')
        reply = self.config(**{"If-None-Match": etag})
        self.assertEqual((reply.status, reply.body), (304, b""))
        self.assertEqual(reply.headers["ETag"], etag)

    def test_a_list_of_etags_is_understood(self):
        etag = self.config().headers["ETag"]
        self.assertEqual(self.config(**{"If-None-Match": '"other", ' + etag}).status, 304)

    def test_another_etag_brings_the_whole(self):
        self.assertEqual(self.config(**{"If-None-Match": '"other"'}).status, 200)

    def test_a_published_version_changes_it(self):
        before = self.config().headers["ETag"]
        version = self.central.checklist["version"] + 1
        self.central.add_checklist_version(version)
        reply = self.config(**{"If-None-Match": before})
        self.assertEqual(reply.status, 200)
        self.assertNotEqual(reply.headers["ETag"], before)
        self.assertIn(version, [value["version"] for value in objects(reply.json())
                                if value.get("id") == self.central.checklist["id"]])

    def test_it_is_for_tablets_only(self):
        self.assertProblem(self.central.get("/api/v1/config"), 401)


class LiveState(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()
        self.target = "/api/v1/events?store=" + self.tablet.store

    def answer(self, *scores, tablet=None):
        """Answers given now: a state may be of the day."""
        tablet = tablet or self.tablet
        checks = [tablet.check(score, at=utc_now()) for score in scores]
        self.assertStatuses(tablet.post(*checks), *["accepted"] * len(scores))
        return checks

    def answers_in(self, data):
        """The count of the state: the largest n, as a state may carry several windows."""
        counts = [value["n"] for value in objects(data) if isinstance(value.get("n"), int)]
        self.assertTrue(counts, "no count in %s" % json.dumps(data))
        return max(counts)

    def next_change(self, events, known):
        """The next event with another state: a server may repeat one, which tells nothing new."""
        while True:
            identity, data = events.next()
            if data != known:
                return identity, data

    def test_it_is_a_stream_of_events(self):
        with self.central.events(self.target, self.regional) as events:
            self.assertEqual(events.status, 200)
            self.assertEqual(events.headers.get_content_type(), "text/event-stream")
            self.assertIn("no-cache", events.headers.get("Cache-Control", "")
                          .replace("no-store", "no-cache"))

    def test_it_begins_with_the_current_state(self):
        self.answer(9, 3)
        with self.central.events(self.target, self.regional) as events:
            identity, data = events.next()
        self.assertTrue(identity, "a state has its version")
        self.assertEqual(self.answers_in(data), 2)

    def test_it_moves_when_an_answer_comes_in(self):
        with self.central.events(self.target, self.regional) as events:
            first, known = events.next()
            self.answer(9)
            second, data = self.next_change(events, known)
            self.assertNotEqual(first, second)
            self.assertEqual(self.answers_in(data), 1)

    def test_a_duplicate_moves_nothing(self):
        checks = self.answer(9)
        with self.central.events(self.target, self.regional) as events:
            _, known = events.next()
            self.assertStatuses(self.tablet.post(*checks), "duplicate")
            self.answer(3)
            _, data = self.next_change(events, known)
            self.assertEqual(self.answers_in(data), 2)

    def test_another_stores_answer_moves_nothing(self):
        other = self.new_tablet()
        with self.central.events(self.target, self.regional) as events:
            _, known = events.next()
            self.answer(9, 9, 9, tablet=other)
            self.answer(3)
            _, data = self.next_change(events, known)
            self.assertEqual(self.answers_in(data), 1)

    def test_a_reconnect_gets_what_it_missed(self):
        with self.central.events(self.target, self.regional) as events:
            seen, _ = events.next()
        self.answer(9, 8)
        headers = {"Last-Event-ID": seen}
        with self.central.events(self.target, self.regional, headers) as events:
            _, data = events.next()
        self.assertEqual(self.answers_in(data), 2)

    def test_a_reconnect_that_missed_nothing_hears_of_what_comes(self):
        self.answer(9)
        with self.central.events(self.target, self.regional) as events:
            seen, known = events.next()
        headers = {"Last-Event-ID": seen}
        with self.central.events(self.target, self.regional, headers) as events:
            self.answer(3)
            identity, data = self.next_change(events, known)
        self.assertNotEqual(identity, seen)
        self.assertEqual(self.answers_in(data), 2)

    def test_a_tablet_listens_to_its_own_store_only(self):
        with self.central.events(self.target, self.tablet.token) as events:
            self.assertEqual(events.status, 200)
            events.next()
        self.assertProblem(self.central.get(self.target, self.new_tablet().token), (403, 404))

    def test_nobody_listens_without_a_token(self):
        self.assertProblem(self.central.get(self.target), 401)
