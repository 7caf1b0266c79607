// Tells when the server's figures have moved, by server-sent events.

const leastPause = 1000;
const firstRetry = 2000;
const longestRetry = 60000;
// The server says something every fifteen seconds; after two that are missed nobody is there.
const longestSilence = 35000;

// Calls onChange() after events, at most once a second, and onState(true|false) as the stream comes
// and goes: it has gone too when the network has, or when nothing was heard for too long. Gives
// stop() to end it, and doubt() for who could not reach the server: the stream is begun anew.
export function listen({ onChange, onState }) {
    let source = null;
    let retryTimer = 0;
    let retryPause = firstRetry;
    let silenceTimer = 0;
    let changeTimer = 0;
    let lastChange = 0;
    let seen = "";

    function changed() {
        if (!changeTimer) {
            const wait = Math.max(0, lastChange + leastPause - Date.now());
            changeTimer = setTimeout(() => {
                changeTimer = 0;
                lastChange = Date.now();
                onChange();
            }, wait);
        }
    }

    function heard() {
        clearTimeout(silenceTimer);
        silenceTimer = setTimeout(doubt, longestSilence);
    }

    function received(event) {
        heard();
        if (event.lastEventId === "" || event.lastEventId !== seen) {
            seen = event.lastEventId;
            changed();
        }
    }

    function close() {
        source?.close();
        clearTimeout(retryTimer);
        clearTimeout(silenceTimer);
    }

    function retry() {
        retryTimer = setTimeout(open, retryPause);
        retryPause = Math.min(2 * retryPause, longestRetry);
    }

    function doubt() {
        close();
        onState(false);
        retry();
    }

    function open() {
        close();
        source = new EventSource("/api/v1/events");
        source.onopen = () => {
            retryPause = firstRetry;
            heard();
            onState(true);
        };
        source.onmessage = received;
        source.addEventListener("alive", heard);
        source.onerror = () => {
            clearTimeout(silenceTimer);
            onState(false);
            // The browser reconnects by itself, unless the answer was not a stream.
            if (source.readyState === EventSource.CLOSED) {
                retry();
                changed();
            }
        };
    }

    addEventListener("offline", doubt);
    addEventListener("online", open);
    open();
    return {
        doubt,
        stop() {
            removeEventListener("offline", doubt);
            removeEventListener("online", open);
            close();
            clearTimeout(changeTimer);
        },
    };
}
