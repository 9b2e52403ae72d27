/**
 * The letter to a unit (`lint -f report`): places as the author of a document sees them, faults that
 * only the unit can mend, and no word of the program, whatever rule speaks.
 */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { allRules } from "../src/check/all-rules.js";
import { checkIssue } from "../src/check/check-issue.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { printUnitReport } from "../src/diagnostics/print-unit-report.js";
import { lint } from "../src/lint.js";
import { readIssue } from "../src/read/read-issue.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { schemaOf } from "../src/schema.js";
import { unitReport } from "../src/unit-report.js";
import { PNG, p, pictureParagraph, relationship, wordPackage } from "./intake/word-package.js";
import { soundBulletin } from "./rules/sound-bulletin.js";
import { findInSubmission, submittedWorkspace } from "./rules/submission-findings.js";

const HEAD = "---\ntitle: 云湖区科协举办健康集市\nsource: 云湖区科协\n---\n\n";
const SOUND =
  "3月11日，云湖区科协在湖滨社区举办健康科普集市，设急救演练、合理用药、居家安全三个展区，16名医务工作者现场答疑，发放科普手册2600余份，吸引600余名居民参加，活动得到湖滨社区居委会的支持，下一场定于下月举行。";

async function lettersFor(body: string, { head = HEAD } = {}) {
  const workspace = memoryWorkspace({ "来稿/fair.md": `${head}${body}\n` });
  const { diagnostics, sources } = await lint({ kind: "submission", path: "来稿/fair.md" }, workspace);
  return unitReport(diagnostics, sources);
}

const requestsIn = async (body: string, more = {}) =>
  (await lettersFor(body, more)).letters.flatMap(({ requests }) => requests);

const placesIn = async (body: string) =>
  (await requestsIn(body)).flatMap(({ places }) =>
    places.map(({ part, excerpt }) => [part.kind, "number" in part ? part.number : undefined, excerpt]),
  );

describe("a place is where its author sees it", () => {
  const wrong = "覆盖率达103%";
  it.each([
    ["the second paragraph", `${SOUND}\n\n${wrong}。`, ["paragraph", 2, "覆盖率达【103%】。"]],
    [
      "headings are not counted",
      `## 一、概况\n\n${SOUND}\n\n## 二、成效\n\n${wrong}。`,
      ["paragraph", 2, "覆盖率达【103%】。"],
    ],
    [
      "entries of a list are",
      `${SOUND}\n\n- 甲，已完成。\n- ${wrong}。`,
      ["paragraph", 3, "覆盖率达【103%】。"],
    ],
    [
      "a table",
      `${SOUND}\n\n| 项目 | 成效 |\n| --- | --- |\n| 甲 | ${wrong} |`,
      ["table", undefined, "覆盖率达【103%】"],
    ],
    ["a note", `${SOUND}[^1]\n\n[^1]: ${wrong}。`, ["note", undefined, "覆盖率达【103%】。"]],
    [
      "markup is not shown",
      `${SOUND}\n\n**覆盖率**达**103%**，见[通知](https://example.org/a)。`,
      ["paragraph", 2, "覆盖率达【103%】，见通知。"],
    ],
    [
      "a picture amid the words, code and an address are as they look",
      `${SOUND}\n\n见![现场](a.jpg)和\`x\`，${wrong}，见<https://example.org/a>。`,
      ["paragraph", 2, "…〔图〕和x，覆盖率达【103%】，见https://…"],
    ],
    [
      "the words around a place, not the whole paragraph",
      `${SOUND}\n\n${"前文".repeat(20)}，${wrong}，${"后文".repeat(20)}。`,
      ["paragraph", 2, "…文前文前文，覆盖率达【103%】，后文后文后文后文后…"],
    ],
    ["a picture by its number", `${SOUND}\n\n![](../images/a.jpg)`, ["picture", 1, ""]],
  ])("%s", async (_, body, place) => {
    expect(await placesIn(body)).toEqual([place]);
  });

  it("the title", async () => {
    const head = HEAD.replace("云湖区科协举办健康集市", "云湖区科协举办健康集市覆盖率达103%");
    const [request] = await requestsIn(SOUND, { head });
    expect(request?.places).toEqual([{ part: { kind: "title" }, excerpt: "…举办健康集市覆盖率达【103%】" }]);
  });

  it("a title as a whole by how it begins", async () => {
    const title = "云湖区科协组织召开全区科普场馆服务能力提升行动暨第一季度科普工作调度推进会议并作总结";
    const [request] = await requestsIn(SOUND, { head: HEAD.replace("云湖区科协举办健康集市", title) });
    expect(request?.places.map(({ excerpt }) => excerpt)).toEqual([
      "云湖区科协组织召开全区科普场馆服务能力提升行动暨…",
    ]);
  });

  it("none, where the item as a whole is meant", async () => {
    const requests = await requestsIn("");
    expect(requests.map(({ places }) => places)).toEqual([[]]);
  });
});

