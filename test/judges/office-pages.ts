/**
 * What LibreOffice makes of a document's pages: files converted in one run, the text of each page, and
 * where the entries of the contents and the titles stand.
 */
import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Room for what a program prints, in bytes; its remarks on standard error are not asked for. */
export const LARGE: ExecFileSyncOptions = { maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] };

/**
 * One run for all files: starting the program takes longer than converting.
 * @param folder of the judge: the program's own profile and a folder named after the format are made in it
 */
export function convertByOffice(folder: string, format: "pdf" | "docx", files: readonly string[]): void {
  const profile = pathToFileURL(resolve(folder, "profile")).href;
  const out = join(folder, format);
  execFileSync(
    "soffice",
    ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", format, "--outdir", out, ...files],
    { stdio: "ignore" },
  );
}

export const pagesOf = (path: string): number =>
  Number(/^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [path]).toString())?.[1]);

export const textOfPdf = (path: string, ...options: readonly string[]): string =>
  execFileSync("pdftotext", [...options, path, "-"], LARGE).toString();

/** @returns the characters of each page, without white space */
export const pagesOfPdf = (path: string): readonly string[] =>
  textOfPdf(path).split("\f").slice(0, -1).map(withoutSpace);

export const withoutSpace = (text: string): string => text.replace(/[\s\u2028\u200B\u00AD]/gu, "");

export interface TitlePlace {
  readonly title: string;
  /** page, from 1, on which its entry of the contents stands, and the number printed there */
  readonly entryPage: number | undefined;
  readonly printed: number | undefined;
  /** page on which the title itself stands, behind the contents */
  readonly page: number | undefined;
}

/** @param titles in reading order, as the contents print them */
export function placesOfTitles(pages: readonly string[], titles: readonly string[]): readonly TitlePlace[] {
  const whole = pages.join("");
  const starts = pages.map((_, index) => pages.slice(0, index).join("").length);
  const pageAt = (at: number) => starts.findLastIndex((start) => start <= at) + 1;
  let from = 0;
  const entries = titles.map((title) => {
    const words = withoutSpace(title).replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
    const entry = new RegExp(`${words}[.…·]{2,}(\\d+)`, "u").exec(whole.slice(from));
    if (entry === null) return undefined;
    const at = from + entry.index;
    from = at + entry[0].length;
    return { page: pageAt(at), printed: Number(entry[1]) };
  });
  return titles.map((title, index) => {
    const at = whole.indexOf(withoutSpace(title), from);
    if (at >= 0) from = at + 1;
    const entry = entries[index];
    return { title, entryPage: entry?.page, printed: entry?.printed, page: at < 0 ? undefined : pageAt(at) };
  });
}
