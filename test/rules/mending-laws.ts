/**
 * What `--fix` may never do, whatever an item holds: lose or move a letter, change what is a paragraph, a
 * heading, a cell or bold, print markup. Judged on what is read before and after, without any of the
 * code that watches over mending (src/mend), which is not to have anything to do. Run on a few items of
 * a fixed seed by mending.test.ts, on many by the judges and by `npm run fuzz`.
 */
import "../with-parser.js";
import fc from "fast-check";
import { expect } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { fix } from "../../src/fix.js";
import type { SeveritySetting } from "../../src/model/house.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { newsItem, newsItemOfWrongHead } from "./news-parts.js";

export interface Sample {
  readonly seed: number;
  readonly numRuns: number;
}

const PATH = "items/01.md";
const target = { kind: "submission", path: PATH } as const;

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 基层动态
contact:
  email: submissions@example.org
units:
  - {name: 示例市生态学会, aliases: [市生态学会]}
lint:
  rules: {word/confusable: [warn, {others: true}]}
`;

/** Rules whose declared replacement is another word, letter or digit. */
const REPLACE_WORDS = [
  "text/repeated-word",
  "text/full-width-alphanumeric",
  "text/compatibility-character",
  "text/lookalike",
  "text/invisible-character",
  "word/confusable",
  "word/replace",
  "number/unit-case",
];
const RESTRUCTURE = allRules.filter(({ restructures }) => restructures === true).map(({ id }) => id);

const without = (rules: readonly string[]): ReadonlyMap<string, SeveritySetting> =>
  new Map(rules.map((rule) => [rule, "off"] as const));

const workspaceWith = (text: string) => memoryWorkspace({ "bulletin.yaml": HOUSE, [PATH]: text });

/** How often the guard had to act, by rule: each is a fault of the rule that a reader of the text never sees. */
export const guardActed = new Map<string, number>();

async function mended(text: string, off: readonly string[]): Promise<string> {
  const { changes, refused } = await fix(target, workspaceWith(text), { severities: without(off) });
  for (const { rule } of refused) guardActed.set(rule, (guardActed.get(rule) ?? 0) + 1);
  return changes.get(PATH)?.after ?? text;
}

/** With no rule that replaces words: the same letters in the same places, and no mark that was not printed. */
export const keepsLetters = (sample: Sample): Promise<void> =>
  fc.assert(
    fc.asyncProperty(newsItem, async (text) => {
      const before = printed(text);
      const after = printed(await mended(text, [...REPLACE_WORDS, ...RESTRUCTURE]));
      expect(after.blocks.map(lettersOf), "letters").toEqual(before.blocks.map(lettersOf));
      expect(after.blocks.map(roleOf), "structure").toEqual(before.blocks.map(roleOf));
      expect(letters(after.bold), "bold").toBe(letters(before.bold));
      expect(after.kept, "code and addresses").toEqual(before.kept);
      expectNoMarkup(after, before);
    }),
    sample,
  );

/** With every rule: no letter changes but as a rule says that it replaces it. */
export const keepsWords = (sample: Sample): Promise<void> =>
  fc.assert(
    fc.asyncProperty(newsItem, async (text) => {
      const before = printed(text);
      const after = printed(await mended(text, []));
      expect(words(after), "words").toBe(words(before));
      expectNoMarkup(after, before);
    }),
    sample,
  );

/** With every rule, and heads that are none yet: no mark comes out, and a second time nothing changes. */
export const comesToRest = (sample: Sample): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.oneof(newsItem, newsItemOfWrongHead), async (text) => {
      const once = await mended(text, []);
      expectNoMarkup(bodyOf(printed(once)), bodyOf(printed(text)));
      expect(await mended(once, []), "a second time").toBe(once);
    }),
    sample,
  );

interface Printed {
  readonly blocks: readonly PrintedBlock[];
  /** all that is bold, italic or struck out */
  readonly bold: string;
  /** code, and the addresses of links and pictures */
  readonly kept: readonly string[];
}

interface PrintedBlock {
  readonly role: string;
  readonly text: string;
}

/** A head that becomes one is no Markdown any more: what it prints as it stands is its author's. */
const bodyOf = ({ blocks, ...rest }: Printed): Printed => ({
  ...rest,
  blocks: blocks.filter(({ role }) => role !== "title" && role !== "summary"),
});

/**
 * All letters in order, each declared replacement undone: both sides of it read the same. Names that a
 * signature may hold are left out: a rule takes from it what the head says too, and moves its author there.
 */
const words = ({ blocks }: Printed): string => {
  const all = letters(blocks.map(({ text }) => text).join(""));
  const written = all.replace(SIGNED, "").toLowerCase();
  const kept = DECLARED.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), written);
  // A picture amid text is read behind its paragraph, which may have been parted: only the order differs.
  return [...kept].sort().join("");
};

/** Of the words in news-parts.ts, who may sign. */
const SIGNED = /云湖区科协|示例市生态学会|青山小学|示例大学科协|滨河社区|方砚秋/g;

/** Of the words in news-parts.ts, those that a rule replaces. */
const DECLARED: readonly (readonly [string | RegExp, string])[] = [
  ["截止", "截至"],
  ["登陆", "登录"],
  // text/repeated-word
  [/([的了在和是也将被及而]|进行|会议|参加|其中|科协|召开|推动)\1+/g, "$1"],
];

const letters = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
const lettersOf = ({ text }: PrintedBlock): string => letters(text);
const roleOf = ({ role }: PrintedBlock): string => role;

function expectNoMarkup(after: Printed, before: Printed): void {
  const count = ({ blocks }: Printed, mark: string) =>
    blocks.reduce((sum, { text }) => sum + text.split(mark).length - 1, 0);
  for (const mark of "*_~#|[]`<>\\&") {
    expect(count(after, mark), `printed ${mark}`).toBeLessThanOrEqual(count(before, mark));
  }
}

