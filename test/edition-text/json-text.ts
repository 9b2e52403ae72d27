/**
 * Reads the characters of an issue's JSON in the order of the other editions. What those print around the data (labels,
 * brackets, 年月日) is said here in words of its own; contents it has none.
 */
import type {
  BlockRecord,
  InlineRecord,
  IssueRecord,
  ItemRecord,
} from "../../src/editions/json/issue-record.js";
import { type EditionText, withoutSpace } from "./edition-text.js";
import type { EditionReader } from "./readers.js";

export const reader: EditionReader = {
  read: readJsonText,
  printsPageNumbers: false,
  printsContents: false,
  isWhole: (text) => text.startsWith("{\n") && text.endsWith("\n}\n"),
};

export function readJsonText(bytes: Uint8Array): EditionText {
  const issue: IssueRecord = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const items = issue.sections.flatMap((section) => section.items);
  const { bulletin, contact, marks = {}, total } = issue;
  const parts = [
    marks.draft,
    ...[marks.copyNumber, marks.secrecy, marks.urgency, marks.marking],
    bulletin.name,
    issue.name,
    total === undefined ? "" : `总第${total}期`,
    bulletin.publisher,
    dayText(issue.date),
    noteText(issue.editorsNote),
    ...issue.sections.flatMap((section) => [`【${section.name}】`, ...section.items.map(itemText)]),
    contact.label === undefined ? "" : `${contact.label}：`,
    contact.email,
    contact.phone === undefined ? "" : `电话：${contact.phone}`,
    ...imprintText(issue),
  ];
  const notes = items.flatMap((item) => item.notes ?? []);
  return {
    body: withoutSpace(parts.join("")),
    captions: withoutSpace(items.map((item) => captionsText(item.blocks)).join("")),
    notes: withoutSpace(notes.map((note) => blocksText(note.blocks)).join("")),
    tasks: items.map((item) => tasksText(item.blocks)).join(""),
  };
}

function imprintText({ bulletin, date, distribution, editorial }: IssueRecord): readonly string[] {
  if (distribution === undefined && editorial === undefined) return [];
  const sent = (label: string, names: readonly string[] = []) =>
    names.length === 0 ? "" : `${label}：${names.join("，")}。`;
  const by = (label: string, name: string | undefined) => (name === undefined ? "" : `${label}：${name}`);
  return [
    ...[sent("报", distribution?.report), sent("送", distribution?.send), sent("发", distribution?.issue)],
    ...[by("责任编辑", editorial?.editor), by("审核", editorial?.reviewer), by("签发", editorial?.approver)],
    bulletin.publisher ?? bulletin.name,
    `${dayText(date)}印发`,
    distribution?.copies === undefined ? "" : `（共印${distribution.copies}份）`,
  ];
}

const dayText = (iso: string): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

function itemText(item: ItemRecord): string {
  const last = item.blocks.findLastIndex(({ kind }) => kind !== "pictures");
  return [
    item.title,
    noteText(item.editorsNote),
    blocksText(item.blocks.slice(0, last + 1)),
    item.attribution === undefined ? "" : `（${item.attribution}）`,
    listText(item.attachments),
    ...(item.signed?.by ?? []),
    item.signed?.date === undefined ? "" : dayText(item.signed.date),
    blocksText(item.blocks.slice(last + 1)),
  ].join("");
}

const noteText = (note: readonly BlockRecord[] | undefined): string =>
  note === undefined ? "" : `编者按：${blocksText(note)}`;

function listText(names: readonly string[] = []): string {
  if (names.length === 0) return "";
  return `附件：${names.map((name, index) => (names.length === 1 ? name : `${index + 1}．${name}`)).join("")}`;
}

const blocksText = (blocks: readonly BlockRecord[]): string => blocks.map(blockText).join("");

function blockText(block: BlockRecord): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.content);
    case "list":
      return block.items.map(({ blocks }) => blocksText(blocks)).join("");
    case "quote":
      return blocksText(block.blocks);
    case "code":
      return block.text;
    case "table":
      return [block.header, ...block.rows].flat().map(inlineText).join("");
    default:
      return "";
  }
}

const inlineText = (inlines: readonly InlineRecord[]): string =>
  inlines
    .map((inline) => ("text" in inline ? inline.text : "content" in inline ? inlineText(inline.content) : ""))
    .join("");

const captionsText = (blocks: readonly BlockRecord[]): string =>
  blocks
    .map((block) => {
      if (block.kind === "pictures")
        return block.pictures.map(({ caption = "" }) => caption).join("") + inlineText(block.caption ?? []);
      if (block.kind === "quote") return captionsText(block.blocks);
      return block.kind === "list"
        ? block.items.map(({ blocks: inner }) => captionsText(inner)).join("")
        : "";
    })
    .join("");

const tasksText = (blocks: readonly BlockRecord[]): string =>
  blocks
    .map((block) => {
      if (block.kind === "quote") return tasksText(block.blocks);
      if (block.kind !== "list") return "";
      return block.items
        .map(
          ({ checked, blocks: inner }) =>
            (checked === undefined ? "" : checked ? "☑" : "☐") + tasksText(inner),
        )
        .join("");
    })
    .join("");
