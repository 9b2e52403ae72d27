/**
 * The issue as JSON, for programs of others: what the other editions print, as data. The words are the same; what only
 * says how they look is left out, and so is what is never printed: who sent an item in, who took it over.
 */
import { isoDate } from "../../model/calendar-date.js";
import { issueName, printedSections, titleOnOneLine } from "../../model/furniture.js";
import type { Distribution, Editorial, Issue, Item } from "../../model/issue.js";
import { type IssueMarks, secrecyText } from "../../model/issue-marks.js";
import type { Located } from "../../model/located.js";
import { plainTextOfBlocks } from "../../model/plain-text.js";
import type { Block, Figure, Inline } from "../../model/text.js";
import type { EditionFile, EditionInput } from "../edition.js";
import type {
  BlockRecord,
  InlineRecord,
  IssueRecord,
  ItemRecord,
  MarksRecord,
  PictureRecord,
} from "./issue-record.js";

export async function renderJson({ issue }: EditionInput): Promise<EditionFile> {
  const text = `${JSON.stringify(issueRecord(issue), wellFormed, 2)}\n`;
  return { bytes: new TextEncoder().encode(text), pages: undefined };
}

/** Half a character, escaped, is what some readers of JSON refuse. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed() : value;

export function issueRecord(issue: Issue): IssueRecord {
  const { house, series, total, period, editorsNote, distribution } = issue;
  const { label, email, phone } = house.contact;
  const marks = marksRecord(issue.marks);
  const editorial = editorialRecord(issue.editorial);
  const sent = distributionRecord(distribution);
  return {
    version: 1,
    bulletin: {
      name: house.bulletin.name.value,
      ...given("publisher", written(house.bulletin.publisher)),
      language: house.bulletin.language.value,
    },
    name: issueName(issue),
    year: issue.year.value,
    ...given("series", written(series)),
    number: issue.number.value,
    ...given("total", written(total)),
    date: isoDate(issue.date.value),
    ...(period && { period: { from: isoDate(period.value.from), to: isoDate(period.value.to) } }),
    ...(Object.keys(marks).length > 0 && { marks }),
    ...(editorsNote && { editorsNote: editorsNote.paragraphs.map((one) => blockRecord(one, issue.folder)) }),
    sections: printedSections(issue).map(({ name, items }) => ({
      name: name.value,
      items: items.map((item) => itemRecord(item, issue.folder)),
    })),
    contact: {
      ...given("label", written(label)),
      ...given("email", written(email)),
      ...given("phone", written(phone)),
    },
    ...(Object.keys(editorial).length > 0 && { editorial }),
    ...(Object.keys(sent).length > 0 && { distribution: sent }),
  };
}

/** A key for what there is, none for what there is not. */
const given = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T });

const written = <T>(value: Located<T> | undefined): T | undefined => value?.value;

/** Nothing for an empty list. */
const words = (values: readonly Located<string>[] = []): readonly string[] | undefined =>
  values.length === 0 ? undefined : values.map(({ value }) => value);

const marksRecord = ({ copyNumber, secrecy, urgency, marking, draft }: IssueMarks): MarksRecord => ({
  ...given("copyNumber", written(copyNumber)),
  ...(secrecy && { secrecy: secrecyText(secrecy) }),
  ...given("urgency", written(urgency)),
  ...given("marking", written(marking)),
  ...given("draft", written(draft)),
});

const editorialRecord = (editorial: Editorial | undefined) => ({
  ...given("editor", written(editorial?.editor)),
  ...given("reviewer", written(editorial?.reviewer)),
  ...given("approver", written(editorial?.approver)),
});

const distributionRecord = (distribution: Distribution | undefined) => ({
  ...given("report", words(distribution?.report)),
  ...given("send", words(distribution?.send)),
  ...given("issue", words(distribution?.issue)),
  ...given("copies", written(distribution?.copies)),
});

