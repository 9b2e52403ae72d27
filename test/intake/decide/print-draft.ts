/** A draft as text for tests: what was decided, from what, and what is told. */
import type { Decision, DraftBlock, DraftItem } from "../../../src/intake/draft/draft-item.js";
import type { MarkedText } from "../../../src/intake/marked-text.js";
import { isoDate } from "../../../src/model/calendar-date.js";

export function printDraft(draft: DraftItem): string {
  const { title, source, submitter, date, section, blocks, notes, decisions } = draft;
  const evidence = (kind: Decision["kind"]) => {
    const found = decisions.find((one) => one.kind === kind);
    return found === undefined ? "" : ` < ${printEvidence(found)}`;
  };
  const sender = [submitter?.name, submitter?.phone, submitter?.email].filter((value) => value !== undefined);
  const told = draft.notices.filter(
    ({ rule, severity }) => !(severity === "info" && /^import\/(?:title|unit|date)$/.test(rule)),
  );
  return [
    `标题 ${title.map(print).join(" / ") || "无"}${evidence("title")}`,
    `单位 ${source ?? "无"}${evidence("unit")}`,
    ...(sender.length === 0 ? [] : [`报送人 ${sender.join(" ")}`]),
    `日期 ${date === undefined ? `无${openDate(draft)}` : isoDate(date)}${evidence("date")}`,
    ...(section === undefined ? [] : [`栏目 ${section}`]),
    ...blocks.flatMap(printBlock),
    ...(draft.attachments ?? []).map((name) => `附件 ${print(name)}`),
    ...(draft.signed === undefined
      ? []
      : [
          `落款 ${[...draft.signed.by, ...(draft.signed.date === undefined ? [] : [isoDate(draft.signed.date)])].join(" ")}`,
        ]),
    ...notes.map(({ key, words }) => `〔${key}〕${print(words)}`),
    ...told.map(
      ({ rule, severity, place }) =>
        `! ${rule.replace("import/", "")}${severity === "info" ? "" : `(${severity})`}${place === undefined ? "" : ` @${place}`}`,
    ),
  ].join("\n");
}

const openDate = ({ notices }: DraftItem): string => {
  const words = notices.find(({ rule }) => rule === "import/date")?.message.zh ?? "";
  const short = words.replace("，日期先空着。", "").replace(/^正文第一段“.*”里/u, "导语里");
  return ` (${short})`;
};

function printEvidence(decision: Decision): string {
  const { evidence } = decision;
  switch (evidence.kind) {
    case "looks":
      return `${evidence.looks.join("+")} @${evidence.place}`;
    case "lead":
      return `${evidence.year} @${evidence.place}`;
    case "sender":
      return "sender";
    case "front-matter":
      return "front-matter";
    default:
      return `${evidence.kind}${evidence.place === undefined ? "" : ` @${evidence.place}`}`;
  }
}

function printBlock(block: DraftBlock): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [`段 ${print(block.words)}`];
    case "heading":
      return [`${"#".repeat(block.level + 1)} ${print(block.words)}`];
    case "list":
      return block.entries.map(
        ({ words, depth }, index) =>
          `${"  ".repeat(depth)}${block.isOrdered ? `${block.start + index}.` : "-"} ${print(words)}`,
      );
    case "table":
      return block.rows.map((row) => `| ${row.map(print).join(" | ")} |`);
    case "figure":
      return [`图 ${block.picture}${block.caption === undefined ? "" : `：${print(block.caption)}`}`];
    default:
      return block satisfies never;
  }
}

function print({ text, marks }: MarkedText): string {
  let isBold = false;
  let printed = "";
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks[at];
    if ((mark?.isBold ?? false) !== isBold) {
      isBold = !isBold;
      printed += "**";
    }
    const { object } = mark ?? {};
    printed += object === undefined ? text.charAt(at) : `〔${object.key}〕`;
  }
  return `${printed}${isBold ? "**" : ""}`.replaceAll("\u2028", "⏎").replaceAll("\t", "⇥");
}
