/**
 * Characters that nobody sees: zero-width marks, byte order marks, soft hyphens, controls of direction,
 * no-break and other special spaces. Source: The Unicode Standard, 23.2 (layout controls); they come
 * with text copied from web pages, chats and PDF files. The joiner inside an emoji is part of it.
 */
import { HAN, INVISIBLE, OTHER, setOfClasses, WIDE_SPACE } from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NAMES: Readonly<Record<number, readonly [string, string]>> = {
  160: ["不间断空格", "no-break space"],
  173: ["软连字符", "soft hyphen"],
  8203: ["零宽空格", "zero width space"],
  8204: ["零宽不连字", "zero width non-joiner"],
  8205: ["零宽连字", "zero width joiner"],
  8206: ["从左到右标记", "left-to-right mark"],
  8207: ["从右到左标记", "right-to-left mark"],
  8232: ["行分隔符", "line separator"],
  8233: ["段分隔符", "paragraph separator"],
  8288: ["字词连接符", "word joiner"],
  65279: ["字节顺序标记", "byte order mark"],
};
/** The lead byte of an ideograph in UTF-8 as Latin-1 shows it, and at most one more. */
const GARBLED = /[\u00e3-\u00e9\u00ef][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]?$/;
const JOINER = 0x200d;
const IDEOGRAPHIC_SPACE = 0x3000;

export const textInvisibleCharacter: TextRule = {
  id: "text/invisible-character",
  scope: "text",
  looksFor: setOfClasses(INVISIBLE, WIDE_SPACE, OTHER),
  severity: "error",
  fixable: true,
  structural: false,
  summary: {
    zh: "文字里没有看不见的字符：零宽字符、软连字符、方向控制符、不间断空格。",
    en: "The text contains no invisible characters: zero-width characters, soft hyphens, direction controls, no-break spaces.",
  },
  why: {
    zh: "它们从网页、聊天软件和 PDF 复制而来，会使检索、比对和断行出错；方向控制符还会颠倒文字顺序。",
    en: "They come with copied text and interfere with searching, comparison and line breaking; direction controls can even reverse the text.",
  },
  source: "The Unicode Standard, 23.2",
  examples: [
    textExample({
      name: { zh: "零宽空格", en: "A zero width space" },
      text: "示例\u200b市科协举办活动。",
      at: [3],
      fixed: "示例市科协举办活动。",
    }),
    textExample({
      name: {
        zh: "不间断空格：可能表示停顿，改成普通空格",
        en: "No-break spaces may be pauses and turn into plain ones",
      },
      text: "科普月启动\u00a0学术季预热，Nature\u00a0Communications刊发论文",
      at: [6, 19],
      fixed: "科普月启动 学术季预热，Nature Communications刊发论文",
    }),
    textExample({
      name: { zh: "写成实体的也算", en: "Written as a character reference too" },
      text: "示例&nbsp;科技馆开放。",
      at: [3],
      fixed: "示例 科技馆开放。",
    }),
    textExample({
      name: { zh: "表情符号里的连接符", en: "The joiner inside an emoji" },
      text: "留言墙贴满了👨‍👩‍👧和❤️。",
    }),
    textExample({
      name: { zh: "韩文填充符、汉字后的变体选择符", en: "A Hangul filler, a selector after an ideograph" },
      text: "示例\u3164市\ufe0f科协举办活动。",
      at: [3, 5],
      fixed: "示例市科协举办活动。",
    }),
    textExample({
      name: {
        zh: "别的文字里起作用的控制符，异体字的选择符",
        en: "Controls that other scripts need, selectors of glyphs",
      },
      text: "墙上有阿拉伯文\u0634\u200c\u0645\u200f，姓名用字为\u51de\ufe00。",
    }),
    textExample({
      name: { zh: "独占一行的，只指出", en: "Alone on its line: reported, not fixed" },
      text: "示例市科协举办活动，\n\u200b\n反响热烈。",
      at: ["6:1"],
      fixed: "示例市科协举办活动，\n\u200b\n反响热烈。",
    }),
    textExample({
      name: { zh: "普通空格和全角空格", en: "Plain and full-width spaces" },
      text: "J. Smith　A. Brown",
    }),
  ],
  *check(line) {
    const { text, classes } = line;
    for (let at = 0; at < classes.length; at += 1) {
      if (!isUnseen(line, at)) continue;
      const start = at;
      while (isUnseen(line, at + 1)) at += 1;
      const end = at + 1;
      const code = text.charCodeAt(start);
      const named = NAMES[code];
      const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      const isSpace = classes[start] === WIDE_SPACE;
      const isInside = start > 0 && end < classes.length;
      const isSeparator = code === 0x2028 || code === 0x2029;
      yield copyFinding(line, {
        start,
        end,
        message: {
          zh: `这里有看不见的字符${named === undefined ? "" : `：${named[0]}`}（${point}）。`,
          en: `There is an invisible character here${named === undefined ? "" : `: ${named[1]}`} (${point}).`,
        },
        help:
          isSpace && isInside
            ? { zh: "改成普通空格。", en: "Change it to a plain space." }
            : { zh: "删去。", en: "Delete it." },
        // What a space parts stays apart: whether it may is for the rules about spaces.
        replacement: isSeparator ? undefined : isSpace && isInside ? " " : "",
      });
    }
  },
};

/** Letters of scripts that run from right to left or join by such marks (Hebrew to Sinhala, their forms). */
const NEEDS_CONTROLS = /[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]/;

function isUnseen({ text, classes }: CopyLine, at: number): boolean {
  const kind = classes[at];
  const code = text.charCodeAt(at);
  // In ä¸­ the soft hyphen is a byte of a lost ideograph: text/replacement-character speaks of it.
  if ((code === 0xad || code === 0xa0) && GARBLED.test(text.slice(Math.max(0, at - 2), at))) return false;
  if (kind === WIDE_SPACE) return code !== IDEOGRAPHIC_SPACE;
  // Behind an ideograph a selector of emoji forms selects nothing; the others (U+FE00 …) choose a glyph.
  if (code >= 0xfe00 && code <= 0xfe0f) return code >= 0xfe0e && classes[at - 1] === HAN;
  if (code === 0x2028 || code === 0x2029) return true;
  if (kind !== INVISIBLE) return false;
  const isControl = (code >= 0x200c && code <= 0x200f) || (code >= 0x202a && code <= 0x202e);
  if (isControl && NEEDS_CONTROLS.test(text)) return classes[at - 1] === HAN && classes[at + 1] === HAN;
  // Between Han or Latin a joiner joins nothing; elsewhere (emoji, other scripts) it may.
  return code !== JOINER || classes[at - 1] === HAN || classes[at + 1] === HAN;
}