describe("what goes into a letter", () => {
  it("asks once for what is asked in the same words, with all its places", async () => {
    const requests = await requestsIn(`${SOUND}\n\n电话13900000000。\n\n手机13800000000。`);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.places.map(({ excerpt }) => excerpt)).toEqual([
      "电话【13900000000】。",
      "手机【13800000000】。",
    ]);
  });

  it("counts what the editor mends, and writes no letter of it alone", async () => {
    const marks = `${SOUND}\n\n活动由 3 家单位承办,效果很好。。`;
    const { letters, unasked, inHouse } = await lettersFor(marks);
    expect({ letters, unasked, inHouse }).toEqual({ letters: [], unasked: 1, inHouse: 0 });
    const { letters: others } = await lettersFor(`${marks}\n\n覆盖率达103%。`);
    expect(others[0]?.edits).toBe(4);
  });

  it("leaves to the house what is about its own files", async () => {
    const files = {
      "bulletin.yaml":
        "bulletin: {name: 示例}\nsections: [{name: 工作}]\ncontact: {email: a@example.org}\nunits: [桐浦区科协]\n",
      "issue.yaml": "number: 1\ndate: 2026-03-16\nsections: [{name: 工做, items: [items/01.md]}]\n",
      "items/01.md": `${HEAD}${SOUND}\n`,
    };
    const { diagnostics, sources } = await lint(
      { kind: "issue", path: "issue.yaml" },
      memoryWorkspace(files),
    );
    const { letters, inHouse } = await unitReport(diagnostics, sources);
    expect(letters).toEqual([]);
    expect(inHouse).toBe(diagnostics.length);
    expect(inHouse).toBeGreaterThan(1);
  });

  it("is addressed to the unit that sent it, under its headline", async () => {
    const { letters } = await lettersFor("覆盖率达103%。");
    expect(letters.map(({ unit, headline }) => [unit, headline])).toEqual([
      ["云湖区科协", "云湖区科协举办健康集市"],
    ]);
    const head = "---\ntitle: |\n  云湖区科协\n  举办健康集市\n---\n\n";
    const { letters: unsigned } = await lettersFor("覆盖率达103%。", { head });
    expect(unsigned.map(({ unit, headline }) => [unit, headline])).toEqual([
      [undefined, "云湖区科协举办健康集市"],
    ]);
  });
});

it("is a letter that can be sent as it stands", async () => {
  const { letters } = await lettersFor(
    "近日，云湖区科协举办健康集市，满意率达103%,电话13900000000，手机13800000000。",
  );
  expect(printUnitReport(letters, "zh")).toBe(`云湖区科协：
来稿《云湖区科协举办健康集市》已收到，有 2 处请核改：

1. 第1段：…办健康集市，满意率达【103%】,电话1390000…
   “满意率达103%”：部分不会多于全体，比率不超过100%。请核对数字和说法。
2. 第1段：…意率达103%,电话【13900000000】，手机1380000…
   第1段：…0000000，手机【13800000000】。
   这里有手机号码，属于个人信息。请确认本人同意公开，或提供单位电话；没有确认的，我们删去。

以下供参考：

3. 正文只有 52 字，少于 100 字，事情可能没有说全。请酌情补充或压缩。
4. 第1段：【近日】，云湖区科协举办健康…
   开头只说“近日”一类的话，没有写哪一天。请告知是几月几日。

标点、用字等另有 1 处，我们编辑时一并改正，不必处理。
请改好后发回，谢谢！
`);
});

