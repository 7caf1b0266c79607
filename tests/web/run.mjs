// node run.mjs FILE…: runs test files with node's own runner; says plainly what is missing first.

import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

function need(there, message) {
    if (!there) {
        console.error(`The page cannot be tested: ${message}`);
        process.exit(2);
    }
}

const [major] = process.versions.node.split(".").map(Number);
need(major >= 18, `Node.js ${process.versions.node} is too old, 18 or newer is needed.`);
for (const name of ["playwright-core", "axe-core"]) {
    need(existsSync(`${folder}node_modules/${name}/package.json`),
        `${name} is not installed. Run "npm ci" in tests/web.`);
}
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
need(existsSync(chromium), `there is no ${chromium}. Install the package "chromium".`);

const { status } = spawnSync(process.execPath, ["--test", ...process.argv.slice(2)],
    { cwd: folder, stdio: "inherit" });
process.exit(status ?? 1);
