/**
 * HTML in Markdown: comments may hold suppressions, other comments are the author's own business
 * and vanish, and everything else is refused with the Markdown to write instead.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../model/located.js";
import { readSuppression } from "../suppression-comments.js";
import type { MarkdownContext } from "./markdown-context.js";

const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;

export function readHtml(span: Span, context: MarkdownContext): void {
  const written = context.text.slice(span.start, span.end);
  let rest = "";
  let restStart: number | undefined;
  let from = 0;
  const keep = (until: number) => {
    const part = written.slice(from, until);
    if (part.trim() !== "" && restStart === undefined) restStart = from + part.search(/\S/);
    rest += part;
  };
  for (const comment of written.matchAll(COMMENT)) {
    keep(comment.index);
    from = comment.index + comment[0].length;
    const place = { path: span.path, start: span.start + comment.index, end: span.start + from };
    if (!comment[0].endsWith("-->")) reportOpenComment(place, context);
    const suppression = readSuppression(comment[1] ?? "", place);
    if (suppression !== undefined) context.suppress(suppression);
  }
  keep(written.length);
  if (restStart === undefined) return;
  const markup = rest.trim();
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(markup)?.[1]?.toLowerCase() ?? "";
  if (markup.startsWith("</") && context.openedTags.has(name)) return;
  context.openedTags.add(name);
  const shown = /^<[^>]{0,40}>/.exec(markup)?.[0] ?? markup.slice(0, 40);
  const start = span.start + restStart;
  context.report({
    rule: "item/raw-html",
    span: { ...span, start, end: Math.min(span.end, start + shown.length) },
    message: {
      zh: `正文里有 HTML 标签“${shown}”，各版本无法排得一致。`,
      en: `The text contains HTML “${shown}”, which the editions cannot all print in the same way.`,
    },
    help: INSTEAD.get(name) ?? {
      zh: "请删去标签，或改用 Markdown 写法。",
      en: "Remove the tag, or use Markdown instead.",
    },
  });
}

/** To its end it takes along whatever follows, which would not be printed. */
function reportOpenComment(place: Span, context: MarkdownContext): void {
  context.report({
    rule: "item/raw-html",
    span: { ...place, end: place.start + "<!--".length },
    message: {
      zh: "注释“<!--”没有收尾，它后面的文字都不会印出来。",
      en: "The comment “<!--” is never closed, so nothing after it is printed.",
    },
    help: { zh: "请在注释末尾写上“-->”。", en: "Write “-->” at the end of the comment." },
  });
}

const STRONG: Message = { zh: "加粗请写 **文字**。", en: "For strong text write **text**." };
const EMPHASIS: Message = { zh: "强调请写 *文字*。", en: "For emphasis write *text*." };
const STRIKE: Message = { zh: "删除线请写 ~~文字~~。", en: "For struck text write ~~text~~." };
const TABLE: Message = {
  zh: "表格请用“|”分列来写，第二行写 | --- | --- |。",
  en: "Write tables with | between the columns and | --- | --- | as the second line.",
};
const LIST: Message = {
  zh: "列表每项一行，以“- ”或“1. ”开头。",
  en: "Begin each list entry with “- ” or “1. ”.",
};
const PARAGRAPH: Message = { zh: "段落之间请空一行。", en: "Separate paragraphs with an empty line." };

const INSTEAD: ReadonlyMap<string, Message> = new Map<string, Message>([
  [
    "br",
    {
      zh: "要换行，请在行末写一个反斜杠“\\”再回车；要分段，请空一行。",
      en: "To break a line, end it with a backslash “\\”; for a new paragraph leave a line empty.",
    },
  ],
  ["b", STRONG],
  ["strong", STRONG],
  ["i", EMPHASIS],
  ["em", EMPHASIS],
  ["s", STRIKE],
  ["del", STRIKE],
  [
    "u",
    {
      zh: "不印下划线；要强调请写 **文字**，或删去标签。",
      en: "Underlines are not printed; for strong text write **text**, or remove the tag.",
    },
  ],
  ["table", TABLE],
  ["tr", TABLE],
  ["td", TABLE],
  ["ul", LIST],
  ["ol", LIST],
  ["li", LIST],
  ["p", PARAGRAPH],
  ["div", PARAGRAPH],
  ["img", { zh: "图片请写 ![说明](路径)。", en: "Write pictures as ![description](path)." }],
  ["a", { zh: "链接请写 [文字](网址)。", en: "Write links as [text](address)." }],
  [
    "hr",
    {
      zh: "分隔线请单独写一行 ---，前后各空一行。",
      en: "Write --- on a line of its own, with an empty line before and after it.",
    },
  ],
]);
