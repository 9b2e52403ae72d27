/**
 * What `--draft` calls the issue. The option takes its words or none, so that what stands behind it may have been meant
 * as a path: one that is there, or that no file could be called by, is asked about and not printed.
 */
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../disk/file-facts.js";
import { DEFAULT_DRAFT } from "../../model/issue-marks.js";
import { whyNoDraft } from "../../read/fields/mark-fields.js";

/**
 * @param given true where the option stands alone
 * @throws EnvironmentError for words that cannot be the mark of a draft
 */
export function readDraft(given: string | boolean | undefined): string | undefined {
  if (given === undefined || given === false) return undefined;
  if (given === true) return DEFAULT_DRAFT;
  const words = given.trim().normalize("NFC");
  if (fileAt(given) !== undefined) {
    throw refused(given, { zh: "是文件或文件夹的路径", en: "it is the path of a file or folder" });
  }
  const why = whyNoDraft(words);
  if (why !== undefined) throw refused(given, why);
  return words;
}

const refused = (given: string, why: Message): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `--draft 后面的“${given}”不能作文稿性质：${why.zh}。`,
      en: `“${given}”, given with --draft, cannot be the mark of a draft: ${why.en}.`,
    },
    {
      zh: `请把路径写在 --draft 前面，或写明文字，如 --draft=${DEFAULT_DRAFT}；文字要能作文件名。`,
      en: `Put paths before --draft, or give the words, as in --draft=${DEFAULT_DRAFT}; they become part of the file names.`,
    },
  );
