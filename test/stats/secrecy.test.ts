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
