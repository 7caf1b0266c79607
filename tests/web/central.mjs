// The real vouch-central (its path is in VOUCH_CENTRAL) on a database of its own in a new folder.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export class Central {
    static async create() {
        const central = new Central();
        central.program = process.env.VOUCH_CENTRAL;
        assert.ok(central.program, "VOUCH_CENTRAL must be the path of vouch-central");
        central.folder = await mkdtemp(join(tmpdir(), "vouch-central-"));
        central.database = `sqlite:${join(central.folder, "central.db")}`;
        return central;
    }

    // Runs one administration command to its end; gives what it printed.
    command(words, input = "") {
        const { status, stdout, stderr, error } = spawnSync(this.program,
            ["--database", this.database, ...words], { input, encoding: "utf8", timeout: 30000 });
        assert.equal(status, 0, `${words.join(" ")}: ${error ?? stderr}`);
        return stdout.trim();
    }

    async serve() {
        this.process = spawn(this.program,
            ["--database", this.database, "serve", "--listen", "127.0.0.1:0"],
            { stdio: ["ignore", "pipe", "inherit"] });
        const ended = once(this.process, "exit").then(([code]) => {
            throw new Error(`vouch-central ended at once with ${code}`);
        });
        const lines = createInterface({ input: this.process.stdout });
        const [line] = await Promise.race([once(lines, "line"), ended]);
        ended.catch(() => {});
        this.address = /^listening on (http:\S+)$/.exec(line)[1];
    }

    // Ends the server as an operator would, and requires that it ends well.
    async stop() {
        if (this.process?.exitCode === null) {
            const ended = once(this.process, "exit");
            this.process.kill("SIGTERM");
            assert.deepEqual(await ended, [0, null]);
        }
        await rm(this.folder, { recursive: true, force: true });
    }
}
