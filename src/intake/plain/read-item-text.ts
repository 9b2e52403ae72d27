/**
 * A text that is an item already, Markdown with front matter, where it hangs on a mail: its text to a manuscript, and
 * what its front matter says as given. One that comes alone stays as it is (lint-manuscript.ts).
 */
import { isRealDate } from "../../model/calendar-date.js";
import { findFrontMatter } from "../../read/find-front-matter.js";
import { readYaml } from "../../read/yaml-document.js";
import type { GivenHead, Manuscript } from "../manuscript.js";
import type { SubmissionSource } from "../submission-source.js";
import { markdownBlocks } from "./markdown-lines.js";

export function readItemText(text: string, { path, name, beside }: SubmissionSource): Manuscript {
  const words = text.replace(/^\ufeff/u, "");
  const { frontMatter, yaml } = findFrontMatter(words, path);
  const lines = words.slice(0, frontMatter.end).split(/\r\n|[\n\r]/).length;
  const { blocks, pictures, notices } = markdownBlocks(
    words.slice(frontMatter.end).replace(/^(?:\r\n|[\n\r])/, ""),
    { firstPlace: lines + 1, beside },
  );
  const root =
    yaml === undefined
      ? undefined
      : readYaml({ path, text: words, start: yaml.start, end: yaml.end, rule: "item/front-matter" });
  const head = root?.root === undefined ? undefined : root.toPlain(root.root);
  return {
    carrier: "text",
    path,
    name,
    blocks,
    notes: new Map(),
    pictures,
    notices,
    given: givenHead(isRecord(head) ? head : {}),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function givenHead(head: Readonly<Record<string, unknown>>): GivenHead {
  const submitter = isRecord(head.submitter) ? head.submitter : {};
  const [name, phone, email] = [worded(submitter.name), worded(submitter.phone), worded(submitter.email)];
  return {
    title: (worded(head.title) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    unit: worded(head.source),
    day: dayOf(worded(head.date)),
    section: worded(head.section),
    submitter: {
      ...(name !== undefined && { name }),
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && { email }),
    },
  };
}

function worded(value: unknown): string | undefined {
  const words = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return words === "" ? undefined : words;
}

function dayOf(words: string | undefined): GivenHead["day"] {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words ?? "");
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : undefined;
}
