/** Small invented bulletins as files, and what the command makes of them in every form, as one text to look through. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { readDocxText } from "../edition-text/docx-text.js";
import { warmRun } from "../warm-command.js";

export type Files = Readonly<Record<string, string>>;

export const HOUSE =
  "bulletin: {name: 示例信息, publisher: 示例办公室}\nsections: [{name: 要闻}, {name: 动态}]\ncontact: {email: news@example.org}\nunits: [甲区科协, 乙区科协]\n";

/** @param items title and unit of each */
export function issueFiles(
  folder: string,
  {
    date,
    number = 1,
    more = "",
    items,
  }: {
    readonly date: string;
    readonly number?: number;
    /** lines of the manifest */
    readonly more?: string;
    readonly items: readonly (readonly [title: string, unit: string, frontMatter?: string])[];
  },
): Files {
  const paths = items.map((_, index) => `items/${index + 1}.md`);
  return {
    [`${folder}/issue.yaml`]: `year: ${date.slice(0, 4)}\nnumber: ${number}\ndate: ${date}\n${more}sections:\n  - {name: 要闻, items: [${paths.join(", ")}]}\n`,
    ...Object.fromEntries(
      items.map(([title, unit, front = ""], index) => [
        `${folder}/items/${index + 1}.md`,
        `---\ntitle: ${title}\n${unit === "" ? "" : `source: ${unit}\n`}${front}---\n\n活动于近日举行。\n`,
      ]),
    ),
  };
}

/** Folders of a suite's own, and what removes them again. */
export function madeFolders(): { readonly lay: (files: Files) => string; readonly clear: () => void } {
  const places: string[] = [];
  return {
    lay(files) {
      const place = layFiles(files);
      places.push(place);
      return place;
    },
    clear() {
      for (const place of places) rmSync(place, { recursive: true, force: true });
    },
  };
}

function layFiles(files: Files): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "计 数-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

/** Table, CSV, JSON, page, workbook, notice and letters, whose words are taken out of what packs them. */
export async function everyForm(place: string, paths: readonly string[] = ["."]): Promise<string> {
  const texts: string[] = [];
  for (const format of ["table", "csv", "json", "html"])
    texts.push((await warmRun(["--lang", "zh", "stats", ...paths, "--format", format], place)).out);
  await warmRun(["--lang", "zh", "stats", ...paths, "-o", "表.xlsx"], place);
  const parts = unzipSync(readFileSync(join(place, "表.xlsx")));
  texts.push(...Object.values(parts).map((bytes) => strFromU8(bytes)));
  await warmRun(["--lang", "zh", "stats", ...paths, "-o", "通报.docx"], place);
  texts.push(readDocxText(readFileSync(join(place, "通报.docx"))).body);
  await warmRun(["--lang", "zh", "stats", ...paths, "--letters", "信"], place);
  for (const name of readdirSync(join(place, "信"))) {
    const mail = await PostalMime.parse(readFileSync(join(place, "信", name)));
    texts.push(mail.subject ?? "", mail.text ?? "");
  }
  return texts.join("\n");
}
