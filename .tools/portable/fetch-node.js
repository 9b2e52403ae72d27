/**
 * Node as its makers built it, from npm's packages of it (node-builds.json pins version and hash): the program untouched,
 * so that its signature holds, and its licence. Downloaded once; a file that is not the pinned one is refused.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackage } from "./read-tar.js";

const here = dirname(fileURLToPath(import.meta.url));
export const { version, licence, builds } = JSON.parse(readFileSync(join(here, "node-builds.json"), "utf8"));

/**
 * @param {string} platform a key of `builds`
 * @param {string} folder where downloads are kept
 * @returns {{ program: Buffer, licence: Buffer }}
 */
export function fetchNode(platform, folder) {
  const program = platform.startsWith("win-") ? "bin/node.exe" : "bin/node";
  return { program: fileOf(platform, program, folder), licence: fileOf(licence, "LICENSE", folder) };
}

function fileOf(platform, name, folder) {
  const content = readPackage(fetchBuild(platform, folder)).get(name);
  if (content === undefined) throw new Error(`${builds[platform].package}@${version} has no ${name}`);
  return content;
}

function fetchBuild(platform, folder) {
  const { package: name, integrity } = builds[platform];
  const path = join(folder, `${name}-${version}.tgz`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("npm", ["pack", "--silent", `${name}@${version}`, "--pack-destination", folder], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  }
  const bytes = readFileSync(path);
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== integrity) {
    rmSync(path);
    throw new Error(`${name}@${version} is not the pinned one: ${found}`);
  }
  return bytes;
}