/** What an edition prints of an item, block by block. */
function printed(source: string): Printed {
  const { item } = readSubmission(PATH, workspaceWith(source));
  const blocks: PrintedBlock[] = [];
  const kept: string[] = [];
  let bold = "";
  const inlines = (value: unknown, isBold: boolean): string => {
    if (!Array.isArray(value)) return "";
    return value
      .map((inline: Node) => {
        if (inline.kind === "link") kept.push(JSON.stringify(inline.url));
        if (inline.kind === "inline-code") {
          kept.push(String(inline.value));
          return String(inline.value);
        }
        if (inline.kind === "text" && isBold) bold += inline.value;
        if (inline.kind === "text") return String(inline.value);
        // An address is among the words where the link was none yet.
        const address =
          inline.kind === "link" ? nodes([inline.url]).map(({ value }) => letters(String(value))) : [];
        const isAutomatic = inline.automatic === true;
        return (
          inlines(inline.children, isBold || /^(?:strong|emphasis|strikethrough)$/.test(inline.kind)) +
          (isAutomatic ? "" : address.join(""))
        );
      })
      .join("");
  };
  const add = (role: string, text: string) => {
    if (/[^\s\p{Cf}]/u.test(text)) blocks.push({ role, text });
  };
  const visit = (list: readonly Node[], place: string): void => {
    for (const block of list) {
      if (block.kind === "code-block") {
        kept.push(String(block.value));
        add(`${place}code`, String(block.value));
      } else if (block.kind === "figure") {
        kept.push(JSON.stringify([block.destination, block.alt]));
        add("picture", `${block.alt}${nodes([block.destination]).map(({ value }) => value)}`);
        add("caption", String(block.caption ?? ""));
      } else if (block.kind === "list")
        for (const entry of nodes(block.items)) visit(nodes(entry.children), `${place}list `);
      else if (block.kind === "quote") visit(nodes(block.children), `${place}quote `);
      else if (block.kind === "table") {
        for (const row of [block.header, ...nodes(block.rows)]) {
          for (const [column, cell] of nodes(row).entries())
            add(`${place}cell ${column}`, inlines(cell.children, false));
        }
      } else add(place + block.kind, inlines(block.children, false));
    }
  };
  for (const line of item?.title ?? []) add("title", line.value);
  add("summary", item?.summary?.value ?? "");
  visit(nodes(item?.blocks), "");
  // Whether a signature is known as one depends on the text above it: it is left out, known or not.
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const text = block.text.replace(SIGNATURE, "");
    if (text !== block.text) blocks.splice(index, 1, ...(text === "" ? [] : [{ ...block, text }]));
  }
  for (const note of item?.notes ?? []) visit(nodes(note.children), "note ");
  return { blocks, bold, kept: kept.map((value) => value.replace(/"(?:start|end)":\d+/g, "")) };
}

/** （云湖区科协）, （云湖区科协　方砚秋） */
const SIGNATURE = /[（(]云湖区科协(?:[\s\u3000、:：][^（(）)。，]{1,6})?[）)]/gu;

interface Node {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** The model seen as plain objects, so that nothing here depends on its types. */
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : []);
