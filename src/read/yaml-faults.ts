/** What is wrong with YAML itself, in an editor's words. */
import type { YAMLError } from "yaml";
import type { Message } from "../diagnostics/diagnostic.js";

/** Characters marked by a finding at most */
const MAX_SHOWN = 200;
/** A line that is longer is not searched for what it may have meant. */
const LONGEST_LINE = 1000;

/** The parser's places reach over line ends at times; what is shown stays on the line. */
export function placeOf(error: YAMLError, text: string): [number, number] {
  const eaten = findEatenInFlow(error, text);
  if (eaten !== undefined) return [eaten.start, eaten.start + eaten.key.length];
  const start = Math.min(openerOf(error, text) ?? error.pos[0], text.length);
  const lineEnd = text.slice(start, start + MAX_SHOWN).search(/[\r\n]/);
  const reach = start < error.pos[0] ? text.length : error.pos[1];
  const end = Math.min(reach, start + (lineEnd < 0 ? MAX_SHOWN : lineEnd), text.length);
  return [start, Math.max(start, end)];
}

export function explain(error: YAMLError, text: string): Explanation {
  const [start, end] = placeOf(error, text);
  const found = text.slice(start, Math.min(end, start + 40));
  const eaten = findEatenInFlow(error, text);
  if (eaten !== undefined) return eatenInFlow(eaten);
  const opener = openerOf(error, text);
  if (opener !== undefined) return neverClosed(text[opener] ?? "");
  switch (error.code) {
    case "TAB_AS_INDENT":
      return {
        message: {
          zh: "这里用制表符（Tab）缩进，YAML 只能用空格缩进。",
          en: "This line is indented with a tab, but YAML allows only spaces.",
        },
        help: { zh: "请把制表符换成空格。", en: "Replace the tab with spaces." },
      };
    case "MULTIPLE_DOCS":
      return {
        message: { zh: "一个文件里写了不止一份 YAML。", en: "The file contains several YAML documents." },
        help: { zh: "请删去“---”及其后的内容。", en: "Delete “---” and everything after it." },
      };
    case "BAD_INDENT":
      return {
        message: { zh: "缩进不对齐。", en: "The indentation does not line up." },
        help: {
          zh: "同一层的内容请从同一列开始。",
          en: "Begin everything on the same level in the same column.",
        },
      };
    case "BAD_ALIAS":
      return {
        message: { zh: `“${found}”没有对应的内容。`, en: `“${found}” refers to nothing.` },
        help: {
          zh: "值如果以“*”或“&”开头，请加引号。",
          en: "Put quotes around a value that begins with “*” or “&”.",
        },
      };
    case "MISSING_CHAR":
      return {
        message: {
          zh: "引号或括号不成对，或冒号后缺空格。",
          en: "A quote or bracket is never closed, or there is no space after a colon.",
        },
        help: { zh: "请检查这一行和上一行。", en: "Look at this line and the one above it." },
      };
    case "MULTILINE_IMPLICIT_KEY":
      return WIDE_COLON.test(found) ? wideColon(found) : unreadable(found);
    case "BLOCK_AS_IMPLICIT_KEY":
      return COLON_IN_VALUE.test(text.slice(text.lastIndexOf("\n", start - 1) + 1))
        ? colonInValue
        : unreadable(found);
    case "UNEXPECTED_TOKEN":
    case "BAD_SCALAR_START":
    case "BLOCK_IN_FLOW":
      return unreadable(found);
    default:
      return {
        message: {
          zh: `YAML 写法有误${quoted(found, "zh")}。`,
          en: `This is not valid YAML${quoted(found, "en")}: ${error.message.replace(/[.\s]+$/, "")}.`,
        },
        help: CAUSES,
      };
  }
}

interface EatenInFlow {
  readonly key: string;
  readonly start: number;
  readonly value: string;
}

