/** What is in the folder of a platform: starters and help on top, the package, Node and the rest in app/. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const own = join(dirname(fileURLToPath(import.meta.url)), "files");

/** Where each of our files goes; batch files have the line ends that cmd.exe wants. */
const STARTERS = {
  win: {
    "open.cmd": "打开简报.cmd",
    "console.cmd": "命令行.cmd",
    "bulletin.cmd": "app/bin/bulletin.cmd",
  },
  linux: { "open-bulletin.sh": "open-bulletin.sh", bulletin: "bulletin" },
};

/**
 * @param {string} platform
 * @param {{ program: Uint8Array, licence: Uint8Array }} node
 * @param {ReadonlyMap<string, Uint8Array>} packed files of the package
 * @returns {Map<string, { bytes: Uint8Array, isProgram: boolean }>}
 */
export function folderOf(platform, node, packed) {
  const isWindows = platform.startsWith("win-");
  const files = new Map();
  const add = (name, bytes, isProgram = false) => files.set(name, { bytes, isProgram });
  for (const [name, bytes] of packed) add(`app/bulletin/${name}`, bytes, name === "bin/bulletin.js");
  add(isWindows ? "app/node/node.exe" : "app/node/bin/node", node.program, true);
  add("app/node/LICENSE", node.licence);
  for (const name of readdirSync(own)) {
    const text = readFileSync(join(own, name), "utf8").replaceAll("\r\n", "\n");
    const place = STARTERS[isWindows ? "win" : "linux"][name];
    if (place !== undefined) add(place, Buffer.from(isWindows ? text.replaceAll("\n", "\r\n") : text), true);
    if (name === "start.mjs") add("app/start.mjs", Buffer.from(text));
    // The editor of Windows takes a text for UTF-8 by its first bytes, on every release.
    if (name === "help.txt")
      add("说明.txt", Buffer.from(isWindows ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text));
  }
  for (const [name, from] of [
    ["LICENSE", "LICENSE"],
    ["THIRD-PARTY-NOTICES.md", "dist/THIRD-PARTY-NOTICES.md"],
  ]) {
    const bytes = packed.get(from);
    if (bytes === undefined) throw new Error(`the package has no ${from}`);
    add(name, bytes);
  }
  add("SHA256SUMS", Buffer.from(sumsOf(files)));
  return files;
}

/** As sha256sum writes and checks them. */
function sumsOf(files) {
  const names = [...files.keys()].sort((a, b) => (a < b ? -1 : 1));
  return names.map((name) => `${sha256(files.get(name).bytes)}  ${name}\n`).join("");
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
