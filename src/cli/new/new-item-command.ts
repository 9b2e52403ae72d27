/**
 * `bulletin new item`: a file with its front matter, listed in the manifest under its section; with `--from`, the
 * item that a submission makes (cli/import).
 * The manifest keeps its comments and layout; an existing item is never touched.
 */
import { dirname, isAbsolute, join, relative } from "node:path";
import { parseDocument } from "yaml";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { isTaken, realPlace, refuseWayOut, wayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import { LONGEST_TITLE } from "../../read/fields/title-field.js";
import { whyNoName } from "../../read/file-names.js";
import { isInside } from "../../read/workspace.js";
import { inTheirTurn, whileHeld } from "../import/hold-import.js";
import { itemText } from "./item-text.js";
import { listItems } from "./list-in-manifest.js";
import { findManifest, findRootOf, findSection, nextNumber, readManifest } from "./manifest-edits.js";

export interface NewItemOptions {
  readonly language: Language;
  readonly issue: string;
  readonly section?: string;
  readonly source?: string;
  readonly file?: string;
  /** a submission that the item is made of */
  readonly from?: string;
}

/** @param title may be left out only where the item is made of a submission */
export async function runNewItem(title: string | undefined, options: NewItemOptions): Promise<number> {
  if (title === undefined && options.from === undefined) throw titleMissing();
  if (title !== undefined && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) throw noTitle();
  if (title !== undefined && title.length > LONGEST_TITLE) throw tooLong(title.length);
  if (options.from !== undefined) {
    const { runNewItemFrom } = await import("../import/new-item-from.js");
    const { language, issue, section, source } = options;
    return runNewItemFrom(options.from, { language, issue, section, source, title });
  }
  const root = findRootOf(findManifest(options.issue));
  // What it rests on is read while nobody else writes.
  return inTheirTurn(async () => whileHeld(root, Date.now(), () => writeEmptyItem(title ?? "", options)));
}

function writeEmptyItem(title: string, options: NewItemOptions): number {
  const manifest = findManifest(options.issue);
  const root = findRootOf(manifest);
  // A link to it stays one.
  const realManifest = realPlace(manifest);
  if (realManifest === undefined || !isInside(realManifest, realPlace(root) ?? "")) throw wayOut(manifest);
  if (isReadOnly(realManifest)) throw readOnly(manifest);
  const text = readManifest(manifest);
  const document = parseDocument(text);
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
  refuseName(name);
  refuseWayOut(path, root);
  if (isTaken(path)) {
    throw refusal(
      { zh: `“${path}”已经存在，没有改动。`, en: `“${path}” already exists and was not changed.` },
      { zh: "请用 --file 换一个文件名。", en: "Choose a different name with --file." },
    );
  }
  const changed = listItems(text, [{ section: options.section, item: withSlashes(name) }], manifest);
  const encoder = new TextEncoder();
  writeFiles([
    { path, bytes: encoder.encode(itemText({ title, source: options.source, date: document.get("date") })) },
    {
      path: realManifest,
      bytes: encoder.encode(changed),
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

/** Bytes of a name on most file systems. */
const MOST_NAME_BYTES = 255;

/** What this system takes may be lost on that of whoever prints the issue. */
function refuseName(path: string): void {
  for (const name of withSlashes(path).split("/")) {
    const why = name === "." || name === ".." ? undefined : whyNoName(name, MOST_NAME_BYTES);
    if (why !== undefined)
      throw refusal(
        {
          zh: `“${name}”不能作文件名：${why.zh}。没有新增稿件。`,
          en: `“${name}” cannot be the name of a file: ${why.en}. No item was added.`,
        },
        { zh: "请用 --file 换一个文件名。", en: "Choose a different name with --file." },
      );
  }
}

const titleMissing = () =>
  refusal(
    { zh: "没有写标题，没有新增稿件。", en: "No title was given; no item was added." },
    {
      zh: "请写上标题，或用 --from 写明收到的文件，如“bulletin new item --from 来稿/报送.docx”。",
      en: "Give the title, or the file that came with --from, as in “bulletin new item --from 来稿/报送.docx”.",
    },
  );

const noTitle = () =>
  refusal(
    { zh: "标题是空的，没有新增稿件。", en: "The title is empty; no item was added." },
    {
      zh: '请写上标题，如“bulletin new item "示例单位召开座谈会"”。',
      en: 'Give the title, as in “bulletin new item "示例单位召开座谈会"”.',
    },
  );

const tooLong = (length: number) =>
  refusal(
    {
      zh: `标题有 ${length} 个字，最多 ${LONGEST_TITLE} 个，没有新增稿件。`,
      en: `The title has ${length} characters, and at most ${LONGEST_TITLE} are allowed; no item was added.`,
    },
    {
      zh: "请只写标题；正文写进新增的文件，或用 --from 写明收到的文件。",
      en: "Give the title alone; the text goes into the new file, or comes from a file given with --from.",
    },
  );

const refusal = (problem: Message, remedy: Message) => new EnvironmentError(problem, remedy);
