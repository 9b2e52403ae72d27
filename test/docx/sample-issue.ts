/** A hand-made issue, built without the reader, so that this room's tests stand alone. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { renderDocx } from "../../src/editions/docx/render-docx.js";
import type { NumberedEditionInput } from "../../src/editions/edition.js";
import type { ContentsEntry, ContentsSetting, Layout } from "../../src/layout/layout.js";
import type { Assets, CheckedIssue, Issue, Item, Section } from "../../src/model/issue.js";
import { NO_MARKS } from "../../src/model/issue-marks.js";
import type { Located, Span } from "../../src/model/located.js";
import type { OfficeFont, RoleName, Template, TypeRole } from "../../src/model/template.js";
import type { Block, Inline, Note } from "../../src/model/text.js";

export const nowhere: Span = { path: "items/01.md", start: 0, end: 0 };
export const at = <T>(value: T): Located<T> => ({ value, span: nowhere });

export const text = (value: string): Inline => ({ kind: "text", value, span: nowhere });
export const paragraph = (...children: readonly (string | Inline)[]): Block => ({
  kind: "paragraph",
  children: children.map((child) => (typeof child === "string" ? text(child) : child)),
  span: nowhere,
});

export interface ItemParts {
  readonly title?: readonly string[];
  readonly unit?: string;
  readonly blocks: readonly Block[];
  readonly notes?: readonly Note[];
}

export const item = ({ title = ["示例区科协举办科普展"], unit, blocks, notes = [] }: ItemParts): Item => ({
  path: nowhere.path,
  listed: nowhere,
  title: title.map(at),
  attribution:
    unit === undefined
      ? undefined
      : { value: unit, span: nowhere, writtenIn: "front-matter", typed: undefined },
  date: undefined,
  section: undefined,
  summary: undefined,
  submitter: undefined,
  blocks,
  notes,
  frontMatter: nowhere,
  body: nowhere,
  suppressions: [],
});

export const section = (name: string, ...items: readonly Item[]): Section => ({
  name: at(name),
  items,
  keepEmpty: false,
  span: nowhere,
});

export function issueOf(...sections: readonly Section[]): CheckedIssue {
  const issue: Issue = {
    path: "issue.yaml",
    folder: ".",
    root: ".",
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
        span: nowhere,
      },
      lint: { rules: new Map(), words: { replace: new Map(), forbidden: [], people: [] }, packs: [] },
      units: [],
      outputFolder: at("dist"),
      siteUrl: undefined,
      fonts: { folders: [], system: false, roles: new Map() },
    },
    year: at(2026),
    series: undefined,
    number: at(3),
    total: at(128),
    date: at({ year: 2026, month: 3, day: 16 }),
    period: undefined,
    marks: NO_MARKS,
    sections,
    editorial: { editor: at("某甲"), reviewer: at("某乙"), approver: at("某丙") },
    distribution: {
      report: [at("示例市委办公室"), at("示例省科协")],
      send: [],
      issue: [at("各区科协")],
      copies: at(200),
    },
    contents: undefined,
    slug: at("2026-03"),
    surroundings: { unlistedItems: [], unreadFiles: [], earlierTitles: [] },
  };
  // No rule looks at a hand-made issue; the brand is given here as check/ gives it.
  return issue as CheckedIssue;
}

/** The default template, read without the template reader. */
export const template: Template = readDefaultTemplate();

export interface SampleOptions {
  readonly assets?: Assets;
  readonly template?: Template;
  readonly entries?: readonly ContentsEntry[];
  readonly contentsSetting?: ContentsSetting;
  readonly imprintRoomPt?: number;
  readonly timestamp?: Date;
}

export function inputOf(issue: CheckedIssue, options: SampleOptions = {}): NumberedEditionInput {
  const layout: Layout = {
    widthPt: 595,
    heightPt: 842,
    pages: [],
    elements: [],
    outline: [],
    contents: options.entries ?? pagesOf(issue),
    ...(options.contentsSetting === undefined ? {} : { contentsSetting: options.contentsSetting }),
    ...(options.imprintRoomPt === undefined ? {} : { imprintRoomPt: options.imprintRoomPt }),
  };
  return {
    issue,
    template: options.template ?? template,
    assets: options.assets ?? new Map(),
    timestamp: options.timestamp ?? new Date("2026-03-16T00:00:00Z"),
    layout,
  };
}

export const renderIssue = async (issue: CheckedIssue, options: SampleOptions = {}): Promise<Uint8Array> =>
  (await renderDocx(inputOf(issue, options))).bytes;

/** Made-up page numbers: the section's index and the item's, from 1. */
const pagesOf = (issue: Issue): readonly ContentsEntry[] =>
  issue.sections.flatMap(({ items }, index): readonly ContentsEntry[] => [
    { kind: "section", section: index, item: undefined, page: index + 1 },
    ...items.map(
      (_, itemIndex): ContentsEntry => ({
        kind: "item",
        section: index,
        item: itemIndex,
        page: index + itemIndex + 1,
      }),
    ),
  ]);

function readDefaultTemplate(): Template {
  const data: unknown = parse(readFileSync("templates/jianbao/template.yaml", "utf8"));
  const camel = JSON.parse(
    JSON.stringify(data).replace(/"([a-z]+(?:-[a-z]+)+)":/g, (_, key: string) => {
      return `"${key.replace(/-([a-z])/g, (__, letter: string) => letter.toUpperCase())}":`;
    }),
  );
  const roles = Object.fromEntries(
    Object.entries(camel.roles).map(([role, value]) => [role, officeRole(value as Record<string, unknown>)]),
  ) as Record<RoleName, TypeRole>;
  return { ...camel, name: "jianbao", roles };
}

function officeRole(role: Record<string, unknown>): TypeRole {
  const office = role.office as Record<string, number | string | boolean>;
  const font: OfficeFont = {
    eastAsia: String(office.eastAsia),
    latin: String(office.latin),
    sizeHalfPoints: Number(office.sizePt) * 2,
    spacingTwips: Number(office.spacingPt ?? 0) * 20,
    bold: office.bold === true,
  };
  return { ...(role as unknown as TypeRole), office: font };
}
