/** What is wrong with YAML itself, in an editor's words. */
import type { YAMLError } from "yaml";
import type { Message } from "../diagnostics/diagnostic.js";

/** Characters marked by a finding at most */
const MAX_SHOWN = 200;

/** The parser's places reach over line ends at times; what is shown stays on the line. */
export function placeOf(error: YAMLError, text: string): [number, number] {
  const start = Math.min(error.pos[0], text.length);
  const lineEnd = text.slice(start, start + MAX_SHOWN).search(/[\r\n]/);
  const end = Math.min(error.pos[1], start + (lineEnd < 0 ? MAX_SHOWN : lineEnd), text.length);
  return [start, Math.max(start, end)];
}

export function explain(error: YAMLError, text: string): { message: Message; help?: Message } {
  const [start, end] = placeOf(error, text);
  const found = text.slice(start, Math.min(end, start + 40));
  switch (error.code) {
    case "TAB_AS_INDENT":
      return {
        message: {
          zh: "这里用制表符（Tab）缩进，YAML 只认空格",
          en: "YAML is indented with spaces, and this is a tab",
        },
        help: { zh: "请把制表符换成空格。", en: "Put spaces in place of the tab." },
      };
    case "MULTIPLE_DOCS":
      return {
        message: { zh: "一个文件里写了几份 YAML", en: "The file holds several YAML documents" },
        help: { zh: "请删去“---”及其后的内容。", en: "Take away “---” and what follows." },
      };
    case "BAD_INDENT":
      return {
        message: { zh: "缩进不对齐", en: "The indentation does not line up" },
        help: { zh: "同一层的内容要从同一列开始。", en: "What belongs together begins in the same column." },
      };
    case "BAD_ALIAS":
      return {
        message: { zh: `“${found}”没有对应的内容`, en: `“${found}” refers to nothing` },
        help: {
          zh: "值若以“*”或“&”开头，请加引号。",
          en: "Put quotes around a value that begins with “*” or “&”.",
        },
      };
    case "MISSING_CHAR":
      return {
        message: {
          zh: "引号或括号不成对，或冒号后缺空格",
          en: "A quote or bracket is never closed, or a colon has no space behind it",
        },
        help: { zh: "请检查这一行和上一行。", en: "Look at this line and the one above it." },
      };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
    case "BAD_SCALAR_START":
    case "BLOCK_IN_FLOW":
      return {
        message: {
          zh: `这里的 YAML 读不懂${quoted(found, "zh")}`,
          en: `This cannot be read as YAML${quoted(found, "en")}`,
        },
        help: CAUSES,
      };
    default:
      return {
        message: {
          zh: `YAML 写法有误${quoted(found, "zh")}`,
          en: `This is not YAML${quoted(found, "en")}: ${error.message}`,
        },
        help: CAUSES,
      };
  }
}

const quoted = (found: string, language: "zh" | "en"): string =>
  found.trim() === "" ? "" : language === "zh" ? `：“${found}”` : `: “${found}”`;

const CAUSES: Message = {
  zh: "常见原因：冒号后缺空格、引号不成对、缩进用了制表符、值里含有“: ”或“#”而没有加引号。",
  en: "Common causes: no space behind a colon, a quote that is never closed, a tab, or a value with “: ” or “ #” that needs quotes.",
};
