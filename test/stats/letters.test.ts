/** Each row of the register stands in the letter of its unit, in the list that is true of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, describe, expect, it } from "vitest";
import { warmRun } from "../warm-command.js";
import { type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const { lay, clear } = madeFolders();
afterAll(clear);
const FIRST = issueFiles("issues/2026-01", { date: "2026-01-10", items: [["一事", "甲区科协"]] });
const register = (rows: string) => ({ "register.csv": `received,unit,title,decision,reason\n${rows}` });

async function letterTo(unit: string, files: Files, args: readonly string[] = []) {
  const place = lay({ "bulletin.yaml": HOUSE, ...FIRST, ...files });
  const { code, err } = await warmRun(["stats", ...args, "--letters", "信"], place);
  const mail = await PostalMime.parse(readFileSync(join(place, "信", `${unit}.eml`)));
  return { code, err, text: (mail.text ?? "").replaceAll("\r\n", "\n") };
}

describe("a row of the register", () => {
  it.each([
    [
      "an item of another unit with its title",
      "一事,未采用,重复",
      "没有采用的稿件：\n1. 一事（1月3日收到；重复）",
    ],
    [
      "one that is used and not printed",
      "二事,采用,",
      "决定采用、还没有登出的稿件：\n1. 二事（1月3日收到；采用）",
    ],
    ["one that may be used", "二事,拟采用,", "另有处理的稿件：\n1. 二事（1月3日收到；拟采用）"],
    ["one that went on", "二事,转市委办,", "另有处理的稿件：\n1. 二事（1月3日收到；转市委办）"],
    ["one that is not decided", "二事,,", "尚未决定的稿件：\n1. 二事（1月3日收到）"],
    [
      "a reason of two lines",
      '二事,不予采用,"篇幅太长\n请改短"',
      "没有采用的稿件：\n1. 二事（1月3日收到；篇幅太长 请改短）",
    ],
  ])("of %s", async (_, row, words) => {
    const { text } = await letterTo("乙区科协", register(`2026-01-03,乙区科协,${row}\n`));
    expect(text).toContain("你单位报送信息1篇，《示例信息》采用0篇");
    expect(text).toContain(`\n\n${words}\n\n`);
  });

  it("that says 采用 and is in no issue is told", async () => {
    const found = await letterTo(
      "乙区科协",
      register("2026-01-03,乙区科协,二事,采用,\n2026-01-03,甲区科协,一事,采用,\n"),
    );
    expect(found.code).toBe(0);
    expect(found.err).toContain("register.csv:2:1");
    expect(found.err).not.toContain("register.csv:3");
  });

  it("that an issue prints which is not counted says in which it stands", async () => {
    const second = issueFiles("issues/2026-02", { date: "2026-01-20", items: [["二事", "乙区科协"]] });
    const { text } = await letterTo(
      "乙区科协",
      { ...second, ...register("2026-01-03,乙区科协,二事,采用,\n") },
      ["issues/2026-01"],
    );
    expect(text).toContain("采用0篇");
    expect(text).toContain("\n\n登在别的期次的稿件：\n1. 二事（1月3日收到；登");
  });

  it("names the year where the period has several", async () => {
    const later = issueFiles("issues/2027-01", { date: "2027-01-10", items: [["三事", "甲区科协"]] });
    const { text } = await letterTo("乙区科协", {
      ...later,
      ...register("2026-01-03,乙区科协,二事,待定,\n"),
    });
    expect(text).toContain("1. 二事（2026年1月3日收到）");
  });
});

it("says how joint items are counted where the notice parts them", async () => {
  const split = { "bulletin.yaml": `${HOUSE}points: {base: 1, joint: split}\n` };
  const joint = issueFiles("issues/2026-02", {
    date: "2026-02-10",
    number: 2,
    items: [["二事", "甲区科协、乙区科协"]],
  });
  expect((await letterTo("乙区科协", { ...split, ...joint })).text).toContain("这里每个单位各算一篇");
  expect((await letterTo("甲区科协", split)).text).not.toContain("各算一篇");
});

it("names the bulletin of each item where two are counted", async () => {
  const other = {
    "bulletin.yaml": HOUSE.replace("示例信息", "另一种"),
    ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["别事", "甲区科协"]] }),
  };
  const files = Object.fromEntries(Object.entries(other).map(([path, text]) => [`另一种/${path}`, text]));
  const { text } = await letterTo("甲区科协", files, [".", "另一种"]);
  expect(text).toContain("一事（《示例信息》2026年第1期，要闻）");
  expect(text).toContain("别事（《另一种》2026年第1期，要闻）");
});
