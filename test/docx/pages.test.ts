/** What keeps the document's pages those of the PDF: broken titles, close contents, whole tables, the imprint's place. */
import { describe, expect, it } from "vitest";
import type { ContentsEntry } from "../../src/layout/layout.js";
import type { Block, TableCell } from "../../src/model/text.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile, styleOf, type WordFile } from "./word-file.js";
import { find, findAll, textOf, type XmlNode } from "./xml-tree.js";

const PITCH = 579;
const LEAST_LINE = 20;
const LONG = "示例市科协举办第十二届青年科技人才托举工程立项评审会2026";

const open = async (blocks: readonly Block[]) =>
  openWordFile(await renderIssue(issueOf(section("学术交流", item({ blocks })))));

describe("titles", () => {
  const titled = async (
    title: readonly string[],
    titleLines: readonly string[],
    more: Pick<ContentsEntry, "titleFlow"> = {},
  ) => {
    const issue = issueOf(section("学术交流", item({ title, blocks: [] }), item({ blocks: [] })));
    const entries = [{ kind: "item" as const, section: 0, item: 0, page: 1, titleLines, ...more }];
    return openWordFile(await renderIssue(issue, { entries }));
  };
  const headingOf = (file: WordFile) =>
    textOf(file.paragraphs.find(({ style }) => style === "Heading2")?.node ?? never());

  it("stay whole where a measure breaks them: the title's own margins, and its height for two lines", async () => {
    const lines = ["示例市科协举办第十二届", LONG.slice(11)];
    const file = await titled([LONG], lines, { titleFlow: { measureEm: 18, firstLineEm: 0.5 } });
    expect(headingOf(file)).toBe(LONG);
    const heading = file.paragraphs.find(({ style }) => style === "Heading2")?.node ?? never();
    const [em, width] = [18 * 20, 8845];
    const side = String(Math.round((width - 18 * em) / 2));
    expect(find(heading, "w:ind")?.attributes).toEqual({
      "w:left": side,
      "w:right": side,
      "w:firstLine": String(em / 2),
    });
  });

  it("that the editor broke join with a space between Latin words", async () => {
    const flow = { titleFlow: { measureEm: 10, firstLineEm: 0 } };
    expect(headingOf(await titled(["示例Open", "Day活动"], ["示例Open", "Day活动"], flow))).toBe(
      "示例Open Day活动",
    );
  });

  it("take the breaks of the composed pages where no measure does, and the contents do not", async () => {
    const file = await titled([LONG], ["示例市科协举办第十二届", LONG.slice(11)]);
    expect(headingOf(file)).toBe(`示例市科协举办第十二届\n${LONG.slice(11)}`);
    expect(file.paragraphs.find(({ style }) => style === "TOC2")?.text).toBe(`${LONG}\t1`);
  });

  it("keep the editor's own breaks instead", async () => {
    expect(headingOf(await titled(["第一行", "第二行"], ["第一", "行第二行"]))).toBe("第一行\n第二行");
  });

  it("stay whole where the composed lines say something else", async () => {
    expect(headingOf(await titled([LONG], ["别的", "题目"]))).toBe(LONG);
  });
});

describe("an item that the composed pages moved to the last page", () => {
  const issue = issueOf(
    section("学术交流", item({ blocks: [] }), item({ blocks: [] })),
    section("基层动态", item({ blocks: [] })),
  );
  const startsOf = async (moved: { readonly section: number; readonly item: number | undefined }) => {
    const all = [
      { section: 0, item: undefined },
      { section: 0, item: 0 },
      { section: 0, item: 1 },
      { section: 1, item: undefined },
      { section: 1, item: 0 },
    ];
    const entries = all.map((entry) => ({
      ...entry,
      kind: entry.item === undefined ? ("section" as const) : ("item" as const),
      page: 1,
      ...(entry.section === moved.section && entry.item === moved.item ? { startsPage: true } : {}),
    }));
    const file = openWordFile(await renderIssue(issue, { entries }));
    return file.paragraphs
      .filter(({ style }) => style === "Heading1" || style === "Heading2")
      .map(({ node }) => find(node, "w:pageBreakBefore") !== undefined);
  };

  it("begins a page here too, with its section where that begins with it", async () => {
    expect(await startsOf({ section: 0, item: 1 })).toEqual([false, false, true, false, false]);
    expect(await startsOf({ section: 1, item: undefined })).toEqual([false, false, false, true, false]);
    expect(await startsOf({ section: 9, item: 9 })).toEqual([false, false, false, false, false]);
  });
});

