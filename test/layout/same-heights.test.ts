/**
 * What the printed editions have in common is as high in both: PDF as the layout composes it with an invented
 * face, DOCX as the file says it. Heights in grid lines.
 */
import { describe, expect, it } from "vitest";
import { composeMasthead } from "../../src/layout/blocks/compose-masthead.js";
import { breakItemTitle, composeTitle } from "../../src/layout/blocks/compose-title.js";
import type { Composing } from "../../src/layout/blocks/composing.js";
import { heightOf } from "../../src/layout/blocks/strip.js";
import { elementNode } from "../../src/layout/element-node.js";
import { type RoleFaces, typeBook } from "../../src/layout/paragraph/type-book.js";
import { furnitureOf } from "../../src/model/furniture.js";
import { type IssueMarks, NO_MARKS } from "../../src/model/issue-marks.js";
import { pageGeometry } from "../../src/model/page-geometry.js";
import type { RoleName, Template } from "../../src/model/template.js";
import {
  at,
  issueOf,
  item,
  template as jianbao,
  nowhere,
  paragraph,
  renderIssue,
  section,
} from "../docx/sample-issue.js";
import { openWordFile, styleOf } from "../docx/word-file.js";
import { find } from "../docx/xml-tree.js";
import { inventedFace } from "./invented-face.js";

/** Without a grid, as the newsletter is. */
const free: Template = {
  ...jianbao,
  grid: { ...jianbao.grid, snap: false, pitchPt: 20 },
  rhythm: { ...jianbao.rhythm, titleHeights: [2.5, 3.75, 5], titlePitch: 1.2 },
};
/** Heights that rise unevenly. */
const uneven: Template = { ...jianbao, rhythm: { ...jianbao.rhythm, titleHeights: [3, 4.5, 5] } };

const TITLES: readonly (readonly [name: string, template: Template, heights: readonly number[]])[] = [
  ["jianbao", jianbao, [3, 4, 5, 6, 8, 9]],
  ["without a grid", free, [2.5, 3.75, 5, 6, 7, 9]],
  ["uneven", uneven, [3, 4.5, 5, 6, 8, 9]],
];

describe.each(TITLES)("titles, %s", (_, template, heights) => {
  it.each(heights.map((height, index) => [index + 1, height]))(
    "of %i lines take %f",
    async (lines, height) => {
      const titled = item({ title: LINES.slice(0, lines), blocks: [paragraph("正文。")] });
      const composing = composingWith(template);
      const place = {
        parent: elementNode("Art", undefined),
        column: columnOf(composing),
        entry: { section: 0, item: 0 },
      };
      const strips = composeTitle(composing, breakItemTitle(composing, titled, place), place);
      expect(heightOf(strips) / template.grid.pitchPt).toBeCloseTo(height, 9);

      const pitch = Math.round(template.grid.pitchPt * 20);
      const { before, line, after } = await wordTitle(titled, template);
      expect(before + lines * line + after).toBe(Math.round(height * pitch));
    },
  );
});

const LINES = ["一行标题", "第二行", "第三行", "第四行", "第五行", "第六行"];

const MARKED: Partial<IssueMarks> = {
  copyNumber: at("000012"),
  secrecy: { level: at("机密"), period: at("5年"), span: nowhere },
  urgency: at("特急"),
};

const NAMES: readonly (readonly [name: string, lines: number, marks: Partial<IssueMarks>, rows: number])[] = [
  ["示例", 1, {}, 0],
  ["示例科协信息", 1, {}, 0],
  // Too long even in the smallest size.
  ["示例市科学技术协会工作简报", 2, {}, 0],
  ["示例科协信息", 1, { marking: at("内部资料　注意保存") }, 1],
  ["示例科协信息", 1, MARKED, 3],
  ["示例市科学技术协会工作简报", 2, { ...MARKED, marking: at("内部资料") }, 4],
  // Longer than a line.
  ["示例科协信息", 1, { marking: at("内部资料".repeat(9)) }, 2],
];

it.each(NAMES)(
  "the masthead %s, of %i lines, marked %o, is as high in both",
  async (name, lines, marks, rows) => {
    const plain = issueOf(section("学术交流", item({ blocks: [paragraph("正文。")] })));
    const bulletin = { ...plain.house.bulletin, name: { ...plain.house.bulletin.name, value: name } };
    const issue = { ...plain, marks: { ...NO_MARKS, ...marks }, house: { ...plain.house, bulletin } };
    const composing = composingWith(jianbao);
    const strips = composeMasthead(composing, {
      furniture: furnitureOf(issue),
      issue,
      column: columnOf(composing),
      parent: elementNode("Document", undefined),
    });

    const file = openWordFile(await renderIssue(issue));
    const own = spacingOf(styleOf(file, "Masthead"));
    const rule = find(styleOf(file, "IssuerLine"), "w:bottom")?.attributes ?? {};
    // Issue line and issuer's line stand on the grid, a line each.
    const heights = [
      rows * PITCH,
      own.before + lines * own.line + own.after,
      PITCH + spacingOf(styleOf(file, "IssueLine")).after,
      PITCH + Number(rule["w:space"]) * 20 + Number(rule["w:sz"]) * 2.5,
      spacingOf(styleOf(file, "IssuerLine")).after,
    ];
    const inWord = heights.reduce((sum, height) => sum + height, 0) / PITCH;
    expect(heightOf(strips) / jianbao.grid.pitchPt).toBeCloseTo(inWord, 9);
  },
);

/** One line of the grid in twips. */
const PITCH = 579;

function composingWith(template: Template): Composing {
  const faces = {} as Record<RoleName, RoleFaces[RoleName]>;
  for (const role of Object.keys(template.roles) as RoleName[]) faces[role] = [inventedFace()];
  return { book: typeBook(template, faces), geometry: pageGeometry(template) };
}

const columnOf = ({ geometry }: Composing) => ({ x: 0, width: geometry.width, role: "body" }) as const;

async function wordTitle(titled: ReturnType<typeof item>, template: Template) {
  const file = openWordFile(await renderIssue(issueOf(section("学术交流", titled)), { template }));
  const heading = file.paragraphs.find(({ style }) => style === "Heading2");
  const own = heading && find(heading.node, "w:spacing");
  const ofStyle = spacingOf(styleOf(file, "Heading2"));
  return own === undefined ? ofStyle : { ...ofStyle, ...numbersOf(own.attributes) };
}

const spacingOf = (node: Parameters<typeof find>[0] | undefined) => ({
  before: 0,
  line: 0,
  after: 0,
  ...numbersOf((node && find(node, "w:spacing")?.attributes) ?? {}),
});

function numbersOf(attributes: Readonly<Record<string, string>>) {
  const names = ["before", "line", "after"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attributes[`w:${name}`];
      return value === undefined ? [] : [[name, Number(value)]];
    }),
  );
}
