/** What an import made of a submission beside what it is: right, asked for, told with a wrong value, or wrong without a word. */
import type { Nodes, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** As make_submissions.py writes it; of several right values any one. */
export interface ExpectedItem {
  readonly title: Wanted;
  readonly source: Wanted;
  readonly author: Wanted;
  readonly date: Wanted;
  readonly body: readonly ExpectedBlock[];
}
type Wanted = string | null | readonly (string | null)[];
type ExpectedBlock = string | readonly (readonly string[])[] | readonly ["figure", string | null];

export interface Submission {
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  readonly faulty: boolean;
  readonly items: readonly ExpectedItem[];
  readonly told: readonly string[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

export interface MadeItem {
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly date: string | null;
  /** text of the written file */
  readonly text: string;
}

export type Verdict = "right" | "asked" | "told" | "silent";
export interface Difference {
  readonly verdict: Verdict;
  readonly words: string;
}

/** @returns nothing where all is right */
export function differencesOf(
  { items, told }: Submission,
  { made, findings }: { readonly made: readonly MadeItem[]; readonly findings: readonly Finding[] },
): readonly Difference[] {
  const rules = new Set(findings.map(({ rule }) => rule));
  const untold = told
    .filter((rule) => !rules.has(rule))
    .map((rule): Difference => ({ verdict: "silent", words: `no ${rule}` }));
  if (made.length !== items.length) {
    const verdict = findings.some(({ severity }) => severity !== "info") ? "told" : "silent";
    return [...untold, { verdict, words: `${made.length} items, not ${items.length}` }];
  }
  return [
    ...untold,
    ...items.flatMap((item, at) => {
      const one = made[at];
      return one === undefined ? [] : differencesOfItem(item, one, findings);
    }),
  ];
}

const FIELDS = {
  title: "import/title",
  source: "import/unit",
  author: "import/unit",
  date: "import/date",
} as const;

function differencesOfItem(
  item: ExpectedItem,
  made: MadeItem,
  findings: readonly Finding[],
): readonly Difference[] {
  const warned = (rule: string): boolean =>
    findings.some((found) => found.severity !== "info" && found.rule.startsWith(rule));
  const fields = (["title", "source", "author", "date"] as const).flatMap((key): readonly Difference[] => {
    const wanted = item[key];
    const value = made[key] === "" ? null : made[key];
    if (Array.isArray(wanted) ? wanted.includes(value) : wanted === value) return [];
    // A day that is left empty is seen to be so; a person or a unit is asked for.
    const isAsked = value === null && (key === "date" || warned(FIELDS[key]));
    const verdict = isAsked ? "asked" : warned(FIELDS[key]) ? "told" : "silent";
    return [{ verdict, words: `${key}: ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}` }];
  });
  const wanted = item.body.map(lineOfExpected);
  const body = linesOf(made.text);
  if (wanted.length === body.length && wanted.every((line, at) => line === body[at])) return fields;
  const first = wanted.findIndex((line, at) => line !== body[at]);
  const at = first < 0 ? wanted.length : first;
  const isMoved = wordsIn(wanted) === wordsIn(body);
  // Words that are all there may be set otherwise, if it is said; words that are not there must be named.
  const verdict = isMoved
    ? findings.some(({ rule }) => SHAPES.test(rule))
      ? "told"
      : "silent"
    : namesThem(
          findings,
          wanted.filter((line) => !body.includes(line)),
        )
      ? "told"
      : "silent";
  const words = `block ${at + 1}${isMoved ? " is set otherwise" : ""}: ${body[at] ?? "nothing"}, not ${wanted[at] ?? "nothing"}`;
  return [...fields, { verdict, words }];
}

const SHAPES = /^import\/(?:table|heading|list|caption|joined-lines)$/;
const wordsIn = (lines: readonly string[]): string =>
  lines.join("").replace(/^(?:#+|-|\d+\.|\[\^\])\s|[|\s]/gmu, "");
const namesThem = (findings: readonly Finding[], lines: readonly string[]): boolean =>
  lines.every((line) =>
    findings.some(({ message }) => message.includes(line.replace(/^#+ /, "").slice(0, 8))),
  );

function lineOfExpected(block: ExpectedBlock): string {
  if (typeof block === "string")
    return block.startsWith("1. ") || !/^\d\. /.test(block) ? block : `1. ${block.slice(3)}`;
  if (block[0] === "figure") return `figure ${String(block[1] ?? "")}`.trim();
  return block.map((row) => (Array.isArray(row) ? row.join("|") : row)).join("||");
}

const reader = unified().use(remarkParse).use(remarkGfm);

/** Front matter */
const HEAD = /^---\n[\s\S]*?\n---\n/;

/** Words of a node and of all below it. */
const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

/** One line for each block; links as they are written, since an address may be lost. */
function linesOf(text: string): readonly string[] {
  return (reader.parse(text.replace(HEAD, "")) as Root).children.flatMap(linesOfBlock);
}

function linesOfBlock(node: RootContent): readonly string[] {
  switch (node.type) {
    case "heading":
      return [`${"#".repeat(node.depth)} ${textOf(node)}`];
    case "list":
      return node.children.map((entry) => `${node.ordered === true ? "1." : "-"} ${textOf(entry)}`);
    case "table":
      return [node.children.map(({ children }) => children.map((cell) => textOf(cell)).join("|")).join("||")];
    case "footnoteDefinition":
      return [`[^] ${textOf(node)}`];
    case "paragraph":
      return [
        node.children
          .map((child) => {
            if (child.type === "image") return `figure ${child.title ?? ""}`.trim();
            return child.type === "link" ? `[${textOf(child)}](${child.url})` : textOf(child);
          })
          .join(""),
      ];
    default:
      return [`${node.type} ${textOf(node)}`];
  }
}
