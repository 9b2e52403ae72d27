/** No finding names the file or the title of an item that is secret, by whatever it is so. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { warmRun } from "../warm-command.js";
import { everyForm, type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const TITLE = "某处设施专项核查进展情况";
const { lay, clear } = madeFolders();
afterAll(clear);

const LAW = "points: {base: 1, levels: {市委办采用: 5}}\n";

interface Issue {
  readonly manifest?: string;
  /** front matter of the item whose file is called by its title */
  readonly front: string;
  readonly stem?: string;
}

function bulletinOf({ manifest = "", front, stem = TITLE }: Issue): Files {
  const {
    "issues/2026-01/issue.yaml": yaml = "",
    "issues/2026-01/items/2.md": _,
    ...rest
  } = issueFiles("issues/2026-01", {
    date: "2026-01-10",
    more: manifest,
    items: [
      ["公开的事", "甲区科协"],
      ["换掉", "乙区科协"],
    ],
  });
  return {
    "bulletin.yaml": HOUSE + LAW,
    ...rest,
    "issues/2026-01/issue.yaml": yaml.replace("items/2.md", `items/${stem}.md`),
    [`issues/2026-01/items/${stem}.md`]: `---\n${front}---\n\n活动举行。\n`,
  };
}

async function told(files: Files): Promise<string> {
  const { out, err } = await warmRun(["stats", "--format", "json"], lay(files));
  expect(out).not.toContain(TITLE);
  return err;
}

const FAULTS: readonly (readonly [string, string])[] = [
  ["a key that there is not", `title: ${TITLE}\nsuorce: 乙区科协\n`],
  ["a value that is quoted", `title: ${TITLE}\nsource: 乙区科协\ndate: 《${TITLE}》那一天\n`],
  ["a title that is none", `title: {a: ${TITLE}}\nsource: 乙区科协\n`],
  ["a level that nobody knows", `title: ${TITLE}\nsource: 乙区科协\nlevel: 市委采用办\n`],
  ["a level beside the title", `{title: ${TITLE}, source: 乙区科协, level: 市委采用办}\n`],
  ["no source, and a title as its level", `title: ${TITLE}\nlevel: ${TITLE}\n`],
];

describe.each(FAULTS)("%s", (_, front) => {
  it.each<[string, Issue, Files]>([
    ["the issue's level", { manifest: "secrecy: {level: 秘密}\n", front }, {}],
    ["a level that is misspelt", { manifest: "secrecy: 秘\n", front }, {}],
    [
      "a mark in the title",
      { front: front.replaceAll(TITLE, `${TITLE}（机密）`), stem: `${TITLE}（机密）` },
      {},
    ],
    ["a mark in the name of its file", { front, stem: `${TITLE}（机密）` }, {}],
    [
      "a row of the register",
      { front },
      { "register.csv": `received,unit,title,密级\n2026-01-02,乙区科协,${TITLE},秘密\n` },
    ],
  ])("is told of the item without its name where it is secret by %s", async (__, issue, more) => {
    const err = await told({ ...bulletinOf(issue), ...more });
    expect(err).toContain("issues/2026-01/＊2.md:");
    expect(err).not.toContain(TITLE);
    expect(err).not.toContain("items/");
  });
});

