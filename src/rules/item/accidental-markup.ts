/**
 * Words that Markdown took for markup though nobody meant it: an indent of spaces makes code, a rule
 * right below a paragraph makes a heading of it, a fence without its end takes all that follows, the
 * stars that cover two names make what stands between them strong, and a list counts for itself.
 * Source: CommonMark 0.31, 4.4, 4.3, 4.5, 6.2 and 5.3.
 */
import { isSurname } from "../../han/surnames.js";
import { plainText } from "../../model/plain-text.js";
import type { Block, Emphasis, Inline, List, Strong } from "../../model/text.js";
import type { Finding, ItemRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const itemAccidentalMarkup: ItemRule = {
  id: "item/accidental-markup",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "普通文字不会被误当成代码、小标题、加粗或编号。",
    en: "Ordinary text is not taken by mistake for code, a heading, emphasis or a list number.",
  },
  why: {
    zh: "行首空四格会成为代码；段落下面紧跟 --- 会成为小标题；用星号遮名时，两个星号之间会变成加粗，星号消失；列表会重新编号。",
    en: "Four leading spaces make code; --- right below a paragraph makes it a heading; asterisks that mask two names disappear and embolden what is between them; lists are renumbered.",
  },
  source: "CommonMark 0.31, 4.3 to 4.5, 5.3, 6.2",
  examples: [
    textExample({
      name: { zh: "用空格缩进的段落", en: "A paragraph indented by spaces" },
      text: "3月10日，示例市科协举办活动。\n\n    活动设置展览和讲座，百余人参加。",
      at: ["7:1"],
      fixed: "3月10日，示例市科协举办活动。\n\n活动设置展览和讲座，百余人参加。",
    }),
    textExample({
      name: { zh: "段落下面紧跟分隔线", en: "A rule right below a paragraph" },
      text: "3月10日，示例市科协举办活动。\n---\n\n下一场在4月举行。",
      at: [1],
      fixed: "3月10日，示例市科协举办活动。\n\n---\n\n下一场在4月举行。",
    }),
    textExample({
      name: { zh: "遮住的姓名", en: "Covered names" },
      text: "获奖者为张**、李**。",
      at: [6],
      suggested: "获奖者为张\\*\\*、李\\*\\*。",
    }),
    textExample({
      name: { zh: "没有收尾的代码", en: "Code without its end" },
      text: "3月10日，示例市科协举办活动。\n\n```\n示例代码\n\n活动设置展览和讲座。",
      at: ["7:1"],
    }),
    textExample({
      name: { zh: "编号和印出来的不一样", en: "Numbers that are not those printed" },
      text: "1. 展览\n2. 讲座\n4. 竞赛",
      at: ["7:1"],
    }),
    textExample({
      name: { zh: "代码、小标题、加粗和列表", en: "Code, a heading, strong text, lists" },
      text: "主要做法\n---\n\n会议强调**抓好落实**，**和谐**发展。\n\n```\nnpm test\n```\n\n1. 展览\n1. 讲座",
    }),
  ],
  *check(item, { sources }) {
    const source = sources.get(item.path) ?? "";
    yield* inBlocks(item.blocks, { source, isNested: false });
    for (const note of item.notes) yield* inBlocks(note.children, { source, isNested: true });
  },
};

interface Around {
  /** the item's file */
  readonly source: string;
  /** in a list, a quote or a note, whose indents and marks are not the author's to take away */
  readonly isNested: boolean;
}

function* inBlocks(blocks: readonly Block[], around: Around): Iterable<Finding> {
  const { source } = around;
  const inside = { source, isNested: true };
  for (const block of blocks) {
    switch (block.kind) {
      case "code-block":
        yield* aboutCode(block, around);
        break;
      case "heading":
        yield* aboutHeading(block, source);
        yield* inInlines(block.children, source);
        break;
      case "paragraph":
        yield* inInlines(block.children, source);
        break;
      case "list":
        yield* aboutNumbers(block, source);
        for (const entry of block.items) yield* inBlocks(entry.children, inside);
        break;
      case "quote":
        yield* inBlocks(block.children, inside);
        break;
      case "table":
        for (const cell of [block.header, ...block.rows].flat()) yield* inInlines(cell.children, source);
        break;
      default:
        break;
    }
  }
}

