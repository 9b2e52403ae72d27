/** Word lists as houses keep them: in each form, well and badly written, and what they make of a sentence. */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { indexLines, positionAt } from "../../src/diagnostics/line-index.js";
import { lint } from "../../src/lint.js";
import { readCsv } from "../../src/packs/csv-table.js";
import { readLines } from "../../src/packs/read-lines.js";
import { readPacks } from "../../src/packs/read-packs.js";
import { OFFICIAL_WORDING } from "../../src/packs/shipped/official-wording.js";
import { memoryWorkspace, type Workspace } from "../../src/read/workspace.js";
import { houseWith } from "../../src/rules/text-example.js";
import { soundBulletin } from "../rules/sound-bulletin.js";
import { inline, number, workbook } from "./sheet.js";

const FOLDER = "bulletin/";

type Files = Readonly<Record<string, string | Uint8Array>>;

const workspaceOf = (files: Files): Workspace =>
  memoryWorkspace(
    Object.fromEntries(
      Object.entries({ ...soundBulletin, ...files }).map(([path, content]) => [FOLDER + path, content]),
    ),
  );

const itemOf = (text: string, more = ""): string =>
  `---\ntitle: 示例市科协举办学术交流会\n${more}---\n\n${text}\n`;

const houseOf = (...packs: readonly string[]): string =>
  houseWith(`lint:\n  packs: [${packs.map((name) => JSON.stringify(name)).join(", ")}]\n`);

interface Told {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
}