describe("the manifest", () => {
  const front = `title: ${TITLE}\nsource: 乙区科协\n`;

  it("that lists a secret item twice is told without its line", async () => {
    const { "issues/2026-01/issue.yaml": yaml = "", ...rest } = bulletinOf({
      front: front.replace(TITLE, `${TITLE}（机密）`),
    });
    const twice = yaml.replace("]}", `, items/${TITLE}.md]}`);
    const err = await told({ ...rest, "issues/2026-01/issue.yaml": twice });
    expect(err).toContain("issues/2026-01/issue.yaml:5:");
    expect(err).not.toContain(TITLE);
  });

  it.each([
    ["of a secret issue", { manifest: "secrecy: {level: 秘密}\n", front }, TITLE.slice(2)],
    ["with a secret title", { front: front.replace(TITLE, `${TITLE}（机密）`), stem: "2" }, TITLE],
  ])("%s that lists what is not there is told without its name", async (_, issue, stem) => {
    const { "issues/2026-01/issue.yaml": yaml = "", ...rest } = bulletinOf(issue);
    const lost = yaml.replace("]}", `, items/${stem}二.md]}`);
    const err = await told({ ...rest, "issues/2026-01/issue.yaml": lost });
    expect(err).toContain("issues/2026-01/issue.yaml:");
    expect(err).not.toContain(TITLE.slice(2));
  });
});

describe("what is listed and was not read is told without its name", () => {
  const front = "title: 平常的事\nsource: 乙区科协\n";
  const listing = (name: string, issue: Partial<Issue> = {}): Files => {
    const { "issues/2026-01/issue.yaml": yaml = "", ...rest } = bulletinOf({ front, stem: "2", ...issue });
    return { ...rest, "issues/2026-01/issue.yaml": yaml.replace("]}", `, ${name}]}`) };
  };

  it.each<[string, Files]>([
    [
      "in a secret issue, where its ending was forgotten",
      listing(`items/${TITLE}`, { manifest: "secrecy: {level: 秘密}\n" }),
    ],
    ["where it is missing and has a mark", listing(`items/${TITLE}（机密）.md`)],
    ["where it is outside and has a mark", listing(`../../../${TITLE}（机密）.md`)],
    [
      "where it is missing and a row of the register is of its place",
      {
        ...listing(`items/${TITLE}.md`),
        "register.csv": `received,unit,title,issue,item,密级\n2026-01-02,乙区科协,换了题目的事,issues/2026-01,items/${TITLE}.md,秘密\n`,
      },
    ],
    [
      "where it is no text",
      { ...listing(`items/${TITLE}.md`), [`issues/2026-01/items/${TITLE}.md`]: "\u0000\u0001\u0000" },
    ],
  ])("%s", async (_, files) => {
    const err = await told(files);
    expect(err).toContain("issues/2026-01/issue.yaml:");
    expect(err).not.toContain(TITLE.slice(2));
  });

  it("but with advice, where its encoding is another one", async () => {
    const place = lay(listing(`items/${TITLE}.md`));
    writeFileSync(join(place, `issues/2026-01/items/${TITLE}.md`), Buffer.from("b9fab1ea", "hex"));
    const { err } = await warmRun(["--lang", "zh", "stats"], place);
    expect(err).toContain("文件“＊”不是 UTF-8 编码");
    expect(err).toContain("请用文本编辑器“另存为”");
    expect(err).not.toContain(TITLE);
  });

  it("but with it where it is missing and nothing says that it is secret", async () => {
    expect(await told(listing("items/公开的另一件事.md"))).toContain("“items/公开的另一件事.md”");
  });
});

it("an open item keeps its name and its line", async () => {
  const err = await told(bulletinOf({ front: "title: 平常的事\nlevel: 市委采用办\n", stem: "平常的事" }));
  expect(err).toContain("issues/2026-01/items/平常的事.md:3:8");
  expect(err).toContain("level: 市委采用办");
});

it("a file that is called by a secret title, or by a mark, is named in no form", async () => {
  const files = bulletinOf({ front: "title: 另一个题目\nsource: 乙区科协\n" });
  const row = `received,unit,title,密级\n2026-01-02,甲区科协,${TITLE},秘密\n`;
  for (const one of [
    { ...files, "register.csv": row },
    bulletinOf({ front: "title: 另一个题目\nsource: 乙区科协\n", stem: `${TITLE}【秘密】` }),
  ]) {
    const words = await everyForm(lay(one));
    expect(words).toContain("公开的事");
    expect(words).not.toContain(TITLE);
  }
}, 60_000);