describe("of a file as it came", () => {
  const TITLE = p("云湖区科协举办健康集市", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>');
  const write = async (path: string, bytes: Uint8Array | string) => {
    const workspace = memoryWorkspace({ [path]: bytes });
    const { diagnostics, sources, submitted } = await lint({ kind: "manuscript", path }, workspace);
    return unitReport(diagnostics, sources, submitted);
  };

  it.each(["报送：区委办、区政府办", "报送：市科协、区委办公室\n云湖区科协办公室  2026年5月14日印发"])(
    "%j: nobody writes to those who received it",
    async (end) => {
      const { letters } = await write("来稿/报送.txt", `云湖区科协举办健康集市\n\n${SOUND}\n${end}\n`);
      const printed = printUnitReport(letters, "zh");
      expect(printed).toContain("请告知供稿单位全称");
      expect(printed).not.toMatch(/区委办|市科协/);
    },
  );

  it("a Word file: paragraphs as Word counts them, under the headline that it has", async () => {
    const body = [
      TITLE,
      p(SOUND),
      p("满意率达103%，电话13900000000。"),
      `<w:p><w:r><w:t>共有</w:t></w:r><w:del w:id="1" w:author="张三"><w:r><w:delText>二百</w:delText></w:r></w:del><w:r><w:t>三百人参加。</w:t></w:r></w:p>`,
      p("（云湖区科协供稿）"),
    ].join("");
    const { letters, inHouse } = await write("来稿/报送.docx", wordPackage({ body }));
    expect(inHouse).toBe(0);
    expect(printUnitReport(letters, "zh")).toBe(`云湖区科协：
来稿《云湖区科协举办健康集市》已收到，有 3 处请核改：

1. 第3段：满意率达【103%】，电话1390000…
   “满意率达103%”：部分不会多于全体，比率不超过100%。请核对数字和说法。
2. 第3段：…意率达103%，电话【13900000000】。
   这里有手机号码，属于个人信息。请确认本人同意公开，或提供单位电话；没有确认的，我们删去。
3. 第4段：共有三百人参加。
   文档里有没有定下来的修订，或者划掉没删的字；修订我们按全部接受来读。请接受或拒绝修订，删去不要的字，把定稿发来。

请改好后发回，谢谢！
`);
  });

  it("the headline, by that name", async () => {
    const body = TITLE.replace("健康集市", "健康集市满意率达103%") + p(SOUND) + p("（云湖区科协供稿）");
    const { letters } = await write("a.docx", wordPackage({ body }));
    expect(letters.flatMap(({ requests }) => requests.flatMap(({ places }) => places))).toEqual([
      { part: { kind: "title" }, excerpt: "…举办健康集市满意率达【103%】" },
    ]);
  });

  it("two items in one file: a letter under both headlines", async () => {
    const sign = p("（云湖区科协供稿）");
    const second = TITLE.replace("举办健康集市", "召开学会工作会议");
    const body = TITLE + p(SOUND) + sign + second + p("3月13日，学会工作会议召开，满意率达103%。") + sign;
    const { letters } = await write("a.docx", wordPackage({ body }));
    expect(letters.map(({ headline }) => headline)).toEqual([
      "云湖区科协举办健康集市》《云湖区科协召开学会工作会议",
    ]);
  });

  it("pictures, by their number; of several in one paragraph, the paragraph", async () => {
    const [first = "", second = "", third = "", fourth = ""] = [1, 2, 3, 4].map((number) =>
      pictureParagraph(`p${number}`),
    );
    const two = third.replace("</w:p>", fourth.replace("<w:p>", ""));
    const { letters } = await write(
      "a.docx",
      wordPackage({
        body: TITLE + first + p(SOUND) + second + two + p("（云湖区科协供稿）"),
        relationships: [1, 2, 3, 4].map((n) => relationship(`p${n}`, "image", `media/${n}.png`)).join(""),
        files: Object.fromEntries([1, 2, 3, 4].map((n) => [`word/media/${n}.png`, PNG])),
      }),
    );
    const places = letters.flatMap(({ requests }) => requests.flatMap((request) => request.places));
    expect(places.map(({ part }) => part)).toEqual([
      { kind: "picture", number: 1 },
      { kind: "picture", number: 2 },
      { kind: "paragraph", number: 5 },
      { kind: "paragraph", number: 5 },
    ]);
  });

  it("a mail: its own text, under its headline", async () => {
    const mail = `From: news@example.org\nSubject: note\nContent-Type: text/plain; charset=utf-8\n\n云湖区科协举办健康集市\n\n${SOUND}\n\n满意率达103%。\n\n（云湖区科协供稿）\n`;
    const { letters } = await write("来稿/信.eml", mail);
    expect(letters.map(({ unit, headline }) => [unit, headline])).toEqual([
      ["云湖区科协", "云湖区科协举办健康集市"],
    ]);
    expect(letters[0]?.requests.map(({ places }) => places)).toEqual([
      [{ part: { kind: "paragraph", number: 5 }, excerpt: "满意率达【103%】。" }],
    ]);
  });

  it("one that cannot be opened, by its name", async () => {
    const { letters } = await write("来稿/健康集市.rtf", "{\\rtf1 x}");
    expect(printUnitReport(letters, "zh")).toBe(`您好！
来稿《健康集市.rtf》已收到，有 1 处请核改：

1. 您发来的文件我们打不开。请用 Word 或 WPS 打开它，另存为 .docx 文档（设了密码的先去掉），重新发来。

请改好后发回，谢谢！
`);
  });

  it("only what was decided on the way in: no letter, and nothing to do in the house", async () => {
    const body = TITLE + p(SOUND) + p("（云湖区科协供稿）");
    expect(await write("a.docx", wordPackage({ body }))).toEqual({ letters: [], unasked: 0, inHouse: 0 });
  });
});

it("says so where there is nothing to ask", () => {
  expect(printUnitReport([], "zh")).toBe("没有需要供稿单位修改的地方。\n");
  expect(printUnitReport([], "en")).toBe("There is nothing for the units to change.\n");
});

it("prints no character that a terminal obeys", async () => {
  const { letters } = await lettersFor("覆盖率达103%\u202e\u0007，结束。", {
    head: HEAD.replace("健康", "\u202e健康"),
  });
  expect(letters).toHaveLength(1);
  expect(printUnitReport(letters, "zh")).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
  );
});

