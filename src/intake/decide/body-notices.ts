/** What is said of the text of a draft: lines joined, tables, lists, headings and captions told by their looks. */
import type { Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import type { FoundHeading } from "./find-headings.js";
import type { FoundList } from "./find-lists.js";
import type { JoinedSheet } from "./join-lines.js";
import type { ReadGrid } from "./read-grid.js";
import type { SheetLine, SheetPart } from "./sheet.js";

const shortened = (text: string): string => shownWords(text, 24);

export function aboutJoinedLines({
  softBreaks,
  wrapped,
  behindComma,
  unsure,
}: JoinedSheet): readonly Notice[] {
  const notices: Notice[] = [];
  const rule = "import/joined-lines";
  const [soft] = softBreaks;
  if (soft !== undefined)
    notices.push({
      rule,
      severity: "info",
      place: soft,
      message: {
        zh: `段中有${softBreaks.length}处手动换行，已接成一段。`,
        en: `${softBreaks.length} line break(s) amid a paragraph were taken out.`,
      },
      help: {
        zh: "若本来就要另起一行，请在稿件里分开。",
        en: "Where a new line was meant, divide them again in the item.",
      },
    });
  const [wrap] = wrapped;
  if (wrap !== undefined)
    notices.push({
      rule,
      severity: "info",
      place: wrap,
      message: {
        zh: `文字是按固定行宽断开的，有${wrapped.length}行接回了上一行。`,
        en: `The text was broken at a fixed width; ${wrapped.length} line(s) were joined to the line above.`,
      },
      help: { zh: "请核对分段。", en: "Check where paragraphs end." },
    });
  const [comma] = behindComma;
  if (comma !== undefined)
    notices.push({
      rule,
      severity: "info",
      place: comma,
      message: {
        zh: `有${behindComma.length}行的上一行在逗号、顿号处断开，已接成一段。`,
        en: `${behindComma.length} line(s) stood behind one that ends in a comma, and were joined to it.`,
      },
      help: { zh: "请核对分段。", en: "Check where paragraphs end." },
    });
  for (const place of unsure)
    notices.push({
      rule,
      severity: "info",
      place,
      message: {
        zh: "这一行正好写满，看不出后面是不是另起一段，按另起一段处理。",
        en: "This line is full, so nobody can see whether a new paragraph follows; it was taken for one.",
      },
      help: { zh: "若是同一段，请接起来。", en: "If it is one paragraph, join the lines." },
    });
  return notices;
}

/** （此处请编辑核实）, （待补充）: written to whoever edits, amid the text */
const TO_EDITOR =
  /[（(【[](?:[^（()）【】]{0,6}(?:尚?待|请编辑|请老师|请您)(?:再|进一步|帮忙?)?(?:核实|核对|确认|补充)|(?:此处|这里|数[字据]|人数|姓名|职务|职称)[^（()）【】]{0,3}请[^（()）【】]{0,4}(?:核实|核对|确认|补充))[^（()）【】]{0,4}[）)】\]]/gu;

export function aboutNotesToEditor(parts: readonly SheetPart[]): readonly Notice[] {
  return parts.flatMap((part) =>
    part.kind === "line"
      ? [...part.words.text.matchAll(TO_EDITOR)].map(([words]) => noteToEditor(words, part.place))
      : [],
  );
}

const noteToEditor = (words: string, place: number): Notice => ({
  rule: "import/comment",
  severity: "warning",
  place,
  message: {
    zh: `正文里的“${words}”像是写给编辑的话，留在了正文里。`,
    en: `“${words}” in the text seems to speak to the editor; it was left there.`,
  },
  help: { zh: "请核实后删去。", en: "Settle it, then delete it." },
});

const MOST_STRUCK = 3;

/** Words that somebody crossed out by hand, as their deletion or as a mark for others: they are printed so. */
export function aboutStruck(parts: readonly SheetPart[]): readonly Notice[] {
  const struck = parts.flatMap((part) => (part.kind === "line" ? struckIn(part) : []));
  const [first] = struck;
  if (first === undefined) return [];
  const shown = struck.slice(0, MOST_STRUCK).map(({ text }) => shortened(text));
  const more =
    struck.length > MOST_STRUCK ? { zh: `等${struck.length}处`, en: ` (${struck.length} places)` } : NO_MORE;
  return [
    {
      rule: "import/revision",
      severity: "warning",
      place: first.place,
      message: {
        zh: `${shown.map((text) => `“${text}”`).join("、")}${more.zh}划了删除线，没有删去，会带着删除线印出来。`,
        en: `${shown.map((text) => `“${text}”`).join(", ")}${more.en} is crossed out by formatting; it was not deleted and is printed crossed out.`,
      },
      help: { zh: "不要的字，请在稿件里删去。", en: "Delete in the item what is not wanted." },
    },
  ];
}

const NO_MORE = { zh: "", en: "" };

function struckIn({ words, place }: SheetLine): readonly { readonly text: string; readonly place: number }[] {
  const found: { text: string; place: number }[] = [];
  let text = "";
  for (let at = 0; at <= words.text.length; at += 1) {
    if (words.marks[at]?.isStruck === true) text += words.text[at] ?? "";
    else {
      if (text.trim() !== "") found.push({ text: text.trim(), place });
      text = "";
    }
  }
  return found;
}

export const boldThroughout = (place: number | undefined): Notice => ({
  rule: "import/left-out",
  severity: "info",
  place,
  message: {
    zh: "正文几乎全是加粗，看不出要强调哪里，没有保留加粗。",
    en: "Nearly all of the text is bold, which stresses nothing; it is no longer bold.",
  },
});

const TABLE = "import/table";
const TO_PARAGRAPHS: Readonly<Record<Exclude<ReadGrid["why"], "table" | "empty">, Notice["message"]>> = {
  "one-column": {
    zh: "这个表格只有一列，已改成段落。",
    en: "This table has one column alone and was turned into paragraphs.",
  },
  "one-row": {
    zh: "这个表格只有一行，已按顺序改成段落。",
    en: "This table has one row alone and was turned into paragraphs, in order.",
  },
  nested: {
    zh: "表格里套着表格，已按顺序改成段落。",
    en: "This table holds another table and was turned into paragraphs, in order.",
  },
  layout: {
    zh: "这个表格只用来排位置，已按顺序改成段落。",
    en: "This table only places things and was turned into paragraphs, in order.",
  },
};

export function aboutTable(grid: ReadGrid, place: number): readonly Notice[] {
  const { why, hasMerged, hasHighHead, joinedCells, pictures, before } = grid;
  if (why === "empty") return [];
  const notice = (rule: string, message: Notice["message"]): Notice => ({
    rule,
    severity: "info",
    place,
    message,
  });
  if (why !== "table") return [notice(TABLE, TO_PARAGRAPHS[why])];
  const notices: Notice[] = [];
  if (hasHighHead)
    notices.push({
      ...notice("import/merged-cell", {
        zh: "表头有两行，简报的表格只有一行表头，第二行现在是表里的第一行。",
        en: "The head of this table fills two rows; tables of a bulletin have one, and its second row is now the first of the table.",
      }),
      severity: "warning",
      help: {
        zh: "请把两行表头并成一行，例如“一季度场次”“一季度人数”。",
        en: "Make one row of them, such as “Quarter 1: events”, “Quarter 1: people”.",
      },
    });
  if (hasMerged)
    notices.push(
      notice("import/merged-cell", {
        zh: "表格里有合并的单元格，文字已在每一格里各写一遍，请核对。",
        en: "Cells of this table were merged; their words now stand in each of them. Please check.",
      }),
    );
  if (joinedCells > 0)
    notices.push(
      notice("import/joined-lines", {
        zh: `表格里有${joinedCells}格文字分成几行，已接成一行，没有标点的地方加了分号。`,
        en: `${joinedCells} cell(s) of this table held several lines, which were joined, by a semicolon where no mark parted them.`,
      }),
    );
  if (pictures.length > 0)
    notices.push(
      notice(TABLE, {
        zh: `表格里的${pictures.length}张图片已移到表格后面。`,
        en: `${pictures.length} picture(s) of this table were moved behind it.`,
      }),
    );
  if (before.length > 0)
    notices.push(
      notice(TABLE, {
        zh: "表格第一行横跨各列，已改成表格上面的一段。",
        en: "The first row spans the whole table and was turned into a paragraph above it.",
      }),
    );
  return notices;
}

export const numberedList = ({ list, place }: FoundList, typed: string): Notice => ({
  rule: "import/list",
  severity: "info",
  place,
  message: {
    zh: `从“${typed}”起的${list.entries.length}行已做成编号列表，编号印成“${list.start}.”的样子。`,
    en: `The ${list.entries.length} lines from “${typed}” on were made a numbered list, counted as “${list.start}.”.`,
  },
  help: { zh: "若不是列表，请改成段落。", en: "If it is no list, make paragraphs of it." },
});

export function heading(
  text: string,
  {
    evidence,
    place,
  }: { readonly evidence: Exclude<FoundHeading["evidence"], "outline">; readonly place: number },
): Notice {
  const shown = shortened(text);
  return {
    rule: "import/heading",
    severity: "info",
    place,
    message:
      evidence === "bold"
        ? {
            zh: `“${shown}”整段加粗，很短，末尾没有标点，已作小标题。`,
            en: `“${shown}” is short, all bold and ends without a mark; it was taken for a sub-heading.`,
          }
        : {
            zh: `“${shown}”带着编号，末尾没有标点，已作小标题。`,
            en: `“${shown}” is numbered and ends without a mark; it was taken for a sub-heading.`,
          },
    help: {
      zh: "若不是小标题，请改成普通段落。",
      en: "If it is none, make an ordinary paragraph of it.",
    },
  };
}

export const caption = (text: string, place: number): Notice => ({
  rule: "import/caption",
  severity: "info",
  place,
  message: {
    zh: `“${shortened(text)}”挨着图片，已作图片的题注。`,
    en: `“${shortened(text)}” stands beside a picture and was taken for its caption.`,
  },
  help: { zh: "若不是题注，请移回正文。", en: "If it is none, move it back into the text." },
});
