// Tells when the server's figures have moved, by server-sent events.

const leastPause = 1000;
const firstRetry = 2000;
const longestRetry = 60000;

// Calls onChange() after events, at most once a second, and onState(true|false) as the stream comes
// and goes. Returns a function that ends it.
export function listen({ onChange, onState }) {
    let source = null;
    let retryTimer = 0;
    let retryPause = firstRetry;
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

    function received(event) {
        if (event.lastEventId === "" || event.lastEventId !== seen) {
            seen = event.lastEventId;
            changed();
        }
    }

    function open() {
        source = new EventSource("/api/v1/events");
        source.onopen = () => {
            retryPause = firstRetry;
            onState(true);
        };
        source.onmessage = received;
        source.onerror = () => {
            onState(false);
            // The browser reconnects by itself, unless the answer was not a stream.
            if (source.readyState === EventSource.CLOSED) {
                retryTimer = setTimeout(open, retryPause);
                retryPause = Math.min(2 * retryPause, longestRetry);
                changed();
            }
        };
    }

    open();
    return () => {
        source.close();
        clearTimeout(retryTimer);
        clearTimeout(changeTimer);
    };
}
