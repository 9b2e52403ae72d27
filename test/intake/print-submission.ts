/**
 * What was read of a submission as lines that a person can compare: `1 text`, what is known of a paragraph in
 * front of it between `<>`; rows as cells between bars; notices behind `!`.
 */
import type {
  Manuscript,
  ManuscriptBlock,
  ManuscriptParagraph,
  ManuscriptRun,
  Notice,
  Submission,
} from "../../src/intake/manuscript.js";

export function printSubmission(submission: Submission): readonly string[] {
  const { mail, manuscripts, loosePictures, notices, item } = submission;
  return [
    ...(mail === undefined ? [] : [printHead(mail)]),
    ...(item === undefined ? [] : ["item"]),
    ...manuscripts.flatMap(printManuscript),
    ...loosePictures.map(({ name, bytes }) => `picture ${name} ${bytes.length}`),
    ...notices.map(printNotice),
  ];
}

function printHead({ subject, from, date }: NonNullable<Submission["mail"]>): string {
  const day = date === undefined ? "-" : `${date.year}-${date.month}-${date.day}`;
  return `mail ${subject ?? "-"} | ${from?.name ?? "-"} <${from?.address ?? "-"}> | ${day}`;
}

function printManuscript(manuscript: Manuscript): readonly string[] {
  const { carrier, path, blocks, notes, pictures, notices } = manuscript;
  return [
    `${carrier} ${path}`,
    ...blocks.flatMap(printBlock),
    ...[...notes].flatMap(([key, inside]) => [`note ${key}`, ...inside.flatMap(printBlock)]),
    ...[...pictures].map(
      ([key, { name, bytes, description, widthMm }]) =>
        `${key} ${name ?? "-"} ${bytes.length} ${description ?? "-"} ${widthMm ?? "-"}`,
    ),
    ...notices.map(printNotice),
  ];
}

const printNotice = ({ rule, severity, message, place }: Notice): string =>
  `! ${rule} ${severity}${place === undefined ? "" : ` ${place}`}: ${message.zh}`;

function printBlock(block: ManuscriptBlock): readonly string[] {
  if (block.kind === "paragraph") return [printParagraph(block)];
  const rows = block.rows.map(({ isHeader, cells }) => {
    const printed = cells.map(({ blocks, columnSpan, rowMerge }) => {
      const mark = `${columnSpan > 1 ? `→${columnSpan}` : ""}${rowMerge === "none" ? "" : rowMerge === "start" ? "↓" : "…"}`;
      return `${mark}${blocks.flatMap(printBlock).join(" / ")}`;
    });
    return `|${isHeader ? "H" : ""} ${printed.join(" | ")} |`;
  });
  return [block.isBorderless ? "table borderless" : "table", ...rows];
}

function printParagraph(paragraph: ManuscriptParagraph): string {
  const known = [
    paragraph.alignment === "start" ? "" : paragraph.alignment,
    paragraph.outlineLevel === undefined ? "" : `h${paragraph.outlineLevel}`,
    paragraph.style ?? "",
    paragraph.fontSize === undefined ? "" : `${paragraph.fontSize}pt`,
    paragraph.face ?? "",
    paragraph.isBold ? "bold" : "",
    paragraph.firstLineIndent === undefined ? "" : `indent ${paragraph.firstLineIndent}`,
    paragraph.startsPage ? "page" : "",
    paragraph.region === "body" ? "" : paragraph.region,
    paragraph.number === undefined
      ? ""
      : `#${paragraph.number.text} ${paragraph.number.level}${paragraph.number.isBullet ? "•" : ""}`,
  ].filter((part) => part !== "");
  const text = paragraph.runs.map(printRun).join("");
  return `${paragraph.place}${known.length > 0 ? ` <${known.join(", ")}>` : ""} ${text}`.trimEnd();
}

function printRun(run: ManuscriptRun): string {
  switch (run.kind) {
    case "text": {
      const marks = `${run.isBold ? "b" : ""}${run.isItalic ? "i" : ""}${run.isStruck ? "s" : ""}${
        run.position === "baseline" ? "" : run.position === "superscript" ? "^" : "_"
      }`;
      return marks === "" ? run.text : `{${marks} ${run.text}}`;
    }
    case "break":
      return "⏎";
    case "tab":
      return "→";
    case "link":
      return `[${run.runs.map(printRun).join("")}](${run.url})`;
    case "picture":
      return `{${run.picture}}`;
    case "note":
      return `{${run.note}}`;
    default:
      return run satisfies never;
  }
}
