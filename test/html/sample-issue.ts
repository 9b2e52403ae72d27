/**
 * Issues made by hand, for tests of the HTML edition alone: the model without reading. Spans are
 * all empty, for no edition looks at them.
 */

import type { EditionInput } from "../../src/editions/edition.js";
import { ACCOUNT_STYLE } from "../../src/model/account-style.js";
import type { CheckedIssue, Item, Section } from "../../src/model/issue.js";
import { NO_MARKS } from "../../src/model/issue-marks.js";
import type { Located, Span } from "../../src/model/located.js";
import type { Template } from "../../src/model/template.js";
import type { Block, Inline, Note, TableCell } from "../../src/model/text.js";
import { makePng } from "../pdf/made-pictures.js";

export const span: Span = { path: "items/sample.md", start: 0, end: 0 };
export const at = <T>(value: T): Located<T> => ({ value, span });

export const words = (value: string): Inline => ({ kind: "text", value, span });
export const paragraph = (...children: (Inline | string)[]): Block => ({
  kind: "paragraph",
  children: children.map((child) => (typeof child === "string" ? words(child) : child)),
  span,
});
export const link = (url: string, value = url): Inline => ({
  kind: "link",
  url: at(url),
  children: [words(value)],
  span,
  automatic: url === value,
});
export const strong = (value: string): Inline => ({ kind: "strong", children: [words(value)], span });
export const emphasis = (value: string): Inline => ({ kind: "emphasis", children: [words(value)], span });
export const call = (number: number): Inline => ({ kind: "note-reference", number, span });
export const cell = (value: string): TableCell => ({ children: value === "" ? [] : [words(value)], span });

export function item(title: string | readonly string[], parts: Partial<Item> = {}): Item {
  return {
    path: "items/sample.md",
    listed: span,
    title: (typeof title === "string" ? [title] : title).map(at),
    attribution: undefined,
    date: undefined,
    section: undefined,
    summary: undefined,
    submitter: undefined,
    blocks: [paragraph("正文。")],
    notes: [],
    frontMatter: span,
    body: span,
    suppressions: [],
    ...parts,
  };
}

export const attributedTo = (value: string): Item["attribution"] => ({
  value,
  span,
  writtenIn: "front-matter",
  typed: undefined,
});

export const section = (name: string, ...items: Item[]): Section => ({
  name: at(name),
  items,
  keepEmpty: false,
  span,
});

export const note = (number: number, ...children: Block[]): Note => ({ number, children, span });

export function issue(sections: readonly Section[], parts: Partial<CheckedIssue> = {}): CheckedIssue {
  const made = {
    path: "issue.yaml",
    folder: "",
    root: "",
    house: {
      path: undefined,
      bulletin: {
        name: at("示例科协信息"),
        publisher: at("示例市科学技术协会办公室"),
        language: at("zh-CN"),
      },
      template: at("jianbao"),
      sections: [],
      contact: {
        label: at("信息报送邮箱"),
        email: at("submissions@example.org"),
        domains: [],
        phone: at("010-5555 0100"),
        submitter: "optional",
        allow: [],
        span,
      },
      lint: { rules: new Map(), words: { replace: new Map(), forbidden: [], people: [] }, packs: [] },
      units: [],
      outputFolder: at("dist"),
    },
    year: at(2026),
    number: at(3),
    total: at(128),
    date: at({ year: 2026, month: 3, day: 16 }),
    period: undefined,
    sections,
    marks: NO_MARKS,
    editorial: undefined,
    distribution: undefined,
    slug: at("2026-03"),
    surroundings: { unlistedItems: [], unreadFiles: [], earlierTitles: [] },
    ...parts,
  };
  // Only check/ makes a CheckedIssue; these are right by construction.
  return made as unknown as CheckedIssue;
}

/** What the HTML edition takes from a template; the rest is for paper. */
export function template(parts: Partial<Template> = {}): Template {
  const made: Partial<Template> = {
    name: "sample",
    colors: { text: "#000000", accent: "#C00000", link: "#000000", muted: "#595959" },
    contents: { show: true, ownPage: false },
    composition: { emphasis: "dots", hang: "none" },
    account: ACCOUNT_STYLE,
    pictures: { minDpi: 150, maxLines: 9, minScale: 0.7 },
    styleSheet: "body { margin: 0; }",
    ...parts,
  };
  return made as Template;
}

export function input(of: CheckedIssue, parts: Partial<EditionInput> = {}): EditionInput {
  return {
    issue: of,
    template: template(),
    assets: new Map(),
    timestamp: new Date(Date.UTC(2026, 2, 16)),
    ...parts,
  };
}

/** A PNG of one red dot. */
export const PNG_BYTES = makePng({ width: 1, height: 1, bits: 8, colorType: 6 });

export const figure = (alt: string, caption?: string): Block => ({
  kind: "figure",
  width: undefined,
  refused: [],
  destination: at("images/dot.png"),
  image: {
    state: "found",
    path: "images/dot.png",
    format: "png",
    widthPx: 1,
    heightPx: 1,
    bytes: PNG_BYTES.length,
    alpha: true,
    privateData: [],
  },
  alt,
  decorative: alt === "",
  caption,
  span,
});
