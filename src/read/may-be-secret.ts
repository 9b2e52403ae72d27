/**
 * Whether something may be secret, for all that leaves the office: the website shows none of it, counts and letters say no
 * titles. The reader of marks refuses what it does not know; here it is the other way round. It is judged without a word
 * of the rest, also where a file cannot be read as YAML and where the mark is misspelt: whoever writes that something is
 * secret, however badly, does not want it outside. What clearly says that there is no secret counts as none.
 */
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { nearestName } from "../diagnostics/nearest-name.js";
import { SECRECY_LEVELS } from "../model/issue-marks.js";
import { frontMatterFields } from "./front-matter-fields.js";
import { houseFields } from "./house-fields.js";
import { manifestFields } from "./manifest-fields.js";

export type HiddenState = "secret" | "draft";

/** @param text of a manifest, house rules or front matter; undefined where it cannot be read */
export function hiddenMark(text: string | undefined): HiddenState | undefined {
  if (text === undefined) return undefined;
  const said = saidIn(text);
  if (said.some(isSecrecy)) return "secret";
  return said.some(isDraft) ? "draft" : undefined;
}

/** @param yaml as it is written, even where it is not YAML */
export const saysSecrecy = (yaml: string): boolean => hiddenMark(yaml) === "secret";

/** @param contents of a YAML file that is read already and without a fault */
export const nodeSaysSecrecy = (contents: unknown): boolean => keysOf(contents).some(isSecrecy);

const NONE =
  /^(?:~|null|none|no|n|false|off|0|无|无密级|没有|否|不|不是|非密|不涉密|非涉密|未定密|不定密|公开|[-—/]+)?$/u;

/** @param written what somebody wrote under the heading or key 密级 */
export const isNoSecrecy = (written: string): boolean => NONE.test(folded(written).replace(/["'“”]/gu, ""));

/** In the letters of Taiwan and Hong Kong, too. */
const LEVELS = `(?:${[...SECRECY_LEVELS, "機密", "絕密", "祕密"].join("|")})`;
const HAS_LEVEL = new RegExp(LEVELS, "u");
const BEGINS_WITH_LEVEL = new RegExp(`^[["'“”]*${LEVELS}(?!\\p{L})`, "u");
/** A level as it is printed: words about secrets are none. */
const PRINTED_LEVEL = new RegExp(`${LEVELS}[★☆]`, "u");
/** A line that says a level and nothing else. */
const LINE_OF_LEVEL = new RegExp(
  `^[#>*_\\\\]*(?:密级:)?${LEVELS}(?:[★☆*·].{0,12}|\\d+(?:年|个月)|长期|启用前)?[*_\\\\]*$`,
  "u",
);

/** @param marking words above the masthead of an issue */
export const marksSecrecy = (marking: string | undefined): boolean =>
  marking !== undefined && HAS_LEVEL.test(folded(marking));

/** Of front matter, and of a level above the text, which is how an item comes out of Word. */
const HEAD_CHARACTERS = 400;

/** @param text of a file of Markdown */
export function isSecretItem(text: string): boolean {
  const front = /^\ufeff?---[^\S\n]*\r?\n([\s\S]*?)(?:\n---|$)/u.exec(text);
  if (front !== null && saysSecrecy(front[1] ?? "")) return true;
  const start = front?.[0].length ?? 0;
  const lines = text
    .slice(start, start + HEAD_CHARACTERS)
    .split(/\r\n|\r|\n/u)
    .map(folded);
  return lines.some((line) => PRINTED_LEVEL.test(line) || LINE_OF_LEVEL.test(line));
}

/** A key with what stands behind it, both folded. */
interface Said {
  readonly key: string;
  readonly words: string;
  readonly isCollection: boolean;
  /** in a map of the file's own map, where names of sections and units are keys, too */
  readonly isInner: boolean;
}

/** Blanks, widths, capitals and what is not shown make no difference. */
const folded = (words: string): string =>
  words
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .toLowerCase();

function saidIn(text: string): readonly Said[] {
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent", strict: false });
    if (document.errors.length === 0 && isMap(document.contents)) return keysOf(document.contents);
  } catch {
    // Nested too deeply.
  }
  return roughKeys(text);
}

/** Deeper than any manifest is read. */
const MOST_DEPTH = 20;
/** Whose own keys are names of sections, levels and rules. */
const HOLDS_NAMES: ReadonlySet<string> = new Set(["points", "lint", "units"]);

function keysOf(node: unknown, depth = 0): readonly Said[] {
  if (depth > MOST_DEPTH) return [];
  if (isSeq(node)) return node.items.flatMap((item) => keysOf(item, depth + 1));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key: written, value }) => {
    const key = folded(isScalar(written) ? String(written.value ?? "") : "");
    const isCollection = value !== null && value !== undefined && !isScalar(value);
    const own: Said = { key, words: folded(wordsOf(value)), isCollection, isInner: depth > 0 };
    return HOLDS_NAMES.has(key) ? [own] : [own, ...keysOf(value, depth + 1)];
  });
}