function itemRecord(item: Item, folder: string): ItemRecord {
  const { attribution, date, summary, editorsNote, blocks, attachments, signed, notes } = item;
  return {
    title: titleOnOneLine(item),
    ...(item.title.length > 1 && { titleLines: item.title.map(({ value }) => value) }),
    ...given("attribution", attribution?.value),
    ...(date && { date: isoDate(date.value) }),
    ...given("summary", written(summary)),
    ...(editorsNote && { editorsNote: editorsNote.paragraphs.map((one) => blockRecord(one, folder)) }),
    text: plainTextOfBlocks(blocks),
    blocks: blocks.map((block) => blockRecord(block, folder)),
    ...given("attachments", words(attachments)),
    ...(signed && {
      signed: {
        by: signed.by.map(({ value }) => value),
        ...(signed.date && { date: isoDate(signed.date.value) }),
      },
    }),
    ...(notes.length > 0 && {
      notes: notes.map(({ number, children }) => ({
        number,
        blocks: children.map((block) => blockRecord(block, folder)),
      })),
    }),
  };
}

function blockRecord(block: Block, folder: string): BlockRecord {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", content: inlineRecords(block.children) };
    case "heading":
      return { kind: "heading", level: block.level, content: inlineRecords(block.children) };
    case "list":
      return {
        kind: "list",
        ordered: block.ordered,
        ...(block.ordered && { start: block.start }),
        items: block.items.map(({ checked, children }) => ({
          ...(checked !== undefined && { checked }),
          blocks: children.map((child) => blockRecord(child, folder)),
        })),
      };
    case "quote":
      return { kind: "quote", blocks: block.children.map((child) => blockRecord(child, folder)) };
    case "code-block":
      return {
        kind: "code",
        ...(block.language !== undefined && { language: block.language }),
        text: block.value,
      };
    case "table":
      return {
        kind: "table",
        alignment: block.columns.map((column) => column ?? null),
        header: block.header.map(({ children }) => inlineRecords(children)),
        rows: block.rows.map((row) => row.map(({ children }) => inlineRecords(children))),
      };
    case "figure":
      return { kind: "pictures", pictures: [pictureRecord(block, folder)] };
    case "figure-row":
      return {
        kind: "pictures",
        pictures: block.figures.map((figure) => pictureRecord(figure, folder)),
        ...(block.caption && { caption: inlineRecords(block.caption.children) }),
      };
    case "thematic-break":
      return { kind: "break" };
    default:
      return block satisfies never;
  }
}

function pictureRecord({ image, alt, caption }: Figure, folder: string): PictureRecord {
  if (image.state !== "found") throw new Error("a checked issue has a picture that was not found");
  return {
    file: pathFrom(folder, image.path),
    alt,
    ...(caption !== undefined && { caption }),
    width: image.widthPx,
    height: image.heightPx,
  };
}

/** Both are workspace paths; a picture that several issues share lies beside the issue's folder, not in it. */
function pathFrom(folder: string, path: string): string {
  const from = folder.split("/").filter((name) => name !== "" && name !== ".");
  const to = path.split("/");
  const shared = from.findIndex((name, index) => name !== to[index]);
  const kept = shared < 0 ? from.length : shared;
  return [...from.slice(kept).map(() => ".."), ...to.slice(kept)].join("/");
}

/** Neighbouring texts are one: where the author broke a line is not said. */
function inlineRecords(inlines: readonly Inline[]): readonly InlineRecord[] {
  const records: InlineRecord[] = [];
  for (const inline of inlines) {
    const record = inlineRecord(inline);
    const last = records.at(-1);
    if (record.kind === "text" && last?.kind === "text")
      records[records.length - 1] = { kind: "text", text: last.text + record.text };
    else records.push(record);
  }
  return records;
}

function inlineRecord(inline: Inline): InlineRecord {
  switch (inline.kind) {
    case "text":
      return { kind: "text", text: inline.value };
    case "inline-code":
      return { kind: "code", text: inline.value };
    case "emphasis":
    case "strong":
    case "strikethrough":
      return { kind: inline.kind, content: inlineRecords(inline.children) };
    case "link":
      return { kind: "link", url: inline.url.value, content: inlineRecords(inline.children) };
    case "hard-break":
      return { kind: "line-break" };
    case "note-reference":
      return { kind: "note", number: inline.number };
    default:
      return inline satisfies never;
  }
}
