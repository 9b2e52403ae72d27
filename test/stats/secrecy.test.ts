/** No form that the counts have tells the title of an item that is secret, or may be. */
import { afterAll, describe, expect, it } from "vitest";
import { isSecretItem, saysSecrecy } from "../../src/read/may-be-secret.js";
import { warmRun } from "../warm-command.js";
import { everyForm, type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const TITLE = "某处设施专项核查进展情况";
const OPEN = "示例区举办公开科普活动";
const { lay, clear } = madeFolders();
afterAll(clear);

const openIssue = issueFiles("issues/2026-01", { date: "2026-01-10", items: [[OPEN, "甲区科协"]] });
const secretIssue = (more: string, front = "") =>
  issueFiles("issues/2026-02", { date: "2026-02-10", number: 2, more, items: [[TITLE, "乙区科协", front]] });

describe("what may be secret", () => {
  it.each([
    "secrecy: {level: 机密, period: 1年}",
    "secrecy: 机密★1年x",
    "secrecy: 机密★",
    "secrecy: yes",
    "secrecy: {}",
    "secrecy: [机密]",
    "secrecy:\n  levle: 秘密",
    "secrecy:\n  # 一级\n\n  level: 秘密",
    'secrecy: "机密"',
    "'secrecy': true",
    "密级: 秘密",
    "密级：秘密",
    "secrecy：秘密",
    "look: {a: 1, secrecy: 秘密}",
  ])("is an issue with %j", (yaml) => {
    expect(saysSecrecy(`year: 2026\n${yaml}\ndate: 2026-01-10\n`)).toBe(true);
    expect(saysSecrecy(`\ufeffyear: 2026\r\n${yaml.replaceAll("\n", "\r\n")}\r\n`)).toBe(true);
  });

  it.each([
    "secrecy:",
    "secrecy: # 无",
    "secrecy: ~",
    "secrecy: none",
    'secrecy: "无"',
    "secrecy: no",
    "密级：非密",
    "# secrecy: 机密",
    "lint: {rules: {issue/secrecy: off}}",
    "marking: 内部资料　注意保存",
  ])("is no issue with %j", (yaml) => {
    expect(saysSecrecy(`year: 2026\n${yaml}\ndate: 2026-01-10\n`)).toBe(false);
  });

  it.each([
    ["---\ntitle: 某事\nsecrecy: 秘\n---\n\n文\n", true],
    ["---\ntitle: 某事\n密级: 秘密★1年\n---\n\n文\n", true],
    ["---\ntitle: 某事\n---\n\n机密★1年\n\n文\n", true],
    ["---\ntitle: 某事\nsecrecy: 无\n---\n\n关于保守国家秘密的宣传\n", false],
  ])("is the item %j: %s", (text, isSecret) => {
    expect(isSecretItem(text)).toBe(isSecret);
  });
});

/** What stands behind the fault may have been anything. */
const partly: Files = Object.fromEntries(
  Object.entries(secretIssue("")).map(([path, text]) => [
    path,
    path.endsWith("issue.yaml") ? `${text}distribution: {report: [某某\nsecrecy: 机密\n` : text,
  ]),
);

describe("a title that may be secret", () => {
  const row = (line: string) => `received,unit,title,decision,issue,item,原因,密级\n${line}\n`;
  it.each<[string, Files]>([
    ["a level that lint refuses", secretIssue("secrecy: 机密★1年x\n")],
    ["a switch for a level", secretIssue("secrecy: yes\n")],
    ["a key that is misspelt", secretIssue("secrcy: 秘密\n")],
    ["a key in Chinese", secretIssue("密级: 秘密\n")],
    ["a marking", secretIssue("marking: 机密★1年\n")],
    ["a manifest that is read in part", partly],
    [
      "a row of an issue whose manifest ends too early",
      {
        ...secretIssue('secrecy: "机密\n'),
        "register.csv": row(`2026-02-01,乙区科协,${TITLE},待定,,,,`),
      },
    ],
    ["house rules that are not found", secretIssue("extends: ../secret.yaml\n")],
    ["the house's own level", { ...secretIssue(""), "bulletin.yaml": `${HOUSE}secrecy: 秘密★长期的\n` }],
    ["an item's own key", secretIssue("", "secrecy: 秘密\n")],
    [
      "a row that names the item otherwise",
      {
        ...secretIssue("secrecy: {level: 秘密}\n"),
        "register.csv": row(`2026-02-01,乙区科协,${TITLE}（送审）,未采用,.\\issues\\2026-02\\,items\\1.md,,`),
      },
    ],
    [
      "a row that names nothing but the title, in other marks",
      {
        ...secretIssue("secrecy: {level: 秘密}\n"),
        "register.csv": row(`2026-02-01,乙区科协,《${TITLE}》 ,未采用,,,,`),
      },
    ],
    [
      "a row with more words than the title has",
      {
        ...secretIssue("secrecy: {level: 秘密}\n"),
        "register.csv": row(`2026-02-01,乙区科协,乙区科协关于${TITLE}的报告,未采用,,,,`),
      },
    ],
    [
      "a row of a secret draft",
      {
        ...secretIssue("secrecy: {level: 秘密}\ndraft: 送审稿\n"),
        "register.csv": row(`2026-02-01,乙区科协,${TITLE},待定,,,,`),
      },
    ],
    [
      "a row of an issue that cannot be read",
      {
        ...secretIssue(""),
        "issues/2026-02/issue.yaml": "- no map\n",
        "register.csv": row(`2026-02-01,乙区科协,${TITLE},待定,issues/2026-02,,,`),
      },
    ],
    ["a row that says so itself", { "register.csv": row(`2026-02-01,乙区科协,${TITLE},未采用,,,,秘密`) }],
    [
      "a row not used because it is secret",
      { "register.csv": row(`2026-02-01,乙区科协,${TITLE},未采用,,,涉密,`) },
    ],
  ])(
    "is told in no form: %s",
    async (_, files) => {
      const place = lay({ "bulletin.yaml": HOUSE, ...openIssue, ...files });
      const words = await everyForm(place);
      // Under a level of the house all is secret.
      expect(words.includes(OPEN)).toBe(files["bulletin.yaml"] === undefined);
      expect(words).toContain("（涉密，题目略）");
      expect(words).not.toContain(TITLE);
    },
    60_000,
  );

  const bare = (heading: string, cell: string, more = "") =>
    `收稿日期,单位,标题,处理结果,原因,${heading}\n2026-02-01,乙区科协,${TITLE},采用,,${cell}\n${more}`;
  const printed = secretIssue("");
  it.each<[string, Files]>([
    ["密级", { ...printed, "register.csv": bare("密级", "秘密") }],
    ["密级和保密期限", { ...printed, "register.csv": bare("密级和保密期限", "秘密★1年") }],
    ["a heading with a blank in it", { ...printed, "register.csv": bare("密 级", "秘密") }],
    ["是否涉密", { ...printed, "register.csv": bare("是否涉密", "是") }],
    ["Secret", { ...printed, "register.csv": bare("Secret", "x") }],
    ["Classification", { ...printed, "register.csv": bare("Classification", "confidential") }],
    [
      "two columns, the second of which says so",
      { ...printed, "register.csv": bare("密级,密级", "无,机密") },
    ],
    ["a column of remarks", { ...printed, "register.csv": bare("备注", "机密，不外传") }],
    ["a cell behind the last column", { ...printed, "register.csv": bare("备注", ",机密") }],
    [
      "a row whose day is wrong",
      { ...printed, "register.csv": bare("密级", "秘密").replace("2026-02-01", "2月1日") },
    ],
    [
      "a mark in the title of the row",
      { ...printed, "register.csv": bare("备注", "").replace(TITLE, `${TITLE}（机密）`) },
    ],
    [
      "the place that the row names",
      {
        ...printed,
        "register.csv": `received,unit,title,issue,item,密级\n2026-02-01,乙区科协,另一个题目,issues/2026-02,items/1.md,秘密\n`,
      },
    ],
  ])(
    "is told in no form once it is printed, by a row: %s",
    async (_, files) => {
      const words = await everyForm(lay({ "bulletin.yaml": HOUSE, ...openIssue, ...files }));
      expect(words).toContain(OPEN);
      expect(words).toContain("（涉密，题目略）");
      expect(words).not.toContain(TITLE);
    },
    60_000,
  );

  it("is shown where the column says that there is none", async () => {
    const register = bare("是否涉密", "否");
    expect(await everyForm(lay({ "bulletin.yaml": HOUSE, ...printed, "register.csv": register }))).toContain(
      TITLE,
    );
  }, 60_000);

  it.each(["（机密）", "（秘密★1年）", "【绝密】", "(秘密)", " 机密", "秘密★", "（涉密）"])(
    "is withheld by the mark %s behind it",
    async (mark) => {
      const files = issueFiles("issues/2026-02", {
        date: "2026-02-10",
        number: 2,
        items: [[`${TITLE}${mark}`, "乙区科协"]],
      });
      const { out } = await warmRun(["stats", "-f", "json"], lay({ "bulletin.yaml": HOUSE, ...files }));
      expect(JSON.parse(out).adopted).toBe(1);
      expect(out).not.toContain(TITLE);
    },
  );

  it.each(["关于保守国家秘密的宣传活动", "机密设备厂举办开放日", "示例区（秘书处）召开例会"])(
    "is no mark in the words %s",
    async (title) => {
      const files = issueFiles("issues/2026-02", { date: "2026-02-10", items: [[title, "乙区科协"]] });
      const { out } = await warmRun(["stats", "-f", "json"], lay({ "bulletin.yaml": HOUSE, ...files }));
      expect(out).toContain(title);
    },
  );

  it.each([
    ["the reason", `未采用,与“${TITLE}”重复`],
    ["the reason, in part", `未采用,与${TITLE.slice(2)}重复`],
    ["the decision", `与“${TITLE}”合并,`],
  ])(
    "is quoted to no other unit by %s",
    async (_, words) => {
      const place = lay({
        "bulletin.yaml": HOUSE,
        ...openIssue,
        ...secretIssue("secrecy: {level: 秘密}\n"),
        "register.csv": `received,unit,title,decision,reason\n2026-01-03,甲区科协,别的题目,${words}\n`,
      });
      const all = await everyForm(place);
      expect(all).toContain("别的题目");
      expect(all).not.toContain(TITLE.slice(2));
    },
    60_000,
  );

  it.each([
    ["a day", `${TITLE},甲区科协,事\n`],
    ["a unit", `2026-01-03,${TITLE},事\n2026-01-40,甲区科协,${TITLE}\n`],
    ["a row behind an open quotation mark", `2026-01-03,甲区科协,"${TITLE}\n`],
  ])("is shown in no finding where it stands as %s", async (_, rows) => {
    const place = lay({
      "bulletin.yaml": HOUSE,
      ...openIssue,
      ...secretIssue("secrecy: {level: 秘密}\n"),
      "register.csv": `received,unit,title\n${rows}`,
    });
    const { code, err, out } = await warmRun(["stats"], place);
    expect(code).toBe(1);
    expect(err).toContain("register.csv:");
    expect(err + out).not.toContain(TITLE);
  });

  it("is shown in no finding of the item itself", async () => {
    const { "issues/2026-02/items/1.md": item = "", ...rest } = secretIssue("secrecy: {level: 秘密}\n");
    const place = lay({
      "bulletin.yaml": HOUSE,
      ...openIssue,
      ...rest,
      "issues/2026-02/items/1.md": item.replace("title:", "titel:"),
    });
    const { code, err } = await warmRun(["stats"], place);
    expect(code).toBe(1);
    expect(err).toContain("issues/2026-02/＊1.md:2:");
    expect(err).not.toContain("items/1.md");
    expect(err).not.toContain(TITLE);
  });

  it("is told in no letter either where its issue is not among the paths", async () => {
    const place = lay({
      "bulletin.yaml": HOUSE,
      ...openIssue,
      ...secretIssue("secrecy: {level: 秘密}\n"),
      "register.csv": row(`2026-01-09,乙区科协,${TITLE},待定,,,,`),
    });
    const words = await everyForm(place, ["issues/2026-01"]);
    expect(words).toContain(OPEN);
    expect(words).not.toContain(TITLE);
  }, 60_000);

  it("is shown in no finding about its row", async () => {
    const place = lay({
      "bulletin.yaml": `${HOUSE}points: {levels: {市委办采用: 5}}\n`,
      ...openIssue,
      ...secretIssue("secrecy: {level: 秘密}\n"),
      "register.csv": `received,unit,title,采用层级\n2026-02-01,乙区科协,${TITLE},市委办采纳\n2026-02-01,,${TITLE}二,\n`,
    });
    const { err } = await warmRun(["stats"], place);
    expect(err).toContain("register.csv:2:");
    expect(err).toContain("register.csv:3:");
    expect(err).not.toContain(TITLE);
  });

  it("is withheld with the name of its file", async () => {
    const { "issues/2026-02/items/1.md": item = "", ...rest } = secretIssue("secrecy: {level: 秘密}\n");
    const manifest = (rest["issues/2026-02/issue.yaml"] ?? "").replace("items/1.md", `items/${TITLE}.md`);
    const place = lay({
      "bulletin.yaml": HOUSE,
      ...openIssue,
      "issues/2026-02/issue.yaml": manifest,
      [`issues/2026-02/items/${TITLE}.md`]: item,
    });
    expect(await everyForm(place)).not.toContain(TITLE);
  }, 60_000);
});