async function told(
  files: Files,
  target: { kind: "issue" | "submission"; path: string } = ISSUE,
): Promise<readonly Told[]> {
  const { diagnostics, sources } = await lint(target, workspaceOf(files));
  // What lists are about; the items are too short to be any.
  const own = diagnostics.filter(({ rule }) => /^(?:word|manifest)\//.test(rule));
  return own.map(({ rule, span, message }) => {
    const { line, column } = positionAt(indexLines(sources.get(span.path) ?? ""), span.start);
    return { rule, at: `${span.path.replace(FOLDER, "")}:${line}:${column}`, message: message.zh };
  });
}

const ISSUE = { kind: "issue", path: `${FOLDER}issue.yaml` } as const;

/** What a list in one form makes of one sentence. */
async function found(pack: Files, text = "科技小苑的学员参观示例市数据中心。"): Promise<readonly string[]> {
  const [name = ""] = Object.keys(pack);
  const all = await told({ ...pack, "bulletin.yaml": houseOf(`./${name}`), "items/01.md": itemOf(text) });
  return all.map(({ rule, at, message }) => `${rule} ${at} ${message}`);
}

const BOTH = (name: string, [first, second]: readonly [number, number]) => [
  `word/pack items/01.md:5:1 “科技小苑”应作“科技小院”（词包 ./${name} 第 ${first} 行）。`,
  `word/pack items/01.md:5:10 “示例市数据中心”应作“示例市数据局”（词包 ./${name} 第 ${second} 行）。`,
];

const CSV = `错误写法,正确写法,类别,依据,起始日期
科技小苑,科技小院,用语,本刊体例,
示例市数据中心,示例市数据局,机构,机构改革方案,2026/3/1
`;

/** 科技小苑,科技小院 and the heads 错误写法,正确写法 in GB 18030. */
const GB18030 = Uint8Array.from(
  Buffer.from("b4edcef3d0b4b7a82cd5fdc8b7d0b4b7a80abfc6bcbcd0a1d4b72cbfc6bcbcd0a1d4ba0a", "hex"),
);

describe("the forms of a list", () => {
  it("is CSV", async () => {
    expect(await found({ "packs/ours.csv": CSV })).toEqual(BOTH("packs/ours.csv", [2, 3]));
  });

  it("is CSV with a byte order mark, CRLF, semicolons and English heads", async () => {
    const text = `\ufeff${CSV.replaceAll(",", ";").replaceAll("\n", "\r\n")}`.replace(
      "错误写法;正确写法;类别;依据;起始日期",
      "Wrong;Right;Kind;Source;Valid From",
    );
    expect(await found({ "ours.csv": text })).toEqual(BOTH("ours.csv", [2, 3]));
  });

  it("is CSV in GB 18030, told by its bytes", async () => {
    expect(await found({ "ours.csv": GB18030 })).toEqual(BOTH("ours.csv", [2, 3]).slice(0, 1));
  });

  it("is CSV with cells in quotation marks over several lines: the lines are those of the file", async () => {
    const text = `wrong,right,note\n"科技小苑","科技小院","第一行\n第二行 ""引号"""\n示例市数据中心,示例市数据局,\n`;
    expect(await found({ "ours.csv": text })).toEqual(BOTH("ours.csv", [2, 4]));
  });

  it("is YAML", async () => {
    const text = `# 本刊词包
- {wrong: 科技小苑, right: 科技小院, source: 本刊体例}
- 错误写法: 示例市数据中心
  正确写法: 示例市数据局
  起始日期: 2026-03-01
`;
    expect(await found({ "ours.yaml": text })).toEqual(BOTH("ours.yaml", [2, 3]));
  });

  it("is a sheet: its first shown one, strings by number, days as numbers, empty rows counted", async () => {
    const sheet = workbook({
      strings: "<si><t>错误写法</t></si><si><r><t>科技</t></r><r><t>小苑</t></r><rPh><t>keji</t></rPh></si>",
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline("B1", "正确写法")}${inline("C1", "起始日期")}${inline("D1", "截止日期")}</row>
<row r="4"><c r="A4" t="s"><v>1</v></c>${inline("B4", "科技小院")}</row>
<row r="5">${inline("A5", "示例市数据中心")}${inline("B5", "示例市数据局")}${number("C5", 46082)}${number("D5", 46112)}</row>
<row r="6">${inline("A6", "学员")}${inline("B6", "学生")}${number("D6", 46096)}</row>`,
    });
    // Days 46082, 46096 and 46112 are 2026-03-01, 2026-03-15 and 2026-03-31; the issue is of 2026-03-16.
    expect(await found({ "ours.xlsx": sheet })).toEqual(BOTH("ours.xlsx", [4, 5]));
  });

  it("is a sheet whose days are counted from 1904", async () => {
    const rows = `<row>${inline("A1", "wrong")}${inline("B1", "right")}${inline("C1", "valid-from")}</row>
<row>${inline("A2", "科技小苑")}${inline("B2", "科技小院")}${number("C2", 44620)}</row>`;
    const names = await found({ "ours.xlsx": workbook({ rows, isFrom1904: true }) });
    expect(names).toEqual(BOTH("ours.xlsx", [2, 3]).slice(0, 1));
  });
});

describe("what is wrong with a list is told where it stands", () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      "an unknown name",
      { "bulletin.yaml": houseOf("oficial-wording") },
      ["manifest/invalid-value bulletin.yaml:10:12 没有“oficial-wording”这个词包。"],
    ],
    [
      "a file that is not there",
      { "bulletin.yaml": houseOf("./packs/our.csv"), "packs/ours.csv": CSV },
      ["manifest/invalid-value bulletin.yaml:10:12 找不到词包“./packs/our.csv”。"],
    ],
    [
      "a path out of the bulletin's folder",
      { "bulletin.yaml": houseOf("../ours.csv") },
      ["manifest/invalid-value bulletin.yaml:10:12 不能使用词包“../ours.csv”：路径超出了简报文件夹。"],
    ],
    [
      "an absolute path",
      { "bulletin.yaml": houseOf("/etc/ours.csv") },
      [
        "manifest/invalid-value bulletin.yaml:10:12 不能使用词包“/etc/ours.csv”：这是绝对路径，请写相对路径。",
      ],
    ],
    [
      "a column mistyped",
      { "bulletin.yaml": houseOf("./ours.csv"), "ours.csv": "wrong,right,sourse\n科技小苑,科技小院,x\n" },
      ["word/pack-line ours.csv:1:13 没有“sourse”这一栏。"],
    ],
    [
      "an open quotation mark",
      { "bulletin.yaml": houseOf("./ours.csv"), "ours.csv": 'wrong,right\n"科技小苑,科技小院\n' },
      ["word/pack-line ours.csv:2:1 这里的英文双引号没有收尾。"],
    ],
    [
      "two lines that contradict each other",
      { "bulletin.yaml": houseOf("./ours.csv"), "ours.csv": "wrong,right\n小苑子,小院子\n小苑子,小园子\n" },
      ["word/pack-line ours.csv:3:1 “小苑子”在第 2 行已写作“小院子”，与这里不同。"],
    ],
    [
      "YAML that is no list",
      { "bulletin.yaml": houseOf("./ours.yaml"), "ours.yaml": "科技小苑: 科技小院\n" },
      ["word/pack-line ours.yaml:1:1 词包应当是一个列表。"],
    ],
    [
      "a cell of a sheet",
      {
        "bulletin.yaml": houseOf("./ours.xlsx"),
        "ours.xlsx": workbook({
          rows: `<row r="1">${inline("A1", "wrong")}${inline("B1", "right")}${inline("C1", "valid-from")}</row><row r="3">${inline("A3", "科技小苑")}${inline("B3", "科技小院")}${inline("C3", "去年")}</row>`,
        }),
      },
      ["word/pack-line ours.xlsx:3:11 C3 格：“去年”不是日期。"],
    ],
    [
      "a sheet of the old kind",
      {
        "bulletin.yaml": houseOf("./ours.xls"),
        "ours.xls": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      },
      ["manifest/invalid-value bulletin.yaml:10:12 词包“./ours.xls”是旧式的 .xls 表格，或者加了密码。"],
    ],
    [
      "a zip that is no workbook",
      {
        "bulletin.yaml": houseOf("./ours.xlsx"),
        "ours.xlsx": workbook({ rows: "", files: { "xl/_rels/workbook.xml.rels": "<Relationships/>" } }),
      },
      [
        "manifest/invalid-value bulletin.yaml:10:12 词包“./ours.xlsx”不能读取：不是 .xlsx 表格，或者没有工作表。",
      ],
    ],
    [
      "a workbook that is cut off",
      { "bulletin.yaml": houseOf("./ours.xlsx"), "ours.xlsx": workbook({ rows: "" }).subarray(0, 300) },
      ["manifest/invalid-value bulletin.yaml:10:12 词包“./ours.xlsx”不能读取：文件损坏了。"],
    ],
    [
      "a workbook with a DOCTYPE",
      {
        "bulletin.yaml": houseOf("./ours.xlsx"),
        "ours.xlsx": workbook({
          rows: "",
          files: { "xl/worksheets/sheet2.xml": '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' },
        }),
      },
      ["manifest/invalid-value bulletin.yaml:10:12 词包“./ours.xlsx”不能读取：文件结构不正常。"],
    ],
    [
      "a workbook that unpacks without end",
      {
        "bulletin.yaml": houseOf("./ours.xlsx"),
        "ours.xlsx": workbook({ rows: " ".repeat(40 * 1024 * 1024) }),
      },
      ["manifest/invalid-value bulletin.yaml:10:12 词包“./ours.xlsx”不能读取：内容太多。"],
    ],
  ];
  it.each(cases)("%s", async (_, files, expected) => {
    const all = await told(files);
    expect(all.map(({ rule, at, message }) => `${rule} ${at} ${message}`)).toEqual(expected);
  });

  it("names what was meant", async () => {
    const workspace = workspaceOf({});
    const span = { path: `${FOLDER}bulletin.yaml`, start: 0, end: 1 };
    const { diagnostics } = await readPacks([{ value: "official-wordings", span }], {
      root: "bulletin",
      workspace,
    });
    expect(diagnostics.map(({ help }) => help?.zh)).toEqual(["是否想写“official-wording”？"]);
  });

  it("has at most so many lines, and says from where on it was not read", () => {
    const lines = Array.from({ length: 20_001 }, (_, index) => `错词${index},对词${index}`);
    const { lines: read, diagnostics } = readLines(readCsv(`wrong,right\n${lines.join("\n")}`), {
      name: "ours",
      path: "ours.csv",
    });
    expect(read).toHaveLength(20_000);
    expect(diagnostics.map(({ message }: Diagnostic) => message.zh)).toEqual([
      "词包超过 20000 行，从这里起没有读。",
    ]);
  });
});

describe("a list in use", () => {
  const inIssue = async (pack: string, text: string, more: Files = {}) =>
    (
      await told({
        "bulletin.yaml": houseOf("./ours.csv"),
        "ours.csv": `wrong,right,kind,valid-from,valid-until,except\n${pack}\n`,
        "items/01.md": itemOf(text),
        ...more,
      })
    )
      .filter(({ rule }) => rule === "word/pack")
      .map(({ at }) => at.replace("items/01.md:5:", ""));

  it("finds words, not characters of two words", async () => {
    expect(await inIssue("部委,部门", "全部委托给各部委。")).toEqual(["7"]);
    expect(await inIssue("人大,人代会", "工人大会向人大报告。")).toEqual(["6"]);
    expect(await inIssue("APP,应用程序", "APP与APPLE。")).toEqual(["1"]);
  });

  it("leaves a name that is only made longer where another may stand in front", async () => {
    expect(await inIssue("市科协,示例市科协,机构", "滨河市科协来访，市科协接待。")).toEqual(["9"]);
  });

  it("goes by the day of the issue", async () => {
    expect(await inIssue("数据中心,数据局,,2026-03-17", "数据中心发布通知。")).toEqual([]);
    expect(await inIssue("数据中心,数据局,,2026-03-16", "数据中心发布通知。")).toEqual(["1"]);
    expect(await inIssue("数据中心,数据局,,,2026-03-15", "数据中心发布通知。")).toEqual([]);
  });

  it("takes the line that is in force of two for one word", async () => {
    const pack = "王主任,王主席,,,2026-02-28\n王主任,王会长,,2026-03-01";
    const files = {
      "bulletin.yaml": houseOf("./ours.csv"),
      "ours.csv": `wrong,right,kind,valid-from,valid-until\n${pack}\n`,
      "items/01.md": itemOf("王主任讲话。"),
    };
    expect((await told(files)).map(({ message }) => message)).toEqual([
      "“王主任”应作“王会长”（词包 ./ours.csv 第 3 行）。",
    ]);
  });

  it("goes by the day of an item that is linted alone, and without one by what holds still", async () => {
    const files = {
      "bulletin.yaml": houseOf("./ours.csv"),
      "ours.csv": "wrong,right,valid-from\n数据中心,数据局,2026-03-01\n",
    };
    const alone = async (more: string) =>
      (
        await told(
          { ...files, "new/a.md": itemOf("数据中心发布通知。", more) },
          { kind: "submission", path: `${FOLDER}new/a.md` },
        )
      ).map(({ rule }) => rule);
    expect(await alone("date: 2026-02-28\n")).toEqual([]);
    expect(await alone("date: 2026-03-01\n")).toEqual(["word/pack"]);
    expect(await alone("")).toEqual(["word/pack"]);
  });

  it("spares exceptions and what the house says itself", async () => {
    expect(
      await inIssue(
        "新冠肺炎,新冠病毒感染,,,,抗击新冠肺炎先进个人",
        "抗击新冠肺炎先进个人介绍新冠肺炎防治。",
      ),
    ).toEqual(["13"]);
    const own = houseWith("lint:\n  packs: [./ours.csv]\n  words: {replace: {小苑子: 小园子}}\n");
    const rules = await told({
      "bulletin.yaml": own,
      "ours.csv": "wrong,right\n小苑子,小院子\n",
      "items/01.md": itemOf("小苑子开放。"),
    });
    expect(rules.map(({ rule }) => rule)).toEqual(["word/replace"]);
  });

  it("lets a later list say that a word of an earlier one is right", async () => {
    const files = {
      "bulletin.yaml": houseOf("official-wording", "./ours.csv"),
      "ours.csv": "wrong,right\n科协会长,科协会长\n",
      "items/01.md": itemOf("市科协会长和工业与信息化部出席。"),
    };
    expect((await told(files)).map(({ at }) => at)).toEqual(["items/01.md:5:7"]);
  });

  it("is looked up in time that grows with the text alone: 10,000 lines", async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `词${index}号,字${index}号`).join("\n");
    expect(await inIssue(words, "使用词9999号和词1号。")).toEqual(["3", "10"]);
  });
});

describe("the list of the package", () => {
  const { lines, diagnostics } = readLines(readCsv(OFFICIAL_WORDING), {
    name: "official-wording",
    path: undefined,
  });

  it("is sound, and every line says who says so", () => {
    expect(diagnostics).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(({ source }) => source === undefined).map(({ wrong }) => wrong)).toEqual([]);
  });

  it("never changes copy by itself", () => {
    expect(lines.filter(({ isFixed }) => isFixed)).toEqual([]);
  });

  it("calls no word right that it calls wrong, and gives none twice", () => {
    const wrong = new Set(lines.map((line) => line.wrong));
    expect(wrong.size).toBe(lines.length);
    expect(lines.filter(({ right }) => right !== undefined && wrong.has(right))).toEqual([]);
  });

  it("finds every one of its own words in a sentence", async () => {
    const sentence = ({ wrong, kind }: (typeof lines)[number]) => `${kind === "unit" ? "共3" : ""}${wrong}。`;
    const text = lines.map(sentence).join("\n\n");
    const all = await told({ "bulletin.yaml": houseOf("official-wording"), "items/01.md": itemOf(text) });
    const own = all
      .filter(({ rule }) => rule === "word/pack")
      .map(({ message }) => /“(.*?)”(?:应作|不宜)/.exec(message)?.[1]);
    expect(own).toEqual(lines.map(({ wrong }) => wrong));
  });
});
