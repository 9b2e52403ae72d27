/** A state of the preview to begin from, small and invented. */
import type { FindingState, PageState, PreviewState, SectionState } from "../../src/preview/protocol.js";

export const finding = (given: Partial<FindingState> & Pick<FindingState, "id">): FindingState => ({
  rule: "words/wrong",
  severity: "warning",
  message: "“截止目前”应为“截至目前”。",
  path: "items/1.md",
  line: 1,
  column: 1,
  group: "科普大篷车进校园",
  isFixable: false,
  suggestions: [],
  marks: [],
  ...given,
});

export const pagesOf = (ids: readonly string[]): readonly PageState[] =>
  ids.map((id, index) => ({ number: index + 1, id, widthPt: 600, heightPt: 800 }));

/** Sections by their names, each item by its path alone. */
export const sectionsOf = (given: Record<string, readonly string[]>): readonly SectionState[] =>
  Object.entries(given).map(([name, paths]) => ({
    name,
    items: paths.map((path) => ({ path, title: path })),
  }));

export const state = (given: Partial<PreviewState> = {}): PreviewState => ({
  revision: 1,
  language: "zh",
  stage: "ready",
  issue: { title: "示例科协信息 2026年第3期", manifest: "issue.yaml" },
  pages: [],
  isStale: false,
  findings: [],
  sections: [],
  details: {
    ...{ year: "2026", number: "3", total: "", date: "2026-03-31", from: "", to: "" },
    ...{ editor: "", reviewer: "", approver: "" },
  },
  editions: [],
  history: [],
  glyphs: 0,
  milliseconds: 1,
  ...given,
});
