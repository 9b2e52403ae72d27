/** A title and a unit that the command line gives for a submission: they win over what was decided, which is told. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { DraftItem } from "../../intake/draft/draft-item.js";
import { type MarkedText, plainWords, UNMARKED } from "../../intake/marked-text.js";

export interface GivenWords {
  readonly title: string | undefined;
  readonly source: string | undefined;
}

export interface GivenDraft {
  readonly draft: DraftItem;
  readonly notices: readonly Diagnostic[];
}

export function withGiven(draft: DraftItem, { title, source }: GivenWords): GivenDraft {
  const notices: Diagnostic[] = [];
  const tell = (rule: string, zh: string, en: string): void => {
    notices.push({
      rule,
      severity: "info",
      span: { path: draft.path, start: 0, end: 0 },
      message: { zh, en },
    });
  };
  const decided = draft.title.map(plainWords).join("");
  if (title !== undefined && decided !== "" && decided !== title) {
    tell(
      "import/title",
      `标题用您写的，来稿里的“${decided}”没有用。`,
      `The title is the one that you gave; “${decided}” in the submission is not used.`,
    );
  }
  if (source !== undefined && draft.source !== undefined && draft.source !== source) {
    tell(
      "import/unit",
      `单位用您写的，来稿里的“${draft.source}”没有用。`,
      `The unit is the one that you gave; “${draft.source}” in the submission is not used.`,
    );
  }
  return {
    draft: {
      ...draft,
      ...(title !== undefined && { title: [typedWords(title)] }),
      ...(source !== undefined && { source }),
    },
    notices,
  };
}

/** What is no longer asked or told once the words are given. */
export function isSettled(rule: string, given: GivenWords): boolean {
  return (
    (given.title !== undefined && (rule === "import/title" || rule === "import/title-missing")) ||
    (given.source !== undefined && (rule === "import/unit" || rule === "import/unit-missing"))
  );
}

/** Typed on the command line, they stand nowhere in the manuscript: their place is its beginning. */
function typedWords(text: string): MarkedText {
  const units = Array.from({ length: text.length });
  return { text, marks: units.map(() => UNMARKED), places: units.map(() => 0) };
}
