/**
 * Whether a manifest or a house file wants its issues kept from the website, judged without a word of the rest: also where
 * the file cannot be built, and where the mark is misspelt. Whoever writes that something is secret, however badly, does
 * not want it on the web.
 */
import { isMap, isScalar, parseDocument } from "yaml";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { SECRECY_LEVELS } from "../../model/issue-marks.js";
import { houseFields } from "../../read/house-fields.js";
import { manifestFields } from "../../read/manifest-fields.js";

export type HiddenState = "secret" | "draft";

/** @param text of a YAML file; undefined where it cannot be read */
export function hiddenMark(text: string | undefined): HiddenState | undefined {
  if (text === undefined) return undefined;
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent", strict: false });
  const keys =
    isMap(document.contents) && document.errors.length === 0
      ? document.contents.items.map(({ key, value }): [string, string] => [
          wordsOf(key),
          isMap(value) ? "…" : wordsOf(value),
        ])
      : roughKeys(text);
  const said = keys.filter(([, value]) => value !== "");
  if (said.some(([key, value]) => isSecrecy(key, value))) return "secret";
  return said.some(([key, value]) => key === "draft" && value !== "false") ? "draft" : undefined;
}

/** What looks like a key in a text that is no YAML, with what stands behind it on the line. */
function roughKeys(text: string): readonly (readonly [string, string])[] {
  const lines = text.replace(/^\s*#.*$/gm, "");
  return [
    ...lines.matchAll(/(?:^|[{,])[ \t\-?]*["']?([\p{L}-]{2,20})["']?[ \t]*[:：][ \t]*(\{|[^,{}\n]*)/gmu),
  ].map(([, key = "", value = ""]) => [normal(key), normal(value.replace(/(?:^|\s)#.*$/, ""))]);
}

const wordsOf = (node: unknown): string =>
  isScalar(node) ? normal(String(node.value ?? "")) : node === null || node === undefined ? "" : "…";

const normal = (words: string): string => words.normalize("NFKC").trim().toLowerCase();

const KNOWN_KEYS = [...new Set([...Object.keys(manifestFields), ...Object.keys(houseFields), "secret"])];
const SECRET_KEY = /^(?:密级|定密|涉密|保密)/;
const LEVELS = new RegExp(`^(?:${SECRECY_LEVELS.join("|")})(?:$|[^\\p{L}])`, "u");

/** A level printed as a marking of the house's own is one, too. */
const isSecrecy = (key: string, value: string): boolean =>
  SECRET_KEY.test(key) ||
  /^secre/.test(nearestName(key, KNOWN_KEYS) ?? "") ||
  ((key === "marking" || key === "level") && LEVELS.test(value));
