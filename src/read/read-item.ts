/** An item file to the model: front matter, body, and what the one says about the other. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Unit } from "../model/house.js";
import type { Item, Submitter } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { ImageFacts } from "../model/text.js";
import { withoutNumber } from "./attachment-name.js";
import { readRecord } from "./fields/record-field.js";
import { findFrontMatter, withoutHead } from "./find-front-matter.js";
import { type FrontMatterValue, frontMatterFields } from "./front-matter-fields.js";
import { KEY_FILES } from "./key-files.js";
import { isPlainMarkdown } from "./markdown/plain-markdown.js";
import { readMarkdown } from "./markdown/read-markdown.js";
import { findImage } from "./pictures/find-image.js";
import { isNoteWithMarkup, readEditorsNote } from "./read-editors-note.js";
import { readYamlSuppressions } from "./suppression-comments.js";
import { readTypedAttribution } from "./typed-attribution.js";
import { folderOf, type Workspace } from "./workspace.js";
import { readYaml } from "./yaml-document.js";

/** 170,000 Han: longer than any piece of news, short enough for every later step to be quick. */
export const MAX_ITEM_BYTES = 512 * 1024;

export interface ItemSource {
  readonly path: string;
  readonly text: string;
  /** where the manifest lists it; undefined for a submission */
  readonly listed: Span | undefined;
  /** folder that no picture of the item may leave */
  readonly root: string;
  /** number of its first note in the issue */
  readonly firstNote: number;
  /** the house's register: whose names sign */
  readonly units: readonly Unit[];
}

export interface ItemReading {
  readonly item: Item;
  /** what the disk said of its pictures, by destination as the item writes it */
  readonly pictures: ReadonlyMap<string, ImageFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

const RULE = "item/front-matter";

/** True where the body of an item file is not plain: to read it, the parser has to be there. */
export function hasMarkup({ path, text }: Pick<ItemSource, "path" | "text">): boolean {
  const place = findFrontMatter(text, path);
  if (!isPlainMarkdown(withoutHead(text, place), place.frontMatter.end)) return true;
  const { yaml } = place;
  if (yaml === undefined || !/editors-note/.test(text.slice(yaml.start, yaml.end))) return false;
  const fields = readFrontMatter({ ...yaml, path, text }, () => undefined);
  return isNoteWithMarkup(fields?.values["editors-note"]);
}

/** The parser is there, or the text has no markup (markdown/parse-markdown.ts). */
export function readItem(source: ItemSource, workspace: Workspace): ItemReading {
  const { path, text, firstNote } = source;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
  };
  const place = findFrontMatter(text, path);
  if (place.fault !== undefined) report(place.fault);
  const fields =
    place.yaml === undefined ? undefined : readFrontMatter({ ...place.yaml, path, text }, report);

  const find = picturesOf(source, workspace);
  const pictures = new Map<string, ImageFacts>();
  const markdown = readMarkdown({
    path,
    text: withoutHead(text, place),
    bodyStart: place.frontMatter.end,
    findImage(destination) {
      const facts = pictures.get(destination) ?? find(destination);
      pictures.set(destination, facts);
      return facts;
    },
    firstNote,
  });
  // One by one: a call takes no hundred thousand arguments.
  markdown.diagnostics.forEach(report);
  const values = fields?.values;
  if (
    values?.title === undefined &&
    fields?.keys.has("title") !== true &&
    place.yaml === undefined &&
    !place.fault
  ) {
    report(missingTitle({ path, start: 0, end: 0 }));
  }
  const body = readTypedAttribution({
    blocks: markdown.blocks,
    source: values?.source,
    units: source.units,
    text,
  });
  const { note, suppressions } = readEditorsNote(values?.["editors-note"], {
    path,
    text,
    rule: RULE,
    report,
  });
  const frontMatter = { path, ...place.frontMatter };
  const comments = place.yaml === undefined ? [] : readYamlSuppressions({ path, text, ...place.yaml });
  return {
    item: {
      path,
      listed: source.listed ?? frontMatter,
      title: values?.title ?? [],
      attribution: body.attribution,
      signature: body.signature,
      date: values?.date,
      section: values?.section,
      summary: values?.summary,
      ...(values?.level && { levels: values.level.items }),
      submitter: submitterOf(fields),
      ...(note && { editorsNote: note }),
      blocks: body.blocks,
      ...endOf(fields, report),
      notes: markdown.notes,
      frontMatter,
      body: { path, start: place.frontMatter.end, end: text.length },
      suppressions: [...comments, ...suppressions, ...markdown.suppressions],
    },
    pictures,
    diagnostics,
  };
}

/** @returns what finds the pictures of an item by their destinations, as it writes them */
export function picturesOf(
  { path, root }: Pick<ItemSource, "path" | "root">,
  workspace: Workspace,
): (destination: string) => ImageFacts {
  const bounds = { folder: folderOf(path), root, workspace };
  return (destination) => findImage(destination, bounds);
}

function readFrontMatter(
  yaml: { readonly path: string; readonly text: string; readonly start: number; readonly end: number },
  report: (diagnostic: Diagnostic) => void,
): FrontMatterValue | undefined {
  const document = readYaml({ ...yaml, rule: RULE });
  document.diagnostics.forEach(report);
  if (document.root === undefined) {
    if (document.diagnostics.length === 0) report(missingTitle({ path: yaml.path, start: 0, end: 3 }));
    return undefined;
  }
  const rules = { unknownKey: RULE, invalidValue: RULE, missingValue: RULE };
  const keys = { own: frontMatterFields, others: KEY_FILES };
  return readRecord(frontMatterFields, document.root, { document, rules, keys, report });
}

function submitterOf(fields: FrontMatterValue | undefined): Submitter | undefined {
  const submitter = fields?.values.submitter;
  if (submitter === undefined) return undefined;
  const { name, phone, email } = submitter.values;
  return { name, phone, email, span: fields?.keys.get("submitter") ?? submitter.span };
}

/** What is printed under the text: attachments, and who signs it. */
function endOf(
  fields: FrontMatterValue | undefined,
  report: (diagnostic: Diagnostic) => void,
): Pick<Item, "attachments" | "signed"> {
  const { attachments, signed } = fields?.values ?? {};
  const names = attachments?.items.map(withoutNumber).filter(({ value }) => value !== "") ?? [];
  const by = signed?.values.by;
  const span = fields?.keys.get("signed") ?? signed?.span;
  if (by !== undefined && by.items.length === 0) report(nobodySigns(by.span));
  return {
    ...(names.length > 0 && { attachments: names }),
    ...(by !== undefined &&
      by.items.length > 0 &&
      span !== undefined && { signed: { by: by.items, date: signed?.values.date, span } }),
  };
}

const nobodySigns = (span: Span): Diagnostic => ({
  rule: RULE,
  severity: "error",
  span,
  message: { zh: "落款没有署名：by 是空的。", en: "Nobody signs: “by” is empty." },
  help: {
    zh: "请写上署名的单位，如“by: 示例区科协”；不要落款就删去 signed。",
    en: "Name who signs, as in “by: 示例区科协”, or delete “signed”.",
  },
});

const missingTitle = (span: Span): Diagnostic => ({
  rule: RULE,
  severity: "error",
  span,
  message: {
    zh: "稿件没有标题：文件开头缺少 title。",
    en: "The item has no title: there is no title line at the start of the file.",
  },
  help: {
    zh: "请在文件第一行写“---”，第二行写“title: 标题”，第三行写“---”。",
    en: "Begin the file with a line “---”, then a line “title: …”, then another line “---”.",
  },
});