describe("contents", () => {
  const issue = issueOf(section("学术交流", item({ blocks: [] }), item({ blocks: [] })));
  const lineOf = async (lines: number, pitchPt = PITCH / 20) => {
    const file = openWordFile(await renderIssue(issue, { contentsSetting: { lines, pitchPt } }));
    const [line] = findAll(styleOf(file, "TOC2"), "w:spacing").flatMap(
      ({ attributes }) => attributes["w:line"] ?? [],
    );
    return { line, above: heightAbove(file) };
  };

  it("stand on the grid where they end on their page", async () => {
    expect((await lineOf(8)).line).toBeUndefined();
  });

  it.each([
    [11, PITCH / 20],
    [12, 26.5],
    [13, 24.5],
    [14, 22.7],
  ])("of %i lines at %f pt end half a grid line above the foot of their page", async (lines, pitchPt) => {
    const { line, above } = await lineOf(lines, pitchPt);
    const foot = above + lines * Number(line);
    expect(foot).toBeLessThanOrEqual(21.5 * PITCH);
    expect(foot).toBeGreaterThan(21.5 * PITCH - lines);
  });

  it("go on to the next page where the composed pages' do", async () => {
    expect((await lineOf(15)).line).toBeUndefined();
    expect((await lineOf(30)).line).toBeUndefined();
  });
});

/** What stands above the lines of the contents, rules aside: the masthead and the heading. */
function heightAbove(file: WordFile): number {
  const styles = ["Masthead", "IssueLine", "IssuerLine", "TOCHeading"];
  return styles.reduce((sum, style) => {
    const node = file.paragraphs.find((one) => one.style === style)?.node ?? never();
    const own = find(node, "w:spacing")?.attributes;
    const given = own ?? find(styleOf(file, style), "w:spacing")?.attributes ?? {};
    const rule = find(styleOf(file, style), "w:bottom")?.attributes;
    const ruled = rule === undefined ? 0 : Number(rule["w:space"]) * 20 + Number(rule["w:sz"]) * 2.5;
    const line = Number(given["w:line"] ?? PITCH);
    return sum + Number(given["w:before"] ?? 0) + line + ruled + Number(given["w:after"] ?? 0);
  }, 0);
}

