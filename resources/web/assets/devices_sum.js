// What can be said of all tablets together, and what it rests on: their own last signs of life.

import { since } from "./devices_format.js";
import { devicesText as words } from "./devices_strings.js";

const unheardOf = ["never-seen", "not-seen"];

// `devices` as the server lists them; `now` is the server's.
export function sumOf(devices, now) {
    const inUse = devices.filter((each) => !each.replaced && !each.revoked);
    const toLookAt = devices.filter((each) => each.attention.length > 0);
    if (inUse.length === 0) {
        return devices.length === 0 ? words.noneEnrolled : words.noneInUse;
    }
    if (toLookAt.length > 0) {
        const unheard = toLookAt.filter(({ attention }) =>
            attention.some((word) => unheardOf.includes(word)));
        return words.someToLookAt(inUse.length, toLookAt.length, unheard.length);
    }
    // A tablet that was never heard of is one to look at.
    const oldest = inUse.map(({ last_seen_at: seen }) => seen).sort()[0];
    return words.noneReports(inUse.length, since(oldest, now));
}
