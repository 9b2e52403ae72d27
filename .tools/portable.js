/**
 * The folder that runs without an installation: Node, the package and what starts it by a double click, as a zip file in
 * portable/ (ignored by git) with its SHA-256 beside it. The same sources and pins give the same bytes (docs/portable.md).
 *
 * Usage: npm run portable -- --platform win-x64|linux-x64|linux-arm64 [--package FILE.tgz] [--node FOLDER]
 *   [--out FOLDER] [--level 0..9]
 * `--package` takes a package that was packed before; `--node` a folder with program and LICENSE instead of the pinned Node;
 * `--level 0` squeezes nothing, where nobody will download the file.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { builds, fetchNode } from "./portable/fetch-node.js";
import { folderOf, sha256 } from "./portable/folder-of.js";
import { readPackage } from "./portable/read-tar.js";
import { writeZip } from "./portable/write-zip.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    platform: { type: "string" },
    package: { type: "string" },
    node: { type: "string" },
    out: { type: "string", default: join(root, "portable") },
    level: { type: "string", default: "6" },
  },
});
const { platform, out } = values;
if (platform === undefined || !Object.hasOwn(builds, platform)) {
  throw new Error(`--platform is one of ${Object.keys(builds).join(", ")}`);
}

const packed = readPackage(values.package === undefined ? packHere() : readFileSync(values.package));
const node = values.node === undefined ? fetchNode(platform, join(out, "downloads")) : nodeIn(values.node);
const { version } = JSON.parse(packed.get("package.json").toString("utf8"));
const name = `bulletin-${version}-${platform}`;
const files = new Map([...folderOf(platform, node, packed)].map(([path, file]) => [`${name}/${path}`, file]));
const zip = writeZip(files, Number(values.level));
mkdirSync(out, { recursive: true });
writeFileSync(join(out, `${name}.zip`), zip);
writeFileSync(join(out, `${name}.zip.sha256`), `${sha256(zip)}  ${name}.zip\n`);
process.stdout.write(`${join(out, `${name}.zip`)}: ${(zip.length / 1e6).toFixed(1)} MB\n`);

/** As it would be published; what prepack prints is not ours. */
function packHere() {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-portable-"));
  try {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    const [packedFile] = readdirSync(folder);
    return readFileSync(join(folder, packedFile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nodeIn(folder) {
  const program = platform.startsWith("win-") ? "node.exe" : "node";
  return {
    program: readFileSync(resolve(folder, program)),
    licence: readFileSync(resolve(folder, "LICENSE")),
  };
}
