/**
 * What is said of characters: that no face has them, that another face lends them, that letter by letter they would be
 * set wrong, that no other face is there for emphasis. For tell-faults.ts.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { Fault } from "./fault.js";

type Kind<Name extends Fault["kind"]> = Extract<Fault, { readonly kind: Name }>;

interface Words {
  readonly message: Message;
  readonly help: Message;
}

/** Characters told one by one; a longer run is cut. */
const MOST_TOLD = 8;

export function missingWords({ codePoints, faces }: Kind<"missing-glyph">): Words {
  const distinct = [...new Set(codePoints)];
  const shown = distinct.slice(0, MOST_TOLD);
  const more = distinct.length > shown.length;
  const code = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const one = (codePoint: number) => `“${seen(codePoint)}”（${code(codePoint)}）`;
  const oneInEnglish = (codePoint: number) => `“${seen(codePoint)}” (${code(codePoint)})`;
  const [first = 0] = distinct;
  const tried = [...new Set(faces)];
  return {
    message:
      distinct.length === 1
        ? {
            zh: `${one(first)}这个字，${tried.join("、")} 都没有，印出来会是空白。`,
            en: `No font has the character ${oneInEnglish(first)}, so it would be printed as a blank; tried ${tried.join(", ")}.`,
          }
        : {
            zh: `${shown.map(one).join("")}${more ? "等" : "这"} ${distinct.length} 个字，${tried.join("、")} 都没有，印出来会是空白。`,
            en: `No font has the ${distinct.length} characters ${shown.map(oneInEnglish).join(", ")}${more ? " …" : ""}, so they would be printed as blanks; tried ${tried.join(", ")}.`,
          },
    help: helpFor(first, distinct.length > 1),
  };
}

/** A combining mark is shown on a dotted circle, which stands for its letter. */
const seen = (codePoint: number): string =>
  `${/\p{M}/u.test(String.fromCodePoint(codePoint)) ? "◌" : ""}${String.fromCodePoint(codePoint)}`;

/** Fonts that are known to have what the package's lack, by the first and last code point of a block. */
const KNOWN_FONTS: readonly (readonly [from: number, to: number, zh: string, en: string])[] = [
  [
    0x20000,
    0x2a6df,
    "Windows 自带的 SimSun-ExtB（simsunb.ttf）就有",
    "SimSun-ExtB (simsunb.ttf), which comes with Windows, has it",
  ],
  [
    0x2a700,
    0x2ebef,
    "新版 Windows 的 SimSun-ExtB（simsunb.ttf）就有",
    "SimSun-ExtB (simsunb.ttf) of recent Windows has it",
  ],
  [
    0xac00,
    0xd7a3,
    "韩文字体就有，如 Windows 自带的 Malgun Gothic、Noto Serif KR",
    "Korean fonts have it, such as Malgun Gothic of Windows or Noto Serif KR",
  ],
];

function helpFor(codePoint: number, isPlural: boolean): Message {
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) {
    return {
      zh: "公文里不用表情符号：请删去，或改用文字；一定要用，就作为图片放进来。",
      en: "Leave emoji out of a bulletin, or say it in words; if it must be shown, put it in as a picture.",
    };
  }
  if (codePoint >= 0x300 && codePoint <= 0x36f) {
    return {
      zh: "这个附加符号没有字体能放准位置。请改用现成的带符号字母，或换一种写法。",
      en: "No font at hand says where this combining mark stands. Use a letter that has the mark, or write it another way.",
    };
  }
  const known = KNOWN_FONTS.find(([from, to]) => codePoint >= from && codePoint <= to);
  const [zh, en] = known === undefined ? ["", ""] : [`${known[2]}：`, `${known[3]}. `];
  const [itZh, itEn] = isPlural ? ["这些字", "these characters"] : ["这个字", "this very character"];
  return {
    zh: `请改用通行的写法；如果人名、地名必须用${itZh}，${zh}请把有它的字体放进文件夹，写在 bulletin.yaml 的 fonts.folders 下（不必指明用在哪里），或用 --fonts 指明。`,
    en: `Use a common variant. If a name requires ${itEn}: ${en}Put a font that has it into a folder and name the folder under fonts.folders in bulletin.yaml (no role need be named), or use --fonts.`,
  };
}

