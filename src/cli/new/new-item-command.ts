/**
 * `bulletin new item`: a file with its front matter, listed in the manifest under its section.
 * The manifest keeps its comments and layout; an existing item is never touched.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { printable } from "../../diagnostics/printable.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { fileAt } from "../../disk/file-facts.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { isTaken, realPlace, refuseWayOut, wayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { quoted } from "../../read/quoted-yaml.js";
import { folderOf, isInside } from "../../read/workspace.js";

export interface NewItemOptions {
  readonly language: Language;
  readonly issue: string;
  readonly section?: string;
  readonly source?: string;
  readonly file?: string;
}

export function runNewItem(title: string, options: NewItemOptions): number {
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) throw noTitle();
  const manifest = findManifest(options.issue);
  const root = findRootOf(manifest);
  // A link to it stays one.
  const realManifest = realPlace(manifest);
  if (realManifest === undefined || !isInside(realManifest, realPlace(root) ?? "")) throw wayOut(manifest);
  if (isReadOnly(realManifest)) throw readOnly(manifest);
  const document = parseDocument(readManifest(manifest));
  const section = findSection(document, options.section, manifest);
  const folder = dirname(manifest);
  const name = options.file ?? `items/${nextNumber(join(folder, "items"))}.md`;
  const path = join(folder, name);
  if (isAbsolute(name) || relative(folder, path).startsWith("..")) {
    throw refusal(
      { zh: `“${name}”不在这一期的文件夹里。`, en: `“${name}” is not inside the issue's folder.` },
      { zh: "请写成 items/05.md 这样的路径。", en: "Write a path like items/05.md." },
    );
  }
  refuseWayOut(path, root);
  if (isTaken(path)) {
    throw refusal(
      { zh: `“${path}”已经存在，没有改动。`, en: `“${path}” already exists and was not changed.` },
      { zh: "请用 --file 换一个文件名。", en: "Choose a different name with --file." },
    );
  }
  listItem(document, section, withSlashes(name));
  const encoder = new TextEncoder();
  writeFiles([
    { path, bytes: encoder.encode(itemText(title, options)) },
    {
      path: realManifest,
      bytes: encoder.encode(document.toString({ lineWidth: 0, flowCollectionPadding: false })),
    },
  ]);
  const shown = printable(path);
  const listed = printable(String(section.get("name")));
  process.stdout.write(
    options.language === "zh"
      ? `已新增稿件 ${shown}，并列入【${listed}】。\n`
      : `Added ${shown}, listed under ${listed}.\n`,
  );
  return 0;
}

export function findManifest(path: string): string {
  const manifest = fileAt(path)?.isDirectory() === true ? join(path, "issue.yaml") : path;
  if (existsSync(manifest)) return manifest;
  // Where there is no current folder there is nothing in it: that is reported instead.
  process.cwd();
  throw refusal(
    { zh: `没有找到“${manifest}”。`, en: `“${manifest}” does not exist.` },
    {
      zh: "请用 --issue 指明一期的文件夹；新增一期用 bulletin new issue。",
      en: "Give the issue's folder with --issue; bulletin new issue adds one.",
    },
  );
}

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

export function listItem(document: Document, section: YAMLMap, name: string): void {
  const items = section.get("items");
  if (!isSeq(items)) {
    section.set("items", document.createNode([name]));
    return;
  }
  // An empty list stands as [] and would grow in one line.
  if (items.items.length === 0) items.flow = false;
  items.add(document.createNode(name));
}

/** Two digits behind the highest number that an item's file name begins with. */
export function nextNumber(folder: string): string {
  const isFolder = fileAt(folder)?.isDirectory() === true;
  const names = isFolder ? readdirSync(folder) : [];
  const numbers = names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(2, "0");
}

function itemText(title: string, { source }: NewItemOptions): string {
  const unit = source === undefined ? "" : `source: ${quoted(source)}\n`;
  return `---\ntitle: ${quoted(title)}\n${unit}---\n\n`;
}

const noTitle = () =>
  refusal(
    { zh: "标题是空的，没有新增稿件。", en: "The title is empty; no item was added." },
    {
      zh: '请写上标题，如“bulletin new item "示例单位召开座谈会"”。',
      en: 'Give the title, as in “bulletin new item "示例单位召开座谈会"”.',
    },
  );

const refusal = (problem: Message, remedy: Message) => new EnvironmentError(problem, remedy);
