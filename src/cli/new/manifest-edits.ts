/**
 * The manifest as `new item` and `import` change it: found, read whole, a section found in it, the number that
 * the next file takes. How an item is listed is told in list-in-manifest.ts; writing it is left to the commands.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isSeq, type YAMLMap } from "yaml";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { fileAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { folderOf, joinPath } from "../../read/workspace.js";
import { issuesUnder } from "../find-targets.js";

/** @param path a manifest, the folder that holds it, or that of a bulletin with one issue */
export function findManifest(path: string): string {
  const isFolder = fileAt(path)?.isDirectory() === true;
  const manifest = isFolder ? join(path, "issue.yaml") : path;
  if (existsSync(manifest)) return manifest;
  // Where there is no current folder there is nothing in it: that is reported instead.
  const start = process.cwd();
  const issues = isFolder ? issuesUnder(joinPath("", withSlashes(path)), diskWorkspace(start)) : [];
  const latest = issues.at(-1);
  if (latest !== undefined && issues.length === 1) return latest;
  if (latest !== undefined) throw severalIssues(path, { count: issues.length, latest });
  throw refusal(
    { zh: `没有找到“${manifest}”。`, en: `“${manifest}” does not exist.` },
    {
      zh: "请用 --issue 指明一期的文件夹；新增一期用 bulletin new issue。",
      en: "Give the issue's folder with --issue; bulletin new issue adds one.",
    },
  );
}

const severalIssues = (
  path: string,
  { count, latest }: { readonly count: number; readonly latest: string },
) =>
  refusal(
    {
      zh: `“${path}”里有 ${count} 期，没有指明哪一期。`,
      en: `“${path}” holds ${count} issues; which one is not said.`,
    },
    {
      zh: `请用 --issue 指明，如 --issue ${folderOf(latest)}。`,
      en: `Give one with --issue, such as --issue ${folderOf(latest)}.`,
    },
  );

/** The bulletin's folder, which nothing that is written leaves. */
export function findRootOf(manifest: string): string {
  const workspace = diskWorkspace(process.cwd());
  const folder = folderOf(withSlashes(manifest));
  return findRoot(folder, findHouse(folder, workspace), workspace);
}

/** Far more than the linter reads. */
const MOST_BYTES = 16 * 1024 * 1024;

export function readManifest(path: string): string {
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: true });
  if (content.state === "found") return content.bytes.toString("utf8");
  throw refusal(
    { zh: `“${path}”不能读取。`, en: `“${path}” cannot be read.` },
    { zh: "请运行 bulletin lint 查看问题所在。", en: "Run bulletin lint to see what is wrong." },
  );
}

export function findSection(document: Document, name: string | undefined, manifest: string): YAMLMap {
  const sections = document.errors.length === 0 ? document.get("sections") : undefined;
  const maps = isSeq(sections) ? sections.items.filter((section) => isMap(section)) : [];
  const found = name === undefined ? maps[0] : maps.find((section) => section.get("name") === name);
  if (found !== undefined) return found;
  if (maps.length === 0) {
    throw refusal(
      { zh: `“${manifest}”里没有可用的 sections。`, en: `“${manifest}” has no sections that can be read.` },
      { zh: "请运行 bulletin lint 查看问题所在。", en: "Run bulletin lint to see what is wrong." },
    );
  }
  const names = maps.map((section) => String(section.get("name")));
  const near = nearestName(name ?? "", names);
  throw refusal(
    { zh: `清单里没有栏目“${name}”。`, en: `The manifest has no section “${name}”.` },
    near === undefined
      ? { zh: `可选：${names.join("、")}。`, en: `Choose from: ${names.join(", ")}.` }
      : {
          zh: `是否想写“${near}”？可选：${names.join("、")}。`,
          en: `Did you mean “${near}”? Choose from: ${names.join(", ")}.`,
        },
  );
}

/** Two digits behind the highest number that an item's file name begins with. */
export function nextNumber(folder: string): string {
  const isFolder = fileAt(folder)?.isDirectory() === true;
  const names = isFolder ? readdirSync(folder) : [];
  const numbers = names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(2, "0");
}

const refusal = (problem: Message, remedy: Message) => new EnvironmentError(problem, remedy);
