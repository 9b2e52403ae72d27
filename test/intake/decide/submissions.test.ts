/**
 * Submissions as units send them, and the item that each is: data/*.txt, one case behind the other, `===` its name,
 * then what came, `--->`, and what is decided (print-draft.ts). Several manuscripts are divided by `--- name`.
 */
import "../../with-parser.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allRules } from "../../../src/check/all-rules.js";
import { decideItems, type KnownHouse } from "../../../src/intake/decide/decide-items.js";
import { writeDraft } from "../../../src/intake/draft/write-draft.js";
import type { MailHead, Manuscript, Submission } from "../../../src/intake/manuscript.js";
import { readSubmission } from "../../../src/read/read-submission.js";
import { memoryWorkspace } from "../../../src/read/workspace.js";
import { buildManuscript, pictureOf } from "../manuscript-builder.js";
import { printDraft } from "./print-draft.js";

const FOLDER = "test/intake/decide/data";
const HOUSE: KnownHouse = {
  units: [],
  sections: ["科技交流", "基层动态"],
  year: 2026,
  date: { year: 2026, month: 3, day: 16 },
};

interface Case {
  readonly name: string;
  readonly house: KnownHouse;
  readonly submission: Submission;
  readonly expected: string;
}

function readCases(file: string): readonly Case[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((text) => {
      const [name = "", ...lines] = text.split("\n");
      const [came = "", expected = ""] = lines.join("\n").split(/^--->\n/m);
      return { name, house: houseOf(came), submission: submissionOf(came), expected: expected.trim() };
    });
}

/** `units: 云岭区科学技术协会=云岭之星 青山社区`: the house has a list of its units, each with its aliases */
function houseOf(came: string): KnownHouse {
  const listed = /^units: (.*)$/m.exec(headOf(came))?.[1]?.split(" ") ?? [];
  const units = listed.map((one) => {
    const [name = "", ...aliases] = one.split("=");
    return { name, aliases };
  });
  return { ...HOUSE, units };
}

const headOf = (came: string): string =>
  /^(?:(?:from|subject|sent|carrier|file|beside|units): .*\n)+/.exec(came)?.[0] ?? "";

/** @param came keys (`mail:`, `carrier:`, `file:`, `beside:`, `units:`), if any, then the paragraphs */
function submissionOf(came: string): Submission {
  const head = headOf(came);
  const key = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1];
  const texts = came.slice(head.length).split(/^--- (.*)\n/m);
  const file = key("file");
  const manuscripts: Manuscript[] = [];
  const first = texts[0] ?? "";
  const carrier = carrierOf(key("carrier"));
  if (first.trim() !== "")
    manuscripts.push(buildManuscript(first, { carrier, ...(file !== undefined && { name: file }) }));
  for (let at = 1; at < texts.length; at += 2)
    manuscripts.push(buildManuscript(texts[at + 1] ?? "", { name: texts[at] ?? "" }));
  const beside = key("beside")?.split(" ") ?? [];
  return {
    path: "来稿",
    mail: mailOf(key),
    manuscripts,
    loosePictures: beside.map(pictureOf),
    notices: [],
  };
}

const carrierOf = (word: string | undefined): Manuscript["carrier"] =>
  word === "text" || word === "mail" || word === "html" || word === "word-97" ? word : "word";

function mailOf(key: (name: string) => string | undefined): MailHead | undefined {
  const [subject, from, sent] = [key("subject"), key("from"), key("sent")];
  if (subject === undefined && from === undefined && sent === undefined) return undefined;
  const [, name, address] = /^(.*?) ?(?:<(.*)>)?$/.exec(from ?? "") ?? [];
  const [year = 0, month = 0, day = 0] = (sent ?? "").split("-").map(Number);
  return {
    subject,
    from: from === undefined ? undefined : { name: name === "" ? undefined : name, address },
    date: sent === undefined ? undefined : { year, month, day },
  };
}

describe.each(readdirSync(FOLDER).sort())("%s", (file) => {
  it.each(readCases(file))("$name", ({ submission, house, expected }) => {
    const drafts = decideItems(submission, house);
    expect(drafts.map(printDraft).join("\n+\n")).toBe(expected);
  });

  it.each(readCases(file))(
    "$name: the file says what was decided, and signs once",
    ({ submission, house }) => {
      for (const draft of decideItems(submission, house)) {
        const options = { number: 1, pictureFolder: "../images/", isTaken: () => false };
        const { text } = writeDraft(draft, options);
        const { item, diagnostics } = readSubmission("items/01.md", memoryWorkspace({ "items/01.md": text }));
        const title = draft.title.map(({ text: words }) => words.replace(/ (?=\p{Script=Han})/gu, " "));
        expect(item?.title.map(({ value }) => value)).toEqual(title);
        // Of several stories in one item each keeps its signature; the last of them is read where it stands.
        const isOfSeveral =
          draft.source === undefined && draft.notices.some(({ rule }) => rule === "import/several-items");
        if (isOfSeveral) expect(item?.attribution?.writtenIn).not.toBe("front-matter");
        else expect(item?.attribution?.value).toBe(draft.source);
        if (draft.source !== undefined) expect(item?.attribution?.writtenIn).toBe("front-matter");
        const faults = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
        expect(faults).toEqual(draft.title.length === 0 ? ["item/front-matter"] : []);
      }
    },
  );

  it.each(readCases(file))("$name: every message stands in both languages and ends as a sentence", (one) => {
    for (const { notices } of decideItems(one.submission, one.house))
      for (const { rule, severity, message, help } of notices) {
        const page = allRules.find(({ id }) => id === rule);
        const other = page?.scope === "documented" ? page.alsoSeverity : undefined;
        expect([page?.severity, other]).toContain(severity);
        for (const { zh, en } of help === undefined ? [message] : [message, help]) {
          expect(zh).toMatch(/。$/);
          expect(en).toMatch(/\.$/);
        }
      }
  });
});
