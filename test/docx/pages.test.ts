/** What keeps the document's pages those of the PDF: broken titles, close contents, whole tables, the imprint's place. */
import { describe, expect, it } from "vitest";
import type { ContentsEntry } from "../../src/layout/layout.js";
import type { Block, TableCell } from "../../src/model/text.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile, styleOf, type WordFile } from "./word-file.js";
import { find, findAll, textOf, wordValue, type XmlNode } from "./xml-tree.js";

const PITCH = 579;
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
    const own = find(find(node, "w:pPr") ?? never(), "w:spacing")?.attributes;
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
  const roomStyles = ["BeforeTable", "BeforeTableWide", "AfterTable", "AfterTableWide"];
  const lineOf = (file: WordFile, style: string) =>
    Number(find(styleOf(file, style), "w:spacing")?.attributes["w:line"]);
  const roomsOf = (file: WordFile) => file.paragraphs.filter(({ style }) => roomStyles.includes(style));
  /** What the rows of the first table are opened by, above and below, over the margins of the style. */
  const openingOf = (file: WordFile, rows: number) => {
    const margins = find(find(findTable(file), "w:tblPr") ?? never(), "w:tblCellMar");
    const sides = margins === undefined ? [] : ["w:top", "w:bottom"].map((side) => find(margins, side));
    return sides.reduce((sum, side) => sum + rows * (Number(side?.attributes["w:w"]) - 55), 0);
  };

  it.each([1, 2, 3, 4, 5, 6, 7])(
    "of %i rows under the head fill whole grid lines with the rooms above and below",
    async (rows) => {
      const file = await open([tableOf(rows), paragraph("后文。"), paragraph("再后。")]);
      const rooms = roomsOf(file);
      expect(rooms.map(({ style }) => style.replace("Wide", ""))).toEqual(["BeforeTable", "AfterTable"]);
      expect(new Set(rooms.map(({ style }) => style.endsWith("Wide"))).size).toBe(1);
      const room = rooms.reduce((sum, { style }) => sum + lineOf(file, style), 0);
      const height = TWO_ROWS + (rows - 1) * 480 + openingOf(file, rows + 1) + room;
      const lacking = Math.ceil(height / PITCH) * PITCH - height;
      // A twip for each margin, and the points that programs may reckon otherwise.
      expect(lacking).toBeLessThanOrEqual(50 + 2 * (rows + 1));
      expect(room).toBeGreaterThanOrEqual(PITCH / 2 - 50);
    },
  );

  it("leave no distance to the paragraphs around them, nor to their own rooms", async () => {
    const file = await open([paragraph("前文。"), tableOf(1), tableOf(1), paragraph("后文。")]);
    expect(roomsOf(file).length).toBe(4);
    for (const { style, node } of file.paragraphs)
      if (!["TableText", "TableHeading", "Heading1"].includes(style))
        expect(find(find(node, "w:pPr") ?? never(), "w:spacing"), style).toBeUndefined();
    for (const style of roomStyles) expect(wordValue(styleOf(file, style), "w:next")).toBe("BodyText");
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

describe("the imprint", () => {
  const made = async (imprintRoomPt?: number, startsPage = false) =>
    openWordFile(
      await renderIssue(issueOf(section("学术交流", item({ blocks: [] }))), {
        ...(startsPage ? { entries: FRESH } : {}),
        ...(imprintRoomPt === undefined ? {} : { imprintRoomPt }),
      }),
    );

  it("stands in the text, with a heading row and a title for those who hear it", async () => {
    const file = await made();
    const document = file.part("word/document.xml");
    expect(find(document, "w:tblpPr")).toBeUndefined();
    const table = findAll(document, "w:tbl").at(-1) ?? never();
    expect(findAll(table, "w:tr").map((row) => find(row, "w:tblHeader") !== undefined)).toEqual(
      findAll(table, "w:tr").map((_, index) => index === 0),
    );
    expect(wordValue(table, "w:tblCaption")).toBe("版记");
    expect(wordValue(table, "w:tblDescription")).toMatch(/。$/);
  });

  it.each([
    [undefined, PITCH],
    // A full page: half of what it has, for programs that round heights otherwise.
    [20, 200],
    [1, 20],
    [40, 400],
    [70, PITCH],
    // Three lines are kept free, besides half a line a page.
    [289.5, 7 * PITCH],
  ])("that the composed pages set %f pt under the text has %i twips over it", async (room, line) => {
    const { attributes } = find(styleOf(await made(room), "BeforeImprint"), "w:spacing") ?? never();
    expect(Number(attributes["w:line"])).toBe(line);
  });

  it("stands nearer to the foot where an item is told to begin the last page", async () => {
    const { attributes } = find(styleOf(await made(289.5, true), "BeforeImprint"), "w:spacing") ?? never();
    expect(Number(attributes["w:line"])).toBe(8 * PITCH);
  });
});

/** Its one item begins the last page. */
const FRESH: readonly ContentsEntry[] = [
  { kind: "section", section: 0, item: undefined, page: 2, startsPage: true },
  { kind: "item", section: 0, item: 0, page: 2 },
];

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
