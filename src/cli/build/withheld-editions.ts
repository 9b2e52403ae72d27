/**
 * Of an issue with a level of secrecy: which editions for the web were withheld, and where one of an earlier build still
 * lies, under the name of the final issue or of a draft.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import {
  companionFolderOf,
  EDITION_NAMES,
  EDITIONS,
  type EditionName,
  FORMS_WITH_COMPANIONS,
  fileNameOf,
  formsOf,
  itemsFolderOf,
} from "../../editions/edition-table.js";
import type { BuildOutcome } from "../../outcomes/build-outcome.js";

/** As `--json` tells it. */
export interface WithheldEdition {
  readonly edition: EditionName;
  /** `secrecy`: the issue has a level, and nobody asked for this edition by name; else nobody wanted it */
  readonly reason: "secrecy" | "not-asked";
  /** where it would have been written; of items alone, their folder */
  readonly path: string;
  /** what earlier builds wrote and still lies in the output folder: files, and folders beside them */
  readonly stale: readonly string[];
}

/** @param out folder named with --out */
export function withheldEditions(
  { secret, slug, folder, artifacts }: WithheldOutcome,
  { out, perItem }: { readonly out: string | undefined; readonly perItem: boolean },
): readonly WithheldEdition[] {
  if (secret === undefined || slug === undefined) return [];
  const made = new Set(artifacts);
  return EDITION_NAMES.filter((name) => EDITIONS[name].isForWeb && !made.has(name)).flatMap(
    (edition): readonly WithheldEdition[] => {
      const pathOf = (stem: string) => withSlashes(join(out ?? folder ?? "", fileNameOf(edition, stem)));
      const stems = [...new Set([slug, ...secret.stems])];
      const folders = FORMS_WITH_COMPANIONS.filter((form) => formsOf(edition).includes(form)).flatMap(
        (form) => stems.map((stem) => withSlashes(join(out ?? folder ?? "", companionFolderOf(stem, form)))),
      );
      const itemsFolders = stems.map((stem) => withSlashes(join(out ?? folder ?? "", itemsFolderOf(stem))));
      const ofItems = itemsFolders.flatMap((each) => pagesIn(each, EDITIONS[edition].extension));
      const stale = [
        ...[...stems.map(pathOf), ...ofItems].filter((path) => entryAt(path)?.isFile() === true),
        ...folders.filter((path) => entryAt(path)?.isDirectory() === true),
      ];
      const isWithheld = secret.withheld.includes(edition);
      if (!isWithheld && stale.length === 0) return [];
      return [
        {
          edition,
          reason: isWithheld ? "secrecy" : "not-asked",
          path: perItem ? (itemsFolders[0] ?? "") : pathOf(slug),
          stale,
        },
      ];
    },
  );
}

/** Of items alone, whatever they are called: an item may have had another title then. */
function pagesIn(folder: string, extension: string): readonly string[] {
  if (entryAt(folder)?.isDirectory() !== true) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${extension}`));
  return names.sort().map((name) => `${folder}/${name}`);
}

interface WithheldOutcome extends Pick<BuildOutcome, "secret" | "slug" | "folder"> {
  /** editions that were made */
  readonly artifacts: readonly EditionName[];
}

/** @returns lines for the terminal, empty where there is nothing to say */
export function printWithheld(withheld: readonly WithheldEdition[], language: Language): string {
  return withheld
    .flatMap(({ edition, reason, path: own, stale }) => {
      const { label } = EDITIONS[edition];
      const { notWritten, lies } = WORDS[language];
      return [
        ...(reason === "secrecy" ? [notWritten(placeIn(printable(own), edition), edition)] : []),
        ...stale.map((path) => lies(printable(path), label)),
      ];
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** `dist/2026-01.html`, `dist/2026-01-单篇/*.html` */
const placeIn = (path: string, edition: EditionName): string => {
  const ending = `.${EDITIONS[edition].extension}`;
  return path.endsWith(ending) ? path : `${path}/*${ending}`;
};

const WORDS = {
  zh: {
    notWritten: (path: string, name: string) =>
      `${path} 没有写：本期有密级，涉密信息不上网。确需在涉密计算机上使用时，请写明 -e ${name}。`,
    lies: (path: string, label: string) => `${path} 是以前编出的 ${label} 版，还在输出文件夹里，请删去。`,
  },
  en: {
    notWritten: (path: string, name: string) =>
      `${path} was not written: the issue has a level of secrecy, and what is secret does not go on the web. If it is needed on a machine cleared for secrets, ask for it with -e ${name}.`,
    lies: (path: string, label: string) =>
      `${path} is an ${label} edition of an earlier build; it still lies in the output folder. Delete it.`,
  },
} as const;
