// A stand-in for vouch-central for what the real one cannot be made to do on demand: go away, lose
// a session in the middle, fail. It keeps its answers in memory and knows nothing of kiosks.
// Run by itself (`node fake_central.mjs`) it serves the page for working on its looks.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { score } from "../../resources/web/assets/figures.js";
import { addDays } from "../../resources/web/assets/filter.js";
import { comparisonOf, coverageOf, driversOf, funnelOf, heatOf, kiosksOf, rankingOf, regionRows,
    touchpointsOf, trendOf } from "./fake_figures.mjs";

const pageFolder = fileURLToPath(new URL("../../resources/web/", import.meta.url));
export const chartFile = "/usr/share/javascript/chart.js/chart.min.js";
const types = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
};
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; "
    + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'";
export const today = "2026-11-22";

// Stores with every state that a row can be in; `daily` is how many answers a day, from the last
// `days` days; the shares are promoters and passives in percent.
const chain = [
    { id: "s1", name: "Central", region: "Dubai Creek", daily: 40, days: 60, shares: [60, 24] },
    { id: "s2", name: "Station", region: "Dubai Creek", daily: 39, days: 60, shares: [54, 26] },
    { id: "s3", name: "Garden", region: "Inland", daily: 29, days: 60, shares: [70, 20] },
    { id: "s4", name: "Harbour & <Pier> — the long name of a shop on two floors", region: "Coast",
        daily: 3, days: 25, shares: [50, 26] },
    { id: "s5", name: "فروشگاه شهر قدیم", region: "Inland", daily: 1, days: 22, shares: [77, 18] },
    { id: "s6", name: "Opening soon", region: "Coast", daily: 0, days: 0, shares: [0, 0] },
];

