/**
 * Whether a file is what this program wrote of statistics before, and nobody has worked on since: that alone is written over. A notice
 * is edited in Word as a rule, and a PDF says nothing of its maker's purpose: of those only the same bytes are ours.
 */
import { unzipSync } from "fflate";
import { printableJson } from "../diagnostics/printable.js";

/** @param format as it is about to be written */
export function isOwnOutput(format: string, bytes: Uint8Array): boolean {
  if (format === "xlsx") return isOwnWorkbook(bytes);
  if (format === "docx" || format === "pdf") return false;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  switch (format) {
    case "csv":
      return isOwnCsv(text);
    case "json":
      return isOwnJson(text);
    case "html":
      return /<title>(?:[^<]*信息采用情况|Items printed: [^<]*)<\/title>\n<style>/u.test(text);
    default:
      return /^(?:[^\n]*信息采用情况|Items printed: [^\n]*)\n[^\n]*(?:采用 \d+ 篇。|\d+ printed\.)\n\n/u.test(
        text,
      );
  }
}

const CSV_HEADINGS = [
  /^名次,单位,(?:报送,)?采用,(?:采用率,)?(?:本年累计采用,)?(?:(?:欠任务|未完成任务),)?(?:得分,)?$/u,
  /^Rank,Unit,(?:Received,)?Printed,(?:Rate,)?(?:Printed this year,)?(?:Missing,)?(?:Points,)?$/u,
  /^栏目,采用,占比,$/u,
  /^Section,Printed,Share,$/u,
  /^月份,期数,(?:报送,)?采用,累计采用,$/u,
  /^Month,Issues,(?:Received,)?Printed,Printed so far,$/u,
];

function isOwnCsv(text: string): boolean {
  const [, head] = /^\ufeff([^\r\n]*)\r\n/u.exec(text) ?? [];
  return head !== undefined && CSV_HEADINGS.some((headings) => headings.test(`${head},`));
}

/** Printed again, it is the same. */
function isOwnJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const isOurs =
      typeof value === "object" &&
      value !== null &&
      ["version", "period", "units", "others", "sections", "months", "items"].every((key) => key in value);
    return isOurs && `${printableJson(value)}\n` === text;
  } catch {
    return false;
  }
}

/** A spreadsheet that saves it again adds parts of its own: shared strings, a theme, properties. */
const WORKBOOK_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/worksheets\/sheet[1-4]\.xml)$/;
const PARTS = 9;

function isOwnWorkbook(bytes: Uint8Array): boolean {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter({ name }) {
        names.push(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return names.length === PARTS && names.every((name) => WORKBOOK_PART.test(name));
}
