/** What is told about a Word file: the words, in both languages. Who tells what when is elsewhere. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Notice } from "../manuscript.js";

const LONGEST_QUOTE = 40;

/** Words of the file, in one line and short. */
export function quote(words: string): string {
  const line = [...words.slice(0, 1000).replace(/\s+/gu, " ").trim()];
  return line.length <= LONGEST_QUOTE ? line.join("") : `${line.slice(0, LONGEST_QUOTE - 1).join("")}…`;
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** «第3、5段» */
function placesOf(places: readonly number[]): Message {
  const shown = places.slice(0, 5);
  const isMore = places.length > shown.length;
  return {
    zh: `第${shown.join("、")}段${isMore ? "等处" : ""}`,
    en: `paragraph${places.length === 1 ? "" : "s"} ${shown.join(", ")}${isMore ? " and others" : ""}`,
  };
}

export interface RevisionCounts {
  readonly insertions: number;
  readonly deletions: number;
  readonly moves: number;
  readonly formats: number;
  /** paragraphs, in order, each once; none where only formatting was changed */
  readonly places: readonly number[];
}

export function revisionNotice(counts: RevisionCounts): Notice {
  const { insertions, deletions, moves, formats, places } = counts;
  const kinds = [
    [insertions, "插入", plural(insertions, "insertion")],
    [deletions, "删除", plural(deletions, "deletion")],
    [moves, "移动", plural(moves, "move")],
    [formats, "格式改动", plural(formats, "change of format", "changes of format")],
  ] as const;
  const found = kinds.filter(([count]) => count > 0);
  const where = places.length === 0 ? { zh: "", en: "" } : placesOf(places);
  return {
    rule: "import/revision",
    severity: "warning",
    message: {
      zh: `此稿有未处理的修订：${found.map(([count, zh]) => `${count}处${zh}`).join("、")}${where.zh === "" ? "" : `（${where.zh}）`}。这里按“全部接受”读取。`,
      en: `This file has tracked changes that nobody has decided on: ${found.map(([, , en]) => en).join(", ")}${where.en === "" ? "" : ` (${where.en})`}. They are read as if all were accepted.`,
    },
    help: {
      zh: "请向报送单位确认哪一稿作数；或在 Word“审阅”里逐条接受、拒绝，存盘后重新导入。",
      en: "Ask the unit which text is final, or accept and reject them in Word under Review, save, and import again.",
    },
    place: places[0],
  };
}

export interface CommentWords {
  readonly author: string;
  readonly words: string;
  /** text it is about; empty where it is about a point */
  readonly about: string;
  readonly isDone: boolean;
  readonly place: number | undefined;
}

export function commentNotice({ author, words, about, isDone, place }: CommentWords): Notice {
  const who = author === "" ? { zh: "有人", en: "Somebody" } : { zh: author, en: author };
  const target =
    about === "" ? { zh: "此处", en: "this place" } : { zh: `“${quote(about)}”`, en: `“${quote(about)}”` };
  const state = isDone ? { zh: "（已标为解决）", en: " (marked as resolved)" } : { zh: "", en: "" };
  return {
    rule: "import/comment",
    severity: "warning",
    message: {
      zh: `${who.zh}对${target.zh}的批注${state.zh}没有印出：“${quote(words)}”。`,
      en: `The comment of ${who.en} on ${target.en}${state.en} is not printed: “${quote(words)}”.`,
    },
    help: {
      zh: "批注若要改正文，请先改好再用。",
      en: "If it asks for a change of the text, make the change first.",
    },
    place,
  };
}

/** Instead of a hundred more of the same. */
export const moreNotice = (rule: string, count: number): Notice => ({
  rule,
  severity: "warning",
  message: {
    zh: `另有${count}处同类情况没有一一列出，请对照原稿。`,
    en: `${plural(count, "further place")} of the same kind ${count === 1 ? "is" : "are"} not listed; compare with the original.`,
  },
  place: undefined,
});

export function hiddenTextNotice(characters: number, sample: string, places: readonly number[]): Notice {
  const where = placesOf(places);
  return {
    rule: "import/hidden-text",
    severity: "warning",
    message: {
      zh: `${where.zh}有设为“隐藏”的文字共${characters}个字，没有读入：“${quote(sample)}”。`,
      en: `${plural(characters, "character")} of hidden text in ${where.en} ${characters === 1 ? "is" : "are"} left out: “${quote(sample)}”.`,
    },
    help: {
      zh: "若要用这些文字，请在 Word 里选中后取消“字体 → 隐藏”，再重新导入。",
      en: "To use it, select it in Word, clear Font → Hidden, and import again.",
    },
    place: places[0],
  };
}

export type LostObject =
  | "equation"
  | "chart"
  | "smart-art"
  | "ink"
  | "drawing"
  | "metafile"
  | "word-art"
  | "embedded-document"
  | "ole-object"
  | "ole-table"
  | "ole-file";

/** Behind «这里的»: a space parts Latin letters from it. */
const OBJECTS: Readonly<Record<LostObject, Message>> = {
  equation: { zh: "公式", en: "equation" },
  chart: { zh: "图表", en: "chart" },
  "smart-art": { zh: " SmartArt 图形", en: "SmartArt graphic" },
  ink: { zh: "手写墨迹", en: "ink drawing" },
  drawing: { zh: "用形状拼成的图", en: "drawing made of shapes" },
  metafile: { zh: " EMF/WMF 格式的图", en: "picture in EMF or WMF" },
  "word-art": { zh: "艺术字", en: "WordArt" },
  "embedded-document": { zh: "内嵌文档", en: "document embedded in this one" },
  "ole-object": { zh: "内嵌的其他软件对象", en: "object of another program" },
  "ole-table": { zh: "内嵌 Excel 表格", en: "embedded Excel sheet" },
  "ole-file": { zh: "内嵌附件", en: "embedded file" },
};

/** @param kept words of it that are in the text; @param words its words that are not */
export function lostObjectNotice(
  object: LostObject,
  place: number | undefined,
  seen: {
    readonly kept?: string | undefined;
    readonly words?: string | undefined;
    readonly hasPreview?: boolean;
  },
): Notice {
  const name = OBJECTS[object];
  const { kept = "", words = "", hasPreview = false } = seen;
  const still =
    kept !== ""
      ? { zh: `，只留下文字“${quote(kept)}”`, en: `; only its text is kept: “${quote(kept)}”` }
      : hasPreview
        ? { zh: "，只留下它的预览图", en: "; only its preview picture is kept" }
        : words !== ""
          ? { zh: `，其中的文字“${quote(words)}”也没有读入`, en: `, nor are its words: “${quote(words)}”` }
          : { zh: "", en: "" };
  return {
    rule: "import/lost-object",
    severity: "warning",
    message: {
      zh: `这里的${name.zh}没有读入${still.zh}。`,
      en: `The ${name.en} here is not taken over${still.en}.`,
    },
    help:
      object === "equation"
        ? { zh: "请对照原稿核对公式。", en: "Compare the equation with the original." }
        : object === "ole-table"
          ? {
              zh: "若要用，请在原稿里改成 Word 表格，再重新导入。",
              en: "To use it, make it a table of Word in the original and import again.",
            }
          : {
              zh: "若要用，请在原稿里选中它另存为图片（PNG 或 JPEG），再插入。",
              en: "To use it, save it as a PNG or JPEG picture from the original, and insert that.",
            },
    place,
  };
}

export const symbolNotice = (
  symbols: { readonly replaced: string; readonly left: number },
  places: readonly number[],
): Notice => {
  const where = placesOf(places);
  const isLeft = symbols.left > 0;
  return {
    rule: "import/symbol",
    severity: isLeft ? "warning" : "info",
    message: isLeft
      ? {
          zh: `${where.zh}有${symbols.left}个符号来自专用的符号字体，没有对应的通用字符，印出来可能是空白或方框。`,
          en: `${plural(symbols.left, "symbol")} in ${where.en} ${symbols.left === 1 ? "is" : "are"} of a symbol font and ${symbols.left === 1 ? "has" : "have"} no common character: ${symbols.left === 1 ? "it" : "they"} may print as blanks or boxes.`,
        }
      : {
          zh: `${where.zh}的专用字体符号已换成通用字符：${symbols.replaced}。`,
          en: `Symbols of symbol fonts in ${where.en} became common characters: ${symbols.replaced}.`,
        },
    ...(isLeft
      ? {
          help: {
            zh: "请对照原稿，换成 √、□、● 等普通字符。",
            en: "Compare with the original and put common characters such as √, □ or ● instead.",
          },
        }
      : {}),
    place: places[0],
  };
};

export const rubyNotice = (base: string, ruby: string, places: readonly number[]): Notice => {
  const where = placesOf(places);
  return {
    rule: "import/ruby",
    severity: "info",
    message: {
      zh: `${where.zh}的拼音（注音）放进了括号，如“${quote(`${base}（${ruby}）`)}”。`,
      en: `Phonetic guides in ${where.en} were put into brackets, as in “${quote(`${base}（${ruby}）`)}”.`,
    },
    help: { zh: "不需要注音时请删去括号。", en: "Delete the brackets where they are not wanted." },
    place: places[0],
  };
};

export type RefusedPicture = "linked" | "missing" | "damaged";

export function refusedPictureNotice(why: RefusedPicture, place: number | undefined): Notice {
  const words: Readonly<Record<RefusedPicture, Message>> = {
    linked: {
      zh: "这里的图片只是一个链接，图片本身不在文件里，没有读入。",
      en: "The picture here is only a link: it is not in the file, and is not taken over.",
    },
    missing: {
      zh: "这里的图片在文件里找不到，没有读入。",
      en: "The picture here is not in the file, and is not taken over.",
    },
    damaged: {
      zh: "这里的图片已损坏，没有读入。",
      en: "The picture here is damaged, and is not taken over.",
    },
  };
  return {
    rule: "import/picture-refused",
    severity: "warning",
    message: words[why],
    help: { zh: "请向报送单位要图片原件。", en: "Ask the unit for the picture itself." },
    place,
  };
}

export const changedPictureNotice = (change: "cropped" | "turned", place: number | undefined): Notice => ({
  rule: "import/picture-changed",
  severity: "warning",
  message:
    change === "cropped"
      ? {
          zh: "这张图片在 Word 里裁剪过，读入的是没有裁剪的整张图。",
          en: "This picture was cropped in Word; the whole picture is taken over.",
        }
      : {
          zh: "这张图片在 Word 里旋转或翻转过，读入的是没有转动的原图。",
          en: "This picture was turned or mirrored in Word; it is taken over as it was before.",
        },
  help: {
    zh: "请看一看这张图片，需要时用看图软件裁剪、旋转后替换。",
    en: "Look at the picture; where needed crop or turn it and put it in place.",
  },
  place,
});

export const macroNotice = (): Notice => ({
  rule: "import/macro",
  severity: "info",
  message: {
    zh: "文件里带有宏，没有运行，也没有读入。",
    en: "The file carries macros; they were neither run nor taken over.",
  },
  place: undefined,
});

export const emptyNotice = (): Notice => ({
  rule: "import/empty",
  severity: "error",
  message: {
    zh: "这份 Word 文件里没有可读的文字或图片。",
    en: "There is neither text nor a picture to be read in this Word file.",
  },
  help: {
    zh: "请用 Word 打开看一看；若内容是扫描件或嵌入的对象，请向报送单位要文字稿。",
    en: "Open it in Word; where it holds a scan or an embedded object, ask the unit for the text.",
  },
  place: undefined,
});
