/**
 * Examples of rules about what comes in: a Word file as paragraphs, each as it is written in the file (WordprocessingML)
 * and as a person sees it in Word, which is what documentation shows. The harness packs the first into a file.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { RuleExample } from "./rule.js";

const PATH = "来稿/报送.docx";

export interface WordParagraph {
  /** what stands inside of `w:body` */
  readonly xml: string;
  /** in Chinese */
  readonly seen: string;
}

interface WordCase {
  readonly name: Message;
  readonly paragraphs: readonly WordParagraph[];
  /** `w:comments` and what is in it, where the file has comments */
  readonly comments?: string;
  readonly path?: string;
  /** paragraphs at which the rule speaks; 0 for the file as a whole */
  readonly at?: readonly number[];
}

export function wordExample({
  name,
  paragraphs,
  comments = "",
  path = PATH,
  at = [],
}: WordCase): RuleExample {
  return {
    name,
    files: { [path]: `${paragraphs.map(({ xml }) => xml).join("")}${comments}` },
    show: path,
    shown: paragraphs.map(({ seen }, index) => `第${index + 1}段　${seen}`).join("\n"),
    findings: at.map((place) => `${path}:${place === 0 ? 1 : place}:1`),
  };
}

/** Characters of one look. */
export const run = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** @param seen how it looks, where that is not the text alone */
export const paragraphOf = (runs: string, seen: string): WordParagraph => ({
  xml: `<w:p>${runs}</w:p>`,
  seen,
});

export const plain = (text: string): WordParagraph => paragraphOf(run(text), text);

export const headline = (text: string): WordParagraph => ({
  xml: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(text, '<w:b/><w:sz w:val="44"/>')}</w:p>`,
  seen: `〔居中、二号、加粗〕${text}`,
});

/** A sound item: headline, text, signature. */
export const SOUND_HEADLINE = headline("示例区科协举办春季科普展");
export const SOUND_TEXT = plain("2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。");
export const SOUND_SIGNATURE = plain("（示例区科协供稿）");
export const SOUND: readonly WordParagraph[] = [SOUND_HEADLINE, SOUND_TEXT, SOUND_SIGNATURE];
