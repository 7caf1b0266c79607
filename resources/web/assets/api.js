// The server's API as the page uses it. Every failure is an ApiError; nothing else is thrown.

export class ApiError extends Error {
    // `status` is 0 when no answer came at all; `code` is the stable code of the problem document.
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}

const requestTimeout = 20000;
let csrf = "";

const asJson = async (response) => {
    const content = await response.text();
    return content ? JSON.parse(content) : null;
};

async function request(method, path, body, read = asJson) {
    const headers = { Accept: "application/json" };
    if (body !== undefined) {
        headers["Content-Type"] = "application/json";
    }
    if (method !== "GET" && csrf) {
        headers["X-Vouch-CSRF"] = csrf;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), requestTimeout);
    try {
        const response = await fetch(path, {
            method,
            headers,
            body: body === undefined ? undefined : JSON.stringify(body),
            credentials: "same-origin",
            cache: "no-store",
            signal: stop.signal,
        });
        if (!response.ok) {
            throw problem(response.status, await response.text());
        }
        return await read(response);
    } catch (error) {
        throw error instanceof ApiError ? error : new ApiError(0, "unreachable", String(error));
    } finally {
        clearTimeout(timer);
    }
}

function problem(status, content) {
    try {
        const document = JSON.parse(content);
        return new ApiError(status, document.code ?? "", document.detail ?? document.title ?? "");
    } catch {
        return new ApiError(status, "", "");
    }
}

// Who is signed in ({name, role}), or null.
export async function currentSession() {
    try {
        const session = await request("GET", "/api/v1/session");
        csrf = session.csrf;
        return session;
    } catch (error) {
        if (error.status === 401) {
            csrf = "";
            return null;
        }
        throw error;
    }
}

// Throws 401 for a wrong name or password, `cookie-refused` when the browser kept no session.
export async function signIn(name, password) {
    await request("POST", "/api/v1/session", { name, password });
    const session = await currentSession();
    if (!session) {
        throw new ApiError(200, "cookie-refused", "");
    }
    return session;
}

export async function signOut() {
    await request("DELETE", "/api/v1/session");
    csrf = "";
}

// Any call by its method and path.
export function send(method, path, body) {
    return request(method, path, body);
}

// Every row of a list that comes by pages: `member` of each answer, in order.
export async function wholeList(path, member) {
    const rows = [];
    let after = null;
    do {
        const answer = await request("GET", after === null ? path
            : `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(after)}`);
        rows.push(...answer[member]);
        after = answer.next ?? null;
    } while (after !== null);
    return rows;
}

export function regions() {
    return wholeList("/api/v1/regions", "regions");
}

export function stores() {
    return wholeList("/api/v1/stores", "stores");
}

// `query` is a plain object; members that are undefined are left out.
export function nps(query) {
    return request("GET", `/api/v1/nps?${searchOf(query)}`);
}

// The figures of the dashboard; `query` as in nps().
const figures = (call) => (query) => request("GET", `/api/v1/${call}?${searchOf(query)}`);
export const ranking = figures("ranking");
export const trend = figures("trend");
export const heatMap = figures("heatmap");
export const touchpoints = figures("touchpoints");
export const kiosks = figures("kiosks");
export const drivers = figures("drivers");
export const funnel = figures("funnel");
export const coverages = figures("coverage");
export const measurements = figures("measurements");
export const comparison = figures("comparison");
export const answers = figures("answers");
export const comments = figures("comments");
export const notes = figures("notes");
export const commentWords = figures("comments/words");

// A note beside the figures: {day, text} and store, region or neither.
export function addNote(note) {
    return request("POST", "/api/v1/notes", note);
}

export function removeNote(id) {
    return request("DELETE", `/api/v1/notes/${id}`);
}

// The monthly report as a file; `query` has store or region, month and language.
export function report(query) {
    return request("GET", `/api/v1/report?${searchOf(query)}`, undefined,
        (response) => response.blob());
}

// What each tablet made; `query` as in nps().
export function ledger(query) {
    return request("GET", `/api/v1/ledger?${searchOf(query)}`);
}

export function verifyChain(query) {
    return request("GET", `/api/v1/ledger/verify?${searchOf(query)}`);
}

export function quarantine(query) {
    return request("GET", `/api/v1/quarantine?${searchOf(query)}`);
}

export function exportAddress(query) {
    const search = searchOf(query);
    return search ? `/api/v1/export.csv?${search}` : "/api/v1/export.csv";
}

function searchOf(query) {
    const known = Object.entries(query).filter(([, value]) => value !== undefined);
    return new URLSearchParams(known).toString();
}
