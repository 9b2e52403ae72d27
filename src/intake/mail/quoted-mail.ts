/**
 * What of a mail's text is the sender's own: the mail that is answered or forwarded below it, and what a
 * telephone or a mail program adds, are not. Where there is next to nothing above a forwarded mail, that is what
 * was sent, and the words above it are a covering note. Lines as decide/ gets them, so that all of it is told.
 */

import { MAX_MAIL_DEPTH } from "../intake-limits.js";
import type { MailHead, ManuscriptBlock, Notice } from "../manuscript.js";
import { paragraphText } from "../manuscript-text.js";
import { shownWords } from "../shown-words.js";
import { readTypedHead } from "./mail-head.js";
import { coveringNote, mailHeaderLines, programLine, quotedMail } from "./mail-notices.js";

/** Han characters above a forwarded mail that make an own text. */
const OWN_TEXT = 60;

const MARKS: readonly RegExp[] = [
  /^[-—_=*\s]{2,}\s*(?:原始邮件|原始信息|转发邮件|转发的邮件|原邮件|回复的原邮件|Original Message|Forwarded message|Original|Forwarded Message)\s*[-—_=*\s]{0,80}$/i,
  /^(?:在|于)?\s*\d{4}[-年/]\d{1,2}[-月/]\d{1,2}.{0,80}(?:写道|wrote)\s*[:：]$/,
  /^(?:在|于)?\s*["“]?[^<>：:]{0,60}<[^<>\s@]{1,64}@[^<>\s@]{1,255}>[^<>。]{0,60}(?:写道|wrote)\s*[:：]$/,
  /^On .{5,120} wrote:$/,
];
const HEADER_LINE =
  /^[*\s>|]*(?:发件人|发送人|发件时间|发送时间|发送日期|日期|时间|收件人|抄送|抄送人|主题|From|Sent|Date|To|Cc|Subject)[*\s]*[:：|]/i;
const SENDER_LINE = /^[*\s>|]*(?:发件人|发送人|From)[*\s]*[:：|]/i;

const SIGNATURE = /^-- ?$/;
const PROGRAM =
  /^(?:发自我的\s*\S{1,20}|来自我的\s*\S{1,20}|从我的\s*\S{1,20}\s*发送|发自\S{0,12}(?:邮箱|邮件|手机|iPhone|iPad)\S{0,10}|Sent from (?:my )?.{1,40}|Get Outlook for .{1,20}|由\s*\S{1,20}\s*发送)$/i;

export interface OwnText {
  readonly blocks: readonly ManuscriptBlock[];
  readonly notices: readonly Notice[];
  /** of the mail that was forwarded, whose text is taken */
  readonly head?: MailHead;
}

/** @param depth how many forwarded mails this one stands in; past MAX_MAIL_DEPTH they stay as they are */
export function ownText(blocks: readonly ManuscriptBlock[], depth = 0): OwnText {
  const lines = blocks.map((block) => (block.kind === "paragraph" ? paragraphText(block) : undefined));
  const mark = lines.findIndex((line, index) => line !== undefined && startsQuote(lines, index));
  const above = mark < 0 ? blocks : blocks.slice(0, mark);
  const own = hanOf(lines.slice(0, mark < 0 ? undefined : mark)) >= OWN_TEXT || above.some(isTable);
  if (mark < 0 || depth >= MAX_MAIL_DEPTH) return withoutPrograms(withoutReplies(blocks));
  if (own) {
    const cut = withoutPrograms(withoutReplies(above));
    return {
      blocks: cut.blocks,
      notices: [...cut.notices, quotedMail(firstWords(lines.slice(mark + 1)), placeOf(blocks[mark]))],
    };
  }
  // The covering note and the head of the forwarded mail go; should that one forward another, once more.
  const body = endOfHead(blocks, lines, mark);
  const inner = ownText(blocks.slice(body).map(unquoted), depth + 1);
  const note = firstWords(lines.slice(0, mark));
  const head =
    inner.head ??
    readTypedHead(
      lines.slice(mark, Math.min(body, mark + 12)).flatMap((line) => line?.split("\u2028") ?? []),
    );
  return {
    ...(head !== undefined && { head }),
    blocks: inner.blocks,
    notices: [
      ...(note === "" ? [] : [coveringNote(note, placeOf(blocks[0]))]),
      mailHeaderLines(placeOf(blocks[mark])),
      ...inner.notices,
    ],
  };
}

/** @returns true where another mail stands in the text, by its mark or its head */
export function isQuoting(blocks: readonly ManuscriptBlock[]): boolean {
  const lines = blocks.map((block) => (block.kind === "paragraph" ? paragraphText(block) : undefined));
  return lines.some((line, index) => line !== undefined && startsQuote(lines, index));
}

function startsQuote(lines: readonly (string | undefined)[], index: number): boolean {
  const line = (lines[index] ?? "").trim();
  if (MARKS.some((mark) => mark.test(line))) return true;
  // Outlook writes no mark, but a head of at least three lines, in one paragraph or in several.
  if (!SENDER_LINE.test(line)) return false;
  const head = lines.slice(index, index + 8).flatMap((each) => (each ?? "").split("\u2028"));
  return head.filter((each) => HEADER_LINE.test(each)).length >= 3;
}

/** @returns the first line behind the mark and the head of the mail that it stands above */
function endOfHead(
  blocks: readonly ManuscriptBlock[],
  lines: readonly (string | undefined)[],
  mark: number,
): number {
  let at = mark;
  if (MARKS.some((each) => each.test((lines[mark] ?? "").trim()))) at += 1;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined && !isHeadTable(blocks[at])) break;
    if (line === undefined) {
      at += 1;
      continue;
    }
    const rows = line.split("\u2028").filter((row) => row.trim() !== "");
    if (
      rows.length > 0 &&
      !rows.every((row) => HEADER_LINE.test(row) || /^[*\s>]*[^：:]{0,80}<[^<>\s]+@/.test(row))
    )
      break;
    at += 1;
  }
  return at;
}