describe.each(["zh", "en"] as const)("in %s, of every rule", (language) => {
  const asked = allRules.filter(({ forUnit }) => forUnit !== undefined);
  it.each(asked.map((rule) => [rule.id, rule] as const))(
    "%s speaks of no file and no program",
    async (_, rule) => {
      let count = 0;
      for (const { files, show } of rule.examples) {
        const isSubmitted = rule.scope === "documented" && rule.madeBy === "intake";
        const { diagnostics, sources, submitted } = isSubmitted
          ? await findInSubmission(show, submittedWorkspace(files, ""))
          : { ...(await found(files)), submitted: [] };
        const own = diagnostics.filter((one) => one.rule === rule.id && one.fix === undefined);
        const { letters } = await unitReport(own, sources, submitted);
        for (const { requests } of letters) count += requests.length;
        // What the author wrote is quoted as it is; what we say about it is ours.
        const withoutQuotes = letters.map((letter) => ({
          ...letter,
          requests: letter.requests.map((request) => ({
            ...request,
            places: request.places.map(({ part }) => ({ part, excerpt: "" })),
          })),
        }));
        for (const line of printUnitReport(withoutQuotes, language).split("\n")) {
          expect(line).not.toMatch(FORBIDDEN);
          expect(keysIn(line, language)).toEqual([]);
        }
      }
      // A rule whose findings all carry fixes today is told when one does not.
      const allFixed = rule.fixable && count === 0;
      expect(count > 0 || allFixed, "an example shows it").toBe(true);
    },
  );
});

/** Markup, options, files, and what this program calls its parts. */
const FORBIDDEN =
  /`|--|##|!\[|\[\^|\]\(|\.(md|ya?ml)\b|\w\/\w+\.\w|\blint\b|bulletin (lint|build)|front matter|Markdown|YAML|UTF-8|规则|清单|键|稿件头|命令|屏蔽/i;

/** Every key of our files, as it stands in the schemas. */
const KEYS: ReadonlySet<string> = new Set(
  (["item", "manifest", "house"] as const).flatMap((name) =>
    [...JSON.stringify(schemaOf(name)).matchAll(/"([a-z][a-z-]*)":\{"title":/g)].map(([, key = ""]) => key),
  ),
);

/** In Chinese no key may stand there at all; English shares words with them, and dotted ones are none. */
function keysIn(line: string, language: "zh" | "en"): readonly string[] {
  const words = line.replaceAll(/“[^”]*”/g, "").match(/[a-z][a-z-]*(\.[a-z][a-z-]*)*/g) ?? [];
  return words.filter((word) =>
    language === "zh" ? KEYS.has(word) : word.includes(".") && !word.endsWith("."),
  );
}

it("knows the keys", () => {
  expect(KEYS.size).toBeGreaterThan(40);
  for (const key of ["title", "source", "allow", "submitter", "sections"]) expect(KEYS).toContain(key);
});

async function found(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> }> {
  const placed = Object.entries({ ...soundBulletin, ...files }).map(([path, text]) => [`b/${path}`, text]);
  const read = readIssue("b/issue.yaml", memoryWorkspace(Object.fromEntries(placed)));
  const { diagnostics } = await checkIssue(read);
  return { diagnostics, sources: read.sources };
}