describe("tables", () => {
  it("are not parted where they are small", async () => {
    expect(stays(await open([tableOf(6), paragraph("后文。")]))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it("keep three rows together at either end where they are large", async () => {
    const rows = stays(await open([tableOf(30)]));
    expect(rows.slice(0, 4)).toEqual([true, true, true, false]);
    // The last takes the room behind it along.
    expect(rows.slice(-4)).toEqual([false, true, true, true]);
  });

  /** Two rows of 360 twips with margins of 110 and a rule of 10 each, and half of the outer rules besides. */
  const TWO_ROWS = 990;
  const roomsOf = (file: WordFile) =>
    file.paragraphs
      .filter(({ style }) => style === "AfterTable")
      .map(({ node }) => Number(find(node, "w:spacing")?.attributes["w:before"] ?? 0))
      // The last stands behind the imprint.
      .slice(0, -1);

  it("bring the text behind them back to the grid, and that says nothing of it itself", async () => {
    const file = await open([tableOf(1), paragraph("后文。"), paragraph("再后。")]);
    const [room = 0] = roomsOf(file);
    const height = TWO_ROWS + room + LEAST_LINE;
    // Half a grid line at least, and a point that programs may reckon otherwise.
    expect(height).toBeGreaterThanOrEqual(TWO_ROWS + PITCH / 2 - 50);
    expect(height).toBe(3 * PITCH - 20);
    for (const words of ["后文。", "再后。"]) {
      const node = file.paragraphs.find((one) => one.text.startsWith(words))?.node ?? never();
      expect(find(node, "w:spacing")).toBeUndefined();
    }
  });

  it("do not touch one another; what they lack to the grid comes behind the last", async () => {
    const [first = 0, second = 0] = roomsOf(await open([tableOf(1), tableOf(1), paragraph("后文。")]));
    expect(first).toBeGreaterThanOrEqual(PITCH / 2 - 70);
    expect(2 * TWO_ROWS + first + second + 2 * LEAST_LINE).toBe(5 * PITCH - 40);
  });

  it("leave the figures of many columns whole", async () => {
    const [header, ...rows] = [
      ["观众", ...Array.from({ length: 10 }, () => "2105")],
      ["甲", ...Array.from({ length: 10 }, () => "12")],
    ];
    const table = findTable(
      await open([
        {
          ...tableOf(0),
          columns: (header ?? []).map(() => undefined),
          header: (header ?? []).map(cell),
          rows: rows.map((row) => row.map(cell)),
        },
      ]),
    );
    const widths = findAll(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    // Four figures are two em of 12 pt, beside them the margins of an em.
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(3 * 240);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8845);
  });
});

it("the imprint floats at the foot of the page, placed from the paper's edge", async () => {
  const place = find((await open([])).part("word/document.xml"), "w:tblpPr")?.attributes;
  expect(place).toMatchObject({
    "w:vertAnchor": "margin",
    "w:tblpYSpec": "bottom",
    "w:horzAnchor": "page",
    "w:tblpX": "1587",
  });
});

describe("the phone of the contact line", () => {
  const lineOf = async (email: string) => {
    const issue = issueOf(section("学术交流", item({ blocks: [] })));
    const { house } = issue;
    const contact = { ...house.contact, email: at(email) };
    const file = openWordFile(await renderIssue({ ...issue, house: { ...house, contact } }));
    return textOf(file.paragraphs.find(({ style }) => style === "ContactLine")?.node ?? never());
  };

  it("stands behind the address", async () => {
    const [short, fitting] = ["news@example.org", "submissions@example.org"];
    expect(await lineOf(short)).toBe(`信息报送邮箱：${short}　电话：010-5555 0100`);
    expect(await lineOf(fitting)).toBe(`信息报送邮箱：${fitting}　电话：010-5555 0100`);
  });

  it("has a line of its own behind an address that leaves it no room, and is not parted", async () => {
    expect(await lineOf("editors@long-name-of-an-office.example.org")).toBe(
      "信息报送邮箱：editors@long-name-of-an-office.example.org\n电话：010-5555 0100",
    );
  });
});

describe("the date of the imprint", () => {
  const rowsOf = async (publisher: string) => {
    const issue = issueOf(section("学术交流", item({ blocks: [] })));
    const { house } = issue;
    const bulletin = { ...house.bulletin, publisher: at(publisher) };
    const file = openWordFile(await renderIssue({ ...issue, house: { ...house, bulletin } }));
    return file.paragraphs.filter(({ style }) => style === "Imprint").map(({ text: words }) => words);
  };

  it("stands beside the publisher", async () => {
    expect(await rowsOf("示例市科学技术协会办公室")).toContain("示例市科学技术协会办公室\t2026年3月16日印发");
  });

  it("has a line of its own behind names that leave it no room", async () => {
    const rows = await rowsOf("中共示例县委农村工作领导小组办公室　示例县农业农村局");
    expect(rows).toContain("中共示例县委农村工作领导小组办公室　示例县农业农村局");
    expect(rows).toContain("\t2026年3月16日印发");
  });
});

const cell = (value: string): TableCell => ({ children: [text(value)], span: nowhere });

const tableOf = (rows: number) => ({
  kind: "table" as const,
  columns: [undefined, undefined],
  header: [cell("领域"), cell("人数")],
  rows: Array.from({ length: rows }, (_, index) => [cell("装备"), cell(String(index))]),
  span: nowhere,
});

function findTable(file: WordFile): XmlNode {
  return find(file.part("word/document.xml"), "w:tbl") ?? never();
}

/** @returns for each row whether it stays with the next; a heading's style says so where it is silent */
function stays(file: WordFile): readonly boolean[] {
  return findAll(findTable(file), "w:tr").map((row) => {
    const switches = findAll(row, "w:p").map(
      (node) => find(node, "w:keepNext")?.attributes["w:val"] ?? (find(node, "w:keepNext") ? "1" : undefined),
    );
    const isHeader = find(row, "w:tblHeader") !== undefined;
    return switches.every((value) => (value === undefined ? isHeader : value !== "0" && value !== "false"));
  });
}

function never(): never {
  throw new Error("not found");
}
