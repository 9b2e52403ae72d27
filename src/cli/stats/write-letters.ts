/** The letters to the units as drafts of mails in a folder; all of them or none. */
import { join } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { writeFiles } from "../../disk/write-files.js";
import { safeName } from "../../read/safe-name.js";
import { composeLetters, printDraft } from "../../stats/compose-letters.js";
import { knownUnits } from "../../stats/known-units.js";
import type { Counted } from "./counted.js";

/** Of a file's name, so that long paths stay within what Windows takes. */
const MOST_NAME_BYTES = 100;

export function writeLetters(
  { records, statistics, date }: Counted,
  { folder, language }: { readonly folder: string; readonly language: Language },
): void {
  const { house, received } = records;
  const letters = composeLetters({
    statistics,
    received,
    known: knownUnits(house.units),
    bulletin: house.bulletin.name.value,
    publisher: house.bulletin.publisher?.value,
    date,
  });
  const taken = new Set<string>();
  const files = letters.map((letter) => {
    const stem = safeName(letter.unit, { mostBytes: MOST_NAME_BYTES, otherwise: "单位" });
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem}-${count}`;
    taken.add(name.toLowerCase());
    return {
      path: join(folder, `${name}.eml`),
      bytes: new TextEncoder().encode(printDraft(letter)),
    };
  });
  writeFiles(files);
  process.stderr.write(
    language === "zh"
      ? `已写好 ${files.length} 封反馈信草稿，在 ${folder}；没有发送，请逐封核对收件人后再发。\n`
      : `Wrote ${files.length} drafts to ${folder}. Nothing was sent: check each address before you send them.\n`,
  );
}