/** `{accent: #A00000}`: to YAML all of it is a comment, the bracket too. */
const EATEN = /(?<![\w-])([\w-]{1,64}):[ \t]{1,9}(#[^\s#!,\]}]+)(.*)$/;

/** @returns what stands on the last line before the error that is not a remark */
function findEatenInFlow(error: YAMLError, text: string): EatenInFlow | undefined {
  if (error.code === "TAB_AS_INDENT" || error.code === "MULTIPLE_DOCS") return undefined;
  const before = text.slice(0, error.pos[0]).trimEnd();
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = text.slice(lineStart).split(/[\r\n]/, 1)[0] ?? "";
  const match = line.length > LONGEST_LINE || /^\s*#/.test(line) ? null : EATEN.exec(line);
  const [, key = "", value = "", rest = ""] = match ?? [];
  if (match === null || !/[{[][^#'"]*$/.test(line.slice(0, match.index)) || !/[\]}]/.test(rest))
    return undefined;
  return { key, start: lineStart + match.index, value };
}

function eatenInFlow({ key, value }: EatenInFlow): Explanation {
  return {
    message: {
      zh: `“${key}”没有值：没有引号，“#”以后的字都是注释，括号也在里面。`,
      en: `“${key}” has no value: without quotes, all that follows “#” is a comment, the closing bracket too.`,
    },
    help: {
      zh: `请给值加上引号：${JSON.stringify(value)}。`,
      en: `Put the value in quotes: ${JSON.stringify(value)}.`,
    },
  };
}

/** @returns where the quote or bracket stands that the error says is never closed */
function openerOf(error: YAMLError, text: string): number | undefined {
  const before = text.slice(0, error.pos[0]);
  const quote =
    error.code === "MISSING_CHAR" ? /^Missing closing (["'])/.exec(error.message)?.[1] : undefined;
  if (quote !== undefined) return findLastQuote(before, quote);
  const isFlow = error.code === "BAD_INDENT" && error.message.startsWith("Flow ");
  return isFlow ? findLastOpen(before) : undefined;
}

/** No quote of its kind stands behind the opening one, those that are escaped aside. */
function findLastQuote(before: string, quote: string): number | undefined {
  let at = before.lastIndexOf(quote);
  while (at > 0 && before[at - 1] === (quote === "'" ? "'" : "\\")) {
    at = before.lastIndexOf(quote, at - (quote === "'" ? 2 : 1));
  }
  return at < 0 ? undefined : at;
}

function findLastOpen(before: string): number | undefined {
  let closed = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (before[at] === "]" || before[at] === "}") closed += 1;
    else if (before[at] === "[" || before[at] === "{") {
      if (closed === 0) return at;
      closed -= 1;
    }
  }
  return undefined;
}

interface Explanation {
  readonly message: Message;
  readonly help: Message;
}

function neverClosed(opener: string): Explanation {
  const closer = opener === "[" ? "]" : opener === "{" ? "}" : opener;
  const isQuote = closer === opener;
  return {
    message: {
      zh: `这里的${isQuote ? "引号" : "括号"} ${opener} 不成对，缺少 ${closer}。`,
      en: `The ${isQuote ? "quote" : "bracket"} ${opener} is never closed.`,
    },
    help: { zh: `请在这个值的末尾补上 ${closer}。`, en: `Put ${closer} at the end of the value.` },
  };
}

/** `number： 3`: what a Chinese input method types for a colon. */
const WIDE_COLON = /^[\w-]+\s*：/;

function wideColon(found: string): Explanation {
  const key = /^[\w-]+/.exec(found)?.[0] ?? "";
  return {
    message: {
      zh: `“${key}”后面用了中文冒号“：”。`,
      en: `The colon after “${key}” is full-width (“：”).`,
    },
    help: {
      zh: `请改成英文冒号加一个空格，如“${key}: …”。`,
      en: `Use a half-width colon and a space: “${key}: …”.`,
    },
  };
}

/** `title: 甲: 乙`: the value would be keys with values again. */
const COLON_IN_VALUE = /^[ \t-]*[\w-]+:[ \t]+[^\s"'[{|>#][^\n]*:[ \t]/;

const colonInValue: Explanation = {
  message: {
    zh: "这个值里有英文冒号加空格（“: ”），分不清哪一个是键后面的冒号。",
    en: "This value contains “: ”, which would be taken for another key.",
  },
  help: {
    zh: '请给整个值加上英文引号 "…"，或把值里的冒号改成中文冒号“：”。',
    en: 'Put the whole value in quotes "…", or use a full-width “：” in it.',
  },
};

const unreadable = (found: string): Explanation => ({
  message: {
    zh: `这里的 YAML 无法识别${quoted(found, "zh")}。`,
    en: `This cannot be read as YAML${quoted(found, "en")}.`,
  },
  help: CAUSES,
});

const quoted = (found: string, language: "zh" | "en"): string =>
  found.trim() === "" ? "" : language === "zh" ? `：“${found}”` : `: “${found}”`;

const CAUSES: Message = {
  zh: "常见原因：冒号后缺空格、引号不成对、缩进用了制表符、值里含有“: ”或“#”而没有加引号。",
  en: "Common causes: no space after a colon, a quote that is never closed, a tab, or a value with “: ” or “ #” that needs quotes.",
};