/** How much of a passage is repeated. */
const PASSAGE_SHOWN = 20;

export function unshapedWords({ script, text }: Kind<"unshaped-script">): Words {
  const characters = [...text.trim()];
  const shown =
    characters.length > PASSAGE_SHOWN
      ? `${characters.slice(0, PASSAGE_SHOWN).join("")}…`
      : characters.join("");
  return {
    message: {
      zh: `“${shown}”是${script.zh}，字母要相连、叠放或从右往左排，PDF 还排不了：逐字排会排错。`,
      en: `“${shown}” is ${script.en}: its letters join, stack or run from right to left, which the PDF cannot set yet; set one by one they would be wrong.`,
    },
    help: {
      zh: "请把这一段做成图片放进来（图片说明里写出意思），或只出 DOCX 和 HTML：bulletin build -e docx,html。",
      en: "Put the passage in as a picture (with its meaning as the alt text), or build DOCX and HTML alone: bulletin build -e docx,html.",
    },
  };
}

/** Characters of a pair of faces that are told. */
const MOST_LENT = 20;

/** @param lent one at least, from anywhere in the issue */
export function tellBorrowed(span: Span, lent: readonly Kind<"borrowed-glyph">[]): Diagnostic {
  const pairs = new Map<
    string,
    { readonly asked: string; readonly used: string; readonly texts: Set<string> }
  >();
  for (const { asked, used, text } of lent) {
    const key = `${asked}\0${used}`;
    const pair = pairs.get(key) ?? { asked, used, texts: new Set<string>() };
    pairs.set(key, pair);
    pair.texts.add(text);
  }
  const all = [...pairs.values()];
  const list = (texts: ReadonlySet<string>) => [...texts].slice(0, MOST_LENT).join("");
  return {
    rule: "layout/font-substituted",
    severity: "info",
    span,
    message: {
      zh: `${all.map(({ asked, used, texts }) => `字体“${asked}”没有“${list(texts)}”${texts.size === 1 ? "这个字" : `${texts.size > MOST_LENT ? "等" : "这"} ${texts.size} 个字`}，用“${used}”排`).join("；")}。`,
      en: `${all.map(({ asked, used, texts }) => `The font ${asked} lacks ${texts.size === 1 ? "the character" : `${texts.size} characters:`} “${list(texts)}”; set in ${used}`).join(". ")}.`,
    },
    help: {
      zh: "请在 PDF 里看看这些字是否合适；要统一，请换用字更全的字体。",
      en: "Look at these characters in the PDF; for one typeface throughout, use a font that has them.",
    },
  };
}

/** Said once: it is so wherever something is emphasised. */
export function tellDotted({ face, span }: Kind<"emphasis-without-face">): Diagnostic {
  return {
    rule: "layout/font-substituted",
    severity: "info",
    span,
    message: {
      zh: `强调的文字本该换字体，可是手头没有为强调指定的字体，换了还是正文的“${face}”，看不出来；PDF 改用着重号。`,
      en: `Emphasised words should be set in a face of their own, but none asked for is at hand, and ${face} is the body's; the PDF sets emphasis dots instead.`,
    },
    help: {
      zh: "要换字体，请把楷体的文件放进 fonts.folders 的文件夹，或写上 fonts.system: true 用本机已装的字体；要各版都用着重号，请把 composition.emphasis 改成 dots。",
      en: "For another face, put a font file of a 楷体 into a folder of fonts.folders, or set fonts.system: true to use the fonts installed here; for dots in every edition, set composition.emphasis to dots.",
    },
  };
}