function* aboutCode(
  { value, span }: Extract<Block, { kind: "code-block" }>,
  { source, isNested }: Around,
): Iterable<Finding> {
  const written = source.slice(span.start, span.end);
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  if (fence !== undefined) {
    const last = written
      .slice(written.lastIndexOf("\n") + 1)
      .replace(/^[ \t>]*/, "")
      .trimEnd();
    if (written.includes("\n") && last.startsWith(fence) && /^(`+|~+)$/.test(last)) return;
    yield {
      span: { ...span, end: span.start + fence.length },
      message: {
        zh: `“${fence}”开头的代码没有结束标记，后面的文字都成了代码。`,
        en: `The code that begins with “${fence}” is never closed, so everything after it is code.`,
      },
      help: {
        zh: `请在代码后面单独写一行“${fence}”；若不是代码，请删去。`,
        en: `Add a line “${fence}” after the code; if it is not code, delete the mark.`,
      },
    };
    return;
  }
  // Columns of a pasted table are reported by item/pasted-table.
  if (!/\p{Script=Han}/u.test(value) || /\S\t+\S/.test(value)) return;
  const help = {
    zh: "请删去行首的空格，缩进由版式决定。",
    en: "Delete the leading spaces; the layout adds the indent.",
  };
  const lineStart = source.lastIndexOf("\n", span.start - 1) + 1;
  const edits = [...source.slice(lineStart, span.end).matchAll(/(?:^|(?<=\n))[ \t]+/g)].map(
    ({ index, 0: blank }) => ({
      span: { ...span, start: lineStart + index, end: lineStart + index + blank.length },
      text: "",
    }),
  );
  const isAtMargin = !isNested && /^[ \t]*$/.test(source.slice(lineStart, span.start));
  // What is code now may be markup then.
  const isProse = /[，。；！？]/.test(value) && !/[{}=<>`*_[\]|~\\#&]/.test(value);
  yield {
    span: { ...span, end: span.start + (/^[^\r\n]*/.exec(written)?.[0].length ?? 0) },
    message: {
      zh: "行首的空格使这一段成了代码，会按代码的字体和版式印出来。",
      en: "The leading spaces turn this paragraph into code, and it would be set as code.",
    },
    help,
    ...(isAtMargin && (isProse ? { fix: edits } : { suggestions: [{ message: help, edits }] })),
  };
}

/** A sentence underlined by a rule. */
function* aboutHeading(
  { children, span }: Extract<Block, { kind: "heading" }>,
  source: string,
): Iterable<Finding> {
  const written = source.slice(span.start, span.end);
  const underline = /(\r\n|\n|\r)[ \t]*(-+|=+)[ \t]*$/.exec(written);
  if (/^#/.test(written) || underline === null) return;
  const words = plainText(children);
  if (!/[。！？；]["”’）]*$/.test(words) && words.length <= LONGEST_HEADING) return;
  const at = span.start + underline.index;
  const lineEnd = underline[1] ?? "\n";
  // No picture stands in a heading.
  const isRule = /^-{3,}$/.test(underline[2] ?? "") && !written.includes("![");
  yield {
    span: { ...span, end: span.start + (/^[^\r\n]*/.exec(written)?.[0].length ?? 0) },
    message: {
      zh: `下面紧跟着“${underline[2]}”，这一段成了小标题。`,
      en: `“${underline[2]}” right below turns this paragraph into a heading.`,
    },
    help: isRule
      ? { zh: "要画分隔线，请在它前面空一行。", en: "For a dividing line, leave an empty line before it." }
      : {
          zh: "请删去这一行；要画分隔线，请空一行再写 ---。",
          en: "Delete that line; for a dividing line, leave an empty line and write ---.",
        },
    ...(isRule && { fix: [{ span: { ...span, start: at, end: at }, text: lineEnd }] }),
  };
}

/** UTF-16 units; longer headings are paragraphs */
const LONGEST_HEADING = 60;

function* inInlines(inlines: readonly Inline[], source: string): Iterable<Finding> {
  for (const inline of inlines) {
    if (inline.kind === "strong" || inline.kind === "emphasis") {
      const covered = coveredNames(inline, source);
      if (covered !== undefined) yield covered;
    }
    if ("children" in inline) yield* inInlines(inline.children, source);
  }
}

/** 张**、李**: what lies between two covers begins with the mark or word that joins two names. */
function coveredNames({ children, span }: Strong | Emphasis, source: string): Finding | undefined {
  const written = source.slice(span.start, span.end);
  const cover = /^\*{1,2}/.exec(written)?.[0];
  const words = plainText(children);
  const before = source.slice(Math.max(0, span.start - 1), span.start);
  if (cover === undefined || !/\p{Script=Han}/u.test(before) || words.length > LONGEST_BETWEEN)
    return undefined;
  const isJoined =
    /^[、，；（(]/.test(words) || (/^[和及与]\p{Script=Han}$/u.test(words) && isSurname(before));
  if (!isJoined || !isSurname(words.slice(-1))) return undefined;
  const escaped = cover.replaceAll("*", "\\*");
  const help = { zh: `要印出星号，请写作“${escaped}”。`, en: `To print the asterisks, write “${escaped}”.` };
  const edits = [
    { span: { ...span, end: span.start + cover.length }, text: escaped },
    { span: { ...span, start: span.end - cover.length }, text: escaped },
  ];
  return {
    span,
    message: {
      zh: `“${words}”成了强调，两边的“${cover}”不会印出来。`,
      en: `“${words}” would be emphasised, and the “${cover}” on either side would not be printed.`,
    },
    help,
    suggestions: [{ message: help, edits }],
  };
}

/** UTF-16 units between two covers */
const LONGEST_BETWEEN = 12;

/** Lists are counted from their first number; 1. 1. 1. leaves the counting to them on purpose. */
function* aboutNumbers({ items, ordered, start }: List, source: string): Iterable<Finding> {
  if (!ordered) return;
  const numbers = items.map(({ span }) => /^\d+/.exec(source.slice(span.start, span.start + 10))?.[0] ?? "");
  if (numbers.every((number) => Number(number) === start)) return;
  const index = numbers.findIndex((number, place) => Number(number) !== start + place);
  const number = numbers[index];
  const entry = items[index];
  if (number === undefined || number === "" || entry === undefined) return;
  yield {
    span: { ...entry.span, end: entry.span.start + number.length },
    message: {
      zh: `编号写的是${number}，印出来会是${start + index}。`,
      en: `The number typed here is ${number}, but ${start + index} would be printed.`,
    },
    help: {
      zh: `请核对编号；确要印${number}，请写作“${number}\\.”。`,
      en: `Check the numbering; to print ${number}, write “${number}\\.”.`,
    },
  };
}
