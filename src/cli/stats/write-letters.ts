/** The letters to the units as drafts of mails in a folder; all of them or none. */
import { join } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { safeName } from "../../read/safe-name.js";
import { composeLetters, printDraft } from "../../stats/compose-letters.js";
import { knownUnits } from "../../stats/known-units.js";
import type { Counted } from "./counted.js";

/** Somebody's own file, or a draft of ours with an address in it: neither is written over. */
function holdsOther({ path, bytes }: FileToWrite): boolean {
  const file = readRegularFile(path, { maxBytes: bytes.length, followsLinks: false });
  if (file.state === "missing") return false;
  return file.state !== "found" || !file.bytes.equals(bytes);
}

function lettersThere(files: readonly FileToWrite[]): EnvironmentError {
  const [first] = files;
  const more = files.length - 1;
  return new EnvironmentError(
    {
      zh: `“${first?.path ?? ""}”已经有了，内容和这次要写的不同${more > 0 ? `；这样的文件还有 ${more} 个` : ""}。没有写任何信。`,
      en: `“${first?.path ?? ""}” is there already with other content${more > 0 ? `, and so are ${more} more files` : ""}. No letter was written.`,
    },
    {
      zh: "其中可能有您填过收件人的信。请换一个文件夹，或先把旧的移走。",
      en: "Some may be letters with addresses that you filled in. Choose another folder, or move them away first.",
    },
  );
}

/** Of a file's name, so that long paths stay within what Windows takes. */
const MOST_NAME_BYTES = 100;

export function writeLetters(
  { records, statistics, date }: Counted,
  { folder, language }: { readonly folder: string; readonly language: Language },
): void {
  const { house, received, units } = records;
  const letters = composeLetters({
    statistics,
    received,
    known: knownUnits(units),
    printed: records.printed,
    bulletin: records.bulletins.join("》《"),
    publisher: house.bulletin.publisher?.value,
    date,
  });
  const taken = new Set<string>();
  const files = letters.map((letter) => {
    const stem = safeName(letter.unit, { mostBytes: MOST_NAME_BYTES, otherwise: "单位", hasEnding: false });
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem}-${count}`;
    taken.add(name.toLowerCase());
    return {
      path: join(folder, `${name}.eml`),
      bytes: new TextEncoder().encode(printDraft(letter)),
    };
  });
  const kept = files.filter(holdsOther);
  if (kept.length > 0) throw lettersThere(kept);
  writeFiles(files);
  process.stderr.write(
    language === "zh"
      ? `已写好 ${files.length} 封反馈信草稿，在 ${folder}；没有发送，请逐封核对收件人后再发。\n`
      : `Wrote ${files.length} drafts to ${folder}. Nothing was sent: check each address before you send them.\n`,
  );
}