// A small generator with a fixed seed: the same figures at every run.
function seeded(seed) {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

function makeAnswers() {
    const random = seeded(7);
    const answers = [];
    for (const store of chain) {
        for (let back = store.days - 1; back >= 0; --back) {
            for (let i = 0; i < store.daily; ++i) {
                const kind = 100 * random();
                const value = kind < store.shares[0] ? 9 + (random() < 0.7)
                    : kind < store.shares[0] + store.shares[1] ? 7 + (random() < 0.64)
                        : [0, 3, 4, 5, 5, 6, 6][Math.floor(7 * random())];
                answers.push({ store: store.id, day: addDays(today, -back), value,
                    marked: random() < 0.03 });
            }
        }
    }
    return answers;
}

// `trouble` is "", "gone" (the connection is cut), "failing" (500) or "ended" (401).
export class FakeCentral {
    constructor() {
        this.answers = makeAnswers();
        this.sessions = new Set();
        this.listeners = new Set();
        this.version = 1;
        this.trouble = "";
        this.requests = [];
        this.server = createServer((request, response) => this.handle(request, response));
    }

    async start(port = 0) {
        await new Promise((done) => this.server.listen(port, "127.0.0.1", done));
        this.address = `http://127.0.0.1:${this.server.address().port}`;
        return this;
    }

    async stop() {
        this.server.closeAllConnections();
        await new Promise((done) => this.server.close(done));
    }

    cutConnections() {
        this.server.closeAllConnections();
        this.listeners.clear();
    }

    add(answer) {
        this.answers.push(answer);
        this.version += 1;
        for (const listener of this.listeners) {
            this.sendState(listener);
        }
    }

    // As the server does every fifteen seconds.
    sayAlive() {
        for (const listener of this.listeners) {
            listener.write("event: alive\ndata\n\n");
        }
    }

    sendState(response) {
        response.write(`id: ${this.version}\ndata: {"version":${this.version}}\n\n`);
    }

    async handle(request, response) {
        const url = new URL(request.url, this.address);
        this.requests.push(`${request.method} ${request.url}`);
        if (this.trouble === "gone") {
            request.socket.destroy();
            return;
        }
        response.setHeader("Content-Security-Policy", policy);
        if (!url.pathname.startsWith("/api/")) {
            await servePage(url.pathname, response);
            return;
        }
        if (this.trouble === "failing") {
            problem(response, 500, "internal", "The disk is full. Free some space.");
            return;
        }
        const route = this[`${request.method} ${url.pathname.replace("/api/v1/", "")}`];
        if (!route) {
            problem(response, 404, "not-found", "No such call.");
        } else if (url.pathname !== "/api/v1/session" && !this.knows(request)) {
            problem(response, 401, "unauthorized", "Sign in first.");
        } else {
            await route.call(this, request, response, url.searchParams);
        }
    }

    knows(request) {
        const token = /vouch=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
        return this.trouble !== "ended" && this.sessions.has(token);
    }

    async "POST session"(request, response) {
        let body = "";
        for await (const part of request) {
            body += part;
        }
        const { name, password } = JSON.parse(body);
        if (name !== "regina" || password !== "correct horse") {
            problem(response, 401, "wrong-credentials", "Name or password is not right.");
            return;
        }
        const token = `t${this.sessions.size}`;
        this.sessions.add(token);
        response.setHeader("Set-Cookie", `vouch=${token}; HttpOnly; SameSite=Strict; Path=/`);
        response.writeHead(204).end();
    }

    "GET session"(request, response) {
        if (this.knows(request)) {
            json(response, { name: "regina", role: "regional", everywhere: true, export: true,
                csrf: "c1" });
        } else {
            problem(response, 401, "unauthorized", "Sign in first.");
        }
    }

    "DELETE session"(request, response) {
        if (request.headers["x-vouch-csrf"] !== "c1") {
            problem(response, 403, "csrf", "The CSRF header is missing.");
            return;
        }
        this.sessions.clear();
        response.writeHead(204).end();
    }

    "GET stores"(request, response) {
        json(response, {
            stores: chain.map(({ id, name, region }) => ({
                id, name, region, timezone: "Asia/Dubai", today,
                last_answer: this.answers.some((answer) => answer.store === id)
                    ? "2026-11-22T14:03:31.904Z" : null,
            })),
        });
    }

    "GET nps"(request, response, query) {
        const keys = { store: (a) => a.store, day: (a) => a.day,
            month: (a) => a.day.slice(0, 7), none: () => null };
        const keyOf = keys[query.get("by") ?? "none"];
        const groups = new Map(query.has("by") ? [] : [[null, new Array(11).fill(0)]]);
        for (const answer of this.selected(query)) {
            const key = keyOf(answer);
            const histogram = groups.get(key) ?? new Array(11).fill(0);
            histogram[answer.value] += 1;
            groups.set(key, histogram);
        }
        json(response, { rows: [...groups].map(rowOf), as_of: new Date().toISOString() });
    }

    "GET regions"(request, response) {
        json(response, regionRows(chain));
    }

    "GET trend"(request, response, query) {
        json(response, trendOf(this.selected(query), query, today));
    }

    "GET notes"(request, response) {
        json(response, { notes: this.notes ?? [] });
    }

    "GET heatmap"(request, response, query) {
        json(response, heatOf(this.selected(query), query, today));
    }

    "GET drivers"(request, response, query) {
        json(response, driversOf(this.selected(query), query, today));
    }

    "GET funnel"(request, response, query) {
        json(response, funnelOf(this.selected(query), query, today));
    }

    "GET coverage"(request, response, query) {
        json(response, coverageOf(this.inScope(query), query, today));
    }

    "GET touchpoints"(request, response, query) {
        json(response, touchpointsOf(this.selected(query)));
    }

    "GET kiosks"(request, response, query) {
        json(response, kiosksOf(this.selected(query), today));
    }

    "GET ranking"(request, response, query) {
        json(response, rankingOf(this.selected(query), chain.filter(({ region }) =>
            !query.has("region") || region === query.get("region"))));
    }

    "GET comparison"(request, response, query) {
        const other = new URLSearchParams(query);
        for (const [name, value] of query) {
            if (name.startsWith("other_")) {
                other.delete(name.slice(6));
                if (value) {
                    other.set(name.slice(6), value);
                }
            }
        }
        json(response, comparisonOf(this.selected(query), this.selected(other)));
    }

    "GET export.csv"(request, response, query) {
        response.setHeader("Content-Type", "text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"vouch.csv\"");
        response.end(["store,day,score", ...this.selected(query).map((a) =>
            `${a.store},${a.day},${a.value}`), ""].join("\r\n"));
    }

    "GET report"(request, response, query) {
        if (query.get("month") === today.slice(0, 7)) {
            problem(response, 503, "unavailable", "Other reports are being made.");
            return;
        }
        response.setHeader("Content-Type", "application/pdf");
        response.end(`%PDF ${query}`);
    }

    "GET events"(request, response) {
        response.writeHead(200, { "Content-Type": "text/event-stream" });
        this.listeners.add(response);
        response.on("close", () => this.listeners.delete(response));
        this.sendState(response);
    }

    // The stores that a question is about.
    inScope(query) {
        return chain.filter(({ id, region }) =>
            (!query.has("store") || id === query.get("store"))
            && (!query.has("region") || region === query.get("region")));
    }

    selected(query) {
        const regions = new Map(chain.map((store) => [store.id, store.region]));
        return this.answers.filter((answer) =>
            (!query.has("store") || answer.store === query.get("store"))
            && (!query.has("region") || regions.get(answer.store) === query.get("region"))
            && (!query.has("from") || answer.day >= query.get("from"))
            && (!query.has("to") || answer.day <= query.get("to"))
            && (query.get("marked") !== "exclude" || !answer.marked));
    }
}

function rowOf([key, histogram]) {
    const sum = (from, to) => histogram.slice(from, to + 1).reduce((a, b) => a + b, 0);
    const [detractors, passives, promoters] = [sum(0, 6), sum(7, 8), sum(9, 10)];
    const { nps, low, high } = score(promoters, passives, detractors);
    return { key, n: promoters + passives + detractors, promoters, passives, detractors, nps, low,
        high, histogram };
}

async function servePage(path, response) {
    const name = normalize(path === "/" ? "/index.html" : extname(path) ? path : `${path}.html`);
    try {
        const content = await readFile(name.endsWith("/chart.min.js") ? chartFile
            : join(pageFolder, name));
        response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
        response.end(content);
    } catch {
        problem(response, 404, "not-found", "No such page.");
    }
}

function json(response, content) {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(content));
}

function problem(response, status, code, detail) {
    response.writeHead(status, { "Content-Type": "application/problem+json" });
    response.end(JSON.stringify({ type: "about:blank", title: code, status, code, detail }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const fake = await new FakeCentral().start(Number(process.env.PORT ?? 0));
    console.log(`listening on ${fake.address} (user regina, password "correct horse")`);
}