/** NetEase sets the head of the other mail as a table. */
function isHeadTable(block: ManuscriptBlock | undefined): boolean {
  if (block?.kind !== "table") return false;
  return block.rows.every(({ cells }) => {
    const [first] = cells[0]?.blocks ?? [];
    return first?.kind === "paragraph" && HEADER_LINE.test(`${paragraphText(first)}:`);
  });
}

const hanOf = (lines: readonly (string | undefined)[]): number =>
  lines.reduce((sum, line) => sum + ((line ?? "").match(/\p{Script=Han}/gu)?.length ?? 0), 0);

const firstWords = (lines: readonly (string | undefined)[]): string =>
  shownWords(
    lines.find((line) => line !== undefined && line.trim() !== "" && !HEADER_LINE.test(line))?.trim() ?? "",
    40,
  );

const placeOf = (block: ManuscriptBlock | undefined): number | undefined =>
  block?.kind === "paragraph" ? block.place : undefined;

const isTable = (block: ManuscriptBlock): boolean => block.kind === "table";

const QUOTED = /^(?:>\s?)+/;

/** Lines of an answered mail begin with `>`; of a forwarded one all do. */
function unquoted(block: ManuscriptBlock): ManuscriptBlock {
  if (block.kind === "table") return block;
  const [first, ...rest] = block.runs;
  if (first?.kind !== "text" || !QUOTED.test(first.text)) return block;
  const text = first.text.replace(QUOTED, "");
  return { ...block, runs: text === "" ? rest : [{ ...first, text }, ...rest] };
}

function withoutReplies(blocks: readonly ManuscriptBlock[]): OwnText {
  const quoted = blocks.filter((block) => block.kind === "paragraph" && QUOTED.test(paragraphText(block)));
  const [first] = quoted;
  if (first === undefined) return { blocks, notices: [] };
  if (quoted.length === blocks.filter(hasText).length) return { blocks: blocks.map(unquoted), notices: [] };
  const words = first.kind === "paragraph" ? shownWords(paragraphText(first).replace(QUOTED, ""), 40) : "";
  return {
    blocks: blocks.filter((block) => !quoted.includes(block)),
    notices: [quotedMail(words, placeOf(first))],
  };
}

const hasText = (block: ManuscriptBlock): boolean => block.kind === "table" || block.runs.length > 0;

function withoutPrograms({ blocks, notices }: OwnText): OwnText {
  const kept: ManuscriptBlock[] = [];
  const told: Notice[] = [];
  const lines = blocks.map((block) => (block.kind === "paragraph" ? paragraphText(block) : ""));
  for (const [index, block] of blocks.entries()) {
    const line = lines[index] ?? "";
    const isNearEnd = blocks.length - index <= MOST_SIGNATURE_LINES;
    if (isNearEnd && block.kind === "paragraph" && startsSignature(line, lines.slice(index + 1))) {
      told.push(programLine(shownWords(lines.slice(index + 1).join(" "), 60), placeOf(block)));
      break;
    }
    if (PROGRAM.test(line.trim())) told.push(programLine(line.trim(), placeOf(block)));
    else kept.push(block);
  }
  return { blocks: kept, notices: [...notices, ...told] };
}

const MOST_SIGNATURE_LINES = 12;

/** Behind the mark of RFC 3676, 4.3, or a rule of dashes, stands who the sender is, in a few short lines at the end. */
function startsSignature(line: string, behind: readonly string[]): boolean {
  const lines = behind.map((each) => each.trim()).filter((each) => each !== "");
  if (lines.length === 0) return false;
  if (SIGNATURE.test(line)) return true;
  if (!RULE.test(line.trim())) return false;
  return lines.every(isOfCard) && lines.some((each) => CONTACT.test(each));
}

const RULE = /^(?:[-—–_=*~─━]\s?){2,}$/;
/** A telephone, an address, a post: what the card of a person says. */
const CONTACT =
  /\d{7,}|\d{3,4}[-—–]\d{7,8}|@|^(?:电话|手机|邮箱|地址|邮编|传真|微信|QQ|Tel|Mobile|Phone|E-?mail|Add|Fax)\b|(?:电话|手机|邮箱|地址)[：:]|发自|来自|Sent from/iu;

/** No sentence of a text */
const isOfCard = (line: string): boolean => line.length <= 60 && !/[。！？；]|，.*，/.test(line);