function wordsOf(node: unknown): string {
  if (isScalar(node)) return String(node.value ?? "");
  return isSeq(node) ? node.items.map((item) => (isScalar(item) ? wordsOf(item) : "")).join(",") : "";
}

const ROUGH_KEY =
  /(?:^|[{,])[\s\-?]*["'“”]?(\p{L}(?:[\p{L}\p{Cf}\s_-]{0,28}\p{L})?)["'“”]?\s*[:：]\s*(\{|\[[^\]]*|[^,{}]*)/gu;

/** What looks like a key in a text that is no YAML, with what stands behind it on the line. */
function roughKeys(text: string): readonly Said[] {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.replace(/(?:^|\s)#.*$/u, ""));
  return lines.flatMap((line, index) =>
    [...line.matchAll(ROUGH_KEY)].map(([, key = "", value = ""]): Said => {
      const words = folded(value);
      // In block style the value stands on the lines below.
      const below = words === "" ? lines.slice(index + 1).find((one) => one.trim() !== "") : undefined;
      const isCollection = value === "{" || (below !== undefined && indentOf(below) > indentOf(line));
      return { key: folded(key), words, isCollection, isInner: false };
    }),
  );
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(manifestFields),
  ...Object.keys(houseFields),
  ...Object.keys(frontMatterFields),
  "secret",
  "secretary",
]);
const SECRET_KEY = /^(?:secre(?!tar)|classif|confidential|保密|(?![不非未]).{0,4}(?:密级|定密|涉密))/u;
/** Where names may be keys: what nobody is called. */
const INNER_SECRET_KEY = /^(?:secrecy|secret|密级(?:和保密期限)?|定密|涉密|保密期限)$/u;

function isSecrecy({ key, words, isCollection, isInner }: Said): boolean {
  if (isInner)
    return INNER_SECRET_KEY.test(key) && (isCollection || !(isNoSecrecy(words) || /^[\d.]+$/u.test(words)));
  if (key === "marking") return HAS_LEVEL.test(words);
  // A level of the house's own, or under a key that nobody knows.
  if ((key === "level" || !KNOWN_KEYS.has(key)) && BEGINS_WITH_LEVEL.test(words)) return true;
  const isSecretKey = SECRET_KEY.test(key) || (!KNOWN_KEYS.has(key) && isNearSecrecy(key));
  return isSecretKey && (isCollection || !isNoSecrecy(words));
}

const isNearSecrecy = (key: string): boolean => /^secre(?!tar)/u.test(nearestName(key, KNOWN_KEYS) ?? "");

const isDraft = ({ key, words, isCollection, isInner }: Said): boolean =>
  !isInner && key === "draft" && (isCollection || (words !== "" && words !== "false"));
