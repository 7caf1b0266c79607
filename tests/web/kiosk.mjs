// A tablet as the contract describes it: enrols, chains its records, signs its batches. Written
// from the contract alone, so that it also checks the server's side of it.

import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { blake2b } from "@noble/hashes/blake2.js";

const mostChecks = 500;
const tenYears = 3660 * 86_400_000;

// RFC 8785 for what records hold: strings, integers, booleans, null, arrays, objects.
function canonical(value) {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(",")}]`;
    }
    if (value !== null && typeof value === "object") {
        return `{${Object.keys(value).sort()
            .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
    }
    return JSON.stringify(value);
}

// Without what may be erased later.
function hashOf(record) {
    const items = record.items.map(({ value, salt, ...rest }) =>
        (["text", "contact"].includes(rest.type) ? rest : { ...rest, value }));
    const hashed = canonical({ ...record, items });
    return Buffer.from(blake2b(Buffer.from(hashed), { dkLen: 32 })).toString("hex");
}

function uuid7(milliseconds) {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(milliseconds, 0, 6);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export class Kiosk {
    static async enrol(address, code) {
        const kiosk = new Kiosk();
        const { publicKey, privateKey } = generateKeyPairSync("ed25519");
        kiosk.address = address;
        kiosk.key = privateKey;
        kiosk.boot = uuid7(Date.now());
        kiosk.enrolledAt = Date.now();
        kiosk.link = { chain: uuid7(Date.now()), sequence: 0, hash: "0".repeat(64) };
        const raw = Buffer.from(publicKey.export({ format: "jwk" }).x, "base64url");
        const answer = await kiosk.post("/api/v1/devices/enrol", {
            code,
            name: "till 1",
            public_key: raw.toString("base64"),
            proof: sign(null, Buffer.from(code), privateKey).toString("base64"),
        });
        Object.assign(kiosk, { device: answer.device, token: answer.token, store: answer.store,
            sealingKey: answer.sealing_key });
        return kiosk;
    }

    async post(path, body) {
        const response = await fetch(this.address + path, {
            method: "POST",
            headers: {
                "Content-Type": "application/json",
                ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
            },
            body: JSON.stringify(body),
        });
        const content = await response.text();
        assert.ok(response.ok, `${path}: ${response.status} ${content}`);
        return JSON.parse(content);
    }

    // Closes one check a score on the day of `at`, and sends them all.
    async answer(scores, { at = new Date(), marks = [] } = {}) {
        for (let first = 0; first < scores.length; first += mostChecks) {
            const checks = scores.slice(first, first + mostChecks)
                .map((score) => this.close(score, at, marks));
            await this.send(checks);
        }
    }

    // `more` are other members, as of another checklist.
    close(score, at, marks, items = [{ question: "recommend", type: "scale", value: score }],
        more = {}) {
        const record = {
            id: uuid7(at.getTime()), device: this.device, store: this.store,
            chain: this.link.chain, sequence: this.link.sequence + 1, previous: this.link.hash,
            kind: "survey", checklist: "checkout-nps", version: 1, series: "2026a",
            touchpoint: "checkout", language: "en",
            opened_at: at.toISOString(), closed_at: at.toISOString(), utc_offset_minutes: 0,
            day: at.toISOString().slice(0, 10), hour: at.getUTCHours(),
            boot: this.boot, monotonic_ms: this.running(at), state: "completed", score,
            marks,
            items,
            ...more,
        };
        record.hash = hashOf(record);
        this.link = { chain: record.chain, sequence: record.sequence, hash: record.hash };
        return record;
    }

    // For how long it had been running: for ten years when it was enrolled.
    running(at) {
        return at.getTime() - this.enrolledAt + tenYears;
    }

    async send(checks) {
        const results = await this.offer(checks);
        assert.deepEqual(results.filter(({ status }) => status !== "accepted"), []);
    }

    // Sends checks whatever becomes of them; their results.
    async offer(checks) {
        const sentAt = new Date().toISOString();
        const { chain, sequence, hash } = this.link;
        const lines = ["vouch-batch-1", this.device, sentAt, `${chain} ${sequence} ${hash}`,
            ...checks.map((check) => check.hash)];
        const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        const { results } = await this.post("/api/v1/checks", {
            protocol: 1, device: this.device, sent_at: sentAt, boot: this.boot,
            monotonic_ms: this.running(new Date(sentAt)), head: this.link,
            signature: sign(null, text, this.key).toString("base64"), checks,
        });
        return results;
    }
}
