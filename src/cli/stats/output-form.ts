/** Which form the output has: the one asked for, or the one that the file's name says; never one under another's name. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { StatsFormat } from "./counted.js";

const FORMS: readonly StatsFormat[] = ["csv", "json", "xlsx", "html", "docx", "pdf"];
/** Endings that mean something else, with the one to write. */
const OTHERS: ReadonlyMap<string, StatsFormat | undefined> = new Map([
  ["doc", "docx"],
  ["wps", "docx"],
  ["rtf", "docx"],
  ["odt", "docx"],
  ["xls", "xlsx"],
  ["et", "xlsx"],
  ["ods", "xlsx"],
  ["eml", undefined],
  ["md", undefined],
  ["markdown", undefined],
  ["yaml", undefined],
  ["yml", undefined],
  ["png", undefined],
  ["jpg", undefined],
  ["jpeg", undefined],
  ["zip", undefined],
]);

/** @throws EnvironmentError where the file's name says another form than is written */
export function outputForm(format: StatsFormat, out: string | undefined): StatsFormat {
  const ending = /\.([a-z]+)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  if (out === undefined || ending === undefined) return format;
  if (OTHERS.has(ending)) throw strangeEnding(out, format === "table" ? OTHERS.get(ending) : format);
  const named = FORMS.find((one) => one === (ending === "htm" ? "html" : ending));
  if (format === "table") return named ?? "table";
  if (named !== undefined && named !== format) throw strangeEnding(out, format);
  return format;
}

function strangeEnding(out: string, format: StatsFormat | undefined): EnvironmentError {
  const stem = out.replace(/\.[a-z]+$/i, "");
  return new EnvironmentError(
    {
      zh: `文件名“${out}”的扩展名和要写的格式不一致，没有写。`,
      en: `The ending of “${out}” is not that of what is written. Nothing was written.`,
    },
    format === undefined
      ? {
          zh: `扩展名可以写 ${FORMS.map((one) => `.${one}`).join("、")}，例如“${stem}.xlsx”。`,
          en: `Endings are ${FORMS.map((one) => `.${one}`).join(", ")}, for example “${stem}.xlsx”.`,
        }
      : { zh: `请写成“${stem}.${format}”。`, en: `Write “${stem}.${format}”.` },
  );
}
