/** The section that an imported item is listed under, and by what evidence. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { SectionRule } from "../../model/house.js";

export interface SectionChoice {
  readonly section: string;
  /** why this one; `isSure` false where another may be meant */
  readonly words: Message;
  readonly isSure: boolean;
  /** the section that the submission names, where the issue has none such */
  readonly missing?: string;
}

export interface SectionEvidence {
  /** named by `--section` */
  readonly named: string | undefined;
  /** named in the manuscript itself */
  readonly hint: string | undefined;
  /** those of the issue, in order */
  readonly sections: readonly string[];
  readonly rules: readonly SectionRule[];
}

/** Items of units belong where units must sign, if there is one such section; else a person has to look. */
export function chooseSection({ named, hint, sections, rules }: SectionEvidence): SectionChoice {
  if (named !== undefined) {
    return {
      section: named,
      words: { zh: "由 --section 指定", en: "it was named with --section" },
      isSure: true,
    };
  }
  if (hint !== undefined && sections.includes(hint)) {
    return { section: hint, words: { zh: "来稿里写明", en: "the submission says so" }, isSure: true };
  }
  const asked: Message =
    hint === undefined
      ? { zh: "来稿没有写明栏目", en: "the submission names no section" }
      : {
          zh: `来稿写的栏目“${hint}”这一期没有`,
          en: `the submission names the section “${hint}”, which the issue does not have`,
        };
  const missing = hint === undefined ? {} : { missing: hint };
  const [first = "", ...others] = sections;
  if (others.length === 0) {
    return {
      section: first,
      words:
        hint === undefined
          ? { zh: "这一期只有这个栏目", en: "the issue has no other section" }
          : { zh: `${asked.zh}，这一期只有这个栏目`, en: `${asked.en}; this is its only one` },
      isSure: hint === undefined,
      ...missing,
    };
  }
  const signed = rules.filter(
    ({ name, attribution }) => attribution === "required" && sections.includes(name.value),
  );
  const [only] = signed;
  if (only !== undefined && signed.length === 1) {
    return {
      section: only.name.value,
      words: {
        zh: `${asked.zh}，只有这个栏目要求署报送单位`,
        en: `${asked.en}, and this is the only one whose items must be signed by a unit`,
      },
      isSure: false,
      ...missing,
    };
  }
  return {
    section: first,
    words: {
      zh: `${asked.zh}，暂列入第一个栏目`,
      en: `${asked.en}, so it goes under the first one for now`,
    },
    isSure: false,
    ...missing,
  };
}
