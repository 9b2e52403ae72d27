/**
 * What holds for all rules together: severities, suppressions, order, echoes, submissions, findings
 * of the layout. Single rules are tested by their own examples (rules.test.ts).
 */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { checkIssue, checkLayout, checkSubmission } from "../../src/check/check-issue.js";
import type { CheckOptions } from "../../src/check/house-checks.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { indexLines, positionAt } from "../../src/diagnostics/line-index.js";
import { readIssue } from "../../src/read/read-issue.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { soundBulletin } from "./sound-bulletin.js";

type Files = Readonly<Record<string, string>>;

const item = (body: string, front = "title: 示例市科协举办学术交流会") => `---\n${front}\n---\n\n${body}\n`;
const withRules = (rules: string) => `${soundBulletin["bulletin.yaml"]}lint:\n  rules:\n${rules}`;
const PHONE = "报名电话13800138000。";

async function judge(files: Files, options: CheckOptions = {}) {
  const read = readIssue("issue.yaml", memoryWorkspace({ ...soundBulletin, ...files }));
  const { checked, diagnostics } = await checkIssue(read, options);
  const said = diagnostics
    .filter(({ rule }) => rule !== "item/body-length")
    .map(({ rule, severity, span }) => {
      const { line, column } = positionAt(indexLines(read.sources.get(span.path) ?? ""), span.start);
      return `${span.path}:${line}:${column} ${severity} ${rule}`;
    });
  return { isSound: checked !== undefined, said };
}

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly options?: CheckOptions;
  readonly isSound: boolean;
  readonly said: readonly string[];
}

const severities: readonly Case[] = [
  {
    name: "an error refuses the issue",
    files: { "items/01.md": item(PHONE) },
    isSound: false,
    said: ["items/01.md:5:5 error privacy/mobile-number"],
  },
  {
    name: "the house lowers it, and the issue passes",
    files: {
      "items/01.md": item(PHONE),
      "bulletin.yaml": withRules("    privacy/mobile-number: warn\n"),
    },
    isSound: true,
    said: ["items/01.md:5:5 warning privacy/mobile-number"],
  },
  {
    name: "the house turns it off",
    files: { "items/01.md": item(PHONE), "bulletin.yaml": withRules("    privacy/mobile-number: off\n") },
    isSound: true,
    said: [],
  },
  {
    name: "the manifest's own setting wins over the house's",
    files: {
      "items/01.md": item(PHONE),
      "bulletin.yaml": withRules("    privacy/mobile-number: off\n"),
      "issue.yaml": `${soundBulletin["issue.yaml"]}lint:\n  rules:\n    privacy/mobile-number: info\n`,
    },
    isSound: true,
    said: ["items/01.md:5:5 info privacy/mobile-number"],
  },
  {
    name: "the command line wins over both",
    files: { "items/01.md": item(PHONE), "bulletin.yaml": withRules("    privacy/mobile-number: off\n") },
    options: { severities: new Map([["privacy/mobile-number", "error"]]) },
    isSound: false,
    said: ["items/01.md:5:5 error privacy/mobile-number"],
  },
  {
    name: "an info raised to an error refuses the issue",
    files: { "items/01.md": item("近日，交流会举办。") },
    options: { severities: new Map([["item/vague-date", "error"]]) },
    isSound: false,
    said: ["items/01.md:5:1 error item/vague-date"],
  },
  {
    name: "a structural rule stays an error whatever anybody asks",
    files: {
      "items/01.md": item("3月10日举办。\n\n![会场](../images/none.png)"),
      "bulletin.yaml": withRules("    image/missing: off\n"),
    },
    options: { severities: new Map([["image/missing", "off"]]) },
    isSound: false,
    said: ["bulletin.yaml:12:5 warning manifest/fixed-severity", "items/01.md:7:7 error image/missing"],
  },
  {
    name: "structure alone: other laws are not asked",
    files: { "items/01.md": item(`${PHONE}\n\n![会场](../images/none.png)`) },
    options: { structuralOnly: true },
    isSound: false,
    said: ["items/01.md:7:7 error image/missing"],
  },
  {
    name: "structure alone: an issue without such faults passes",
    files: { "items/01.md": item(`<!-- bulletin-disable item/vague-date -->\n\n${PHONE}`) },
    options: { structuralOnly: true },
    isSound: true,
    said: [],
  },
  {
    name: "a rule that there is not is an error, in a group that there is not too",
    files: { "bulletin.yaml": withRules("    style/of-a-later-version: off\n    item/titel-length: off\n") },
    isSound: false,
    said: [
      "bulletin.yaml:12:5 error manifest/unknown-rule",
      "bulletin.yaml:13:5 error manifest/unknown-rule",
    ],
  },
];

const suppressions: readonly Case[] = [
  {
    name: "the next line",
    files: {
      "items/01.md": item(`<!-- bulletin-disable-next-line privacy/mobile-number -- 公开 -->\n${PHONE}`),
    },
    isSound: true,
    said: [],
  },
  {
    name: "the next line that is not blank, and not the one after",
    files: {
      "items/01.md": item(
        `<!-- bulletin-disable-next-line privacy/mobile-number -->\n\n${PHONE}\n\n${PHONE}`,
      ),
    },
    isSound: false,
    said: ["items/01.md:9:5 error privacy/mobile-number"],
  },
  {
    name: "from here to there",
    files: {
      "items/01.md": item(
        `<!-- bulletin-disable privacy/mobile-number -->\n\n${PHONE}\n\n<!-- bulletin-enable privacy/mobile-number -->\n\n${PHONE}`,
      ),
    },
    isSound: false,
    said: ["items/01.md:11:5 error privacy/mobile-number"],
  },
  {
    name: "to the end of the file, all rules",
    files: { "items/01.md": item(`<!-- bulletin-disable -->\n\n${PHONE}\n\n${PHONE}`) },
    isSound: true,
    said: [],
  },
  {
    name: "another file is not reached",
    files: {
      "items/01.md": item(`<!-- bulletin-disable -->\n\n${PHONE}`),
      "items/02.md": item(PHONE, "title: 另一篇"),
    },
    isSound: false,
    said: ["items/02.md:5:5 error privacy/mobile-number"],
  },
  {
    name: "a line of the manifest",
    files: {
      "issue.yaml": `${soundBulletin["issue.yaml"]}  - name: 科普园地 # bulletin-disable-line section/unknown section/empty -- 试办\n`,
    },
    isSound: true,
    said: [],
  },
  {
    name: "comments that silence nothing, or name no rule, are told",
    files: {
      "items/01.md": item(
        "<!-- bulletin-disable item/vague-date, item/no-such-law -->\n\n3月10日，交流会举办。",
      ),
    },
    isSound: true,
    said: ["items/01.md:5:1 warning suppression/unknown-rule", "items/01.md:5:1 warning suppression/unused"],
  },
];

const together: readonly Case[] = [
  {
    name: "a date of issue that cannot be read is said once, and no item is judged by it",
    files: {
      "issue.yaml": String(soundBulletin["issue.yaml"])
        .replace("year: 2026\n", "")
        .replace("2026-03-16", "2026-02-30"),
      "items/01.md": item(
        "3月10日（星期四），示例市科协举办学术交流会。",
        "title: 示例市科协举办学术交流会\ndate: 2026-03-10",
      ),
    },
    isSound: false,
    said: ["issue.yaml:2:7 error manifest/invalid-value"],
  },
  {
    name: "manifest first, then house, then items as the manifest lists them",
    files: {
      "issue.yaml": String(soundBulletin["issue.yaml"])
        .replace("items/01.md", "items/x.md")
        .replace("items/02.md", "items/01.md")
        .replace("items/x.md", "items/02.md")
        .replace("number: 3", "number: 0"),
      "bulletin.yaml": String(soundBulletin["bulletin.yaml"]).replace("@", "＠"),
      "items/01.md": item(PHONE),
      "items/02.md": item(PHONE, "title: 另一篇"),
    },
    isSound: false,
    said: [
      "issue.yaml:2:9 error manifest/invalid-value",
      "bulletin.yaml:9:10 error contact/email-invalid",
      "items/02.md:5:5 error privacy/mobile-number",
      "items/01.md:5:5 error privacy/mobile-number",
    ],
  },
  {
    name: "an item that is not there does not make its section empty as well",
    files: { "issue.yaml": String(soundBulletin["issue.yaml"]).replace("items/02.md", "items/3.md") },
    isSound: false,
    said: ["issue.yaml:5:11 warning manifest/unlisted-item", "issue.yaml:8:13 error item/file-missing"],
  },
  ...[
    {
      name: "an item that is not there says nothing of a section behind it",
      sections: "  - {name: 科技交流, items: [items/9.md]}\n  - {name: 基层动态, items: []}\n",
      said: ["issue.yaml:5:26 error item/file-missing", "issue.yaml:6:12 warning section/empty"],
    },
    {
      name: "an item that is not there says nothing of a section before it",
      sections: "  - {name: 科技交流, items: []}\n  - {name: 基层动态, items: [items/9.md]}\n",
      said: ["issue.yaml:5:12 warning section/empty", "issue.yaml:6:26 error item/file-missing"],
    },
    {
      name: "a fault at the very end of a section is its own, not that of the next",
      sections: "  - {name: 科技交流, items: [items/9.md]}\n  - {name: 基层动态, items: [items/8.md]}\n",
      said: ["issue.yaml:5:26 error item/file-missing", "issue.yaml:6:26 error item/file-missing"],
    },
  ].map(({ name, sections, said }) => ({
    name,
    files: {
      "issue.yaml": `year: 2026\nnumber: 3\ndate: 2026-03-16\nsections:\n${sections}`,
      "bulletin.yaml": withRules("    manifest/unlisted-item: off\n"),
    },
    isSound: false,
    said,
  })),
  {
    name: "an item that is not there does not make its section too small as well",
    files: {
      "issue.yaml": String(soundBulletin["issue.yaml"]).replace("items/02.md", "items/02.md, items/3.md"),
      "bulletin.yaml": String(soundBulletin["bulletin.yaml"]).replace(
        "- name: 基层动态",
        "- {name: 基层动态, min-items: 2}",
      ),
    },
    isSound: false,
    said: ["issue.yaml:8:26 error item/file-missing"],
  },
  {
    name: "a section is too small beside another with a fault, and of a sound issue",
    files: {
      "issue.yaml": String(soundBulletin["issue.yaml"]).replace("items/01.md", "items/01.md, items/3.md"),
      "bulletin.yaml": String(soundBulletin["bulletin.yaml"]).replace(
        "- name: 基层动态",
        "- {name: 基层动态, min-items: 2}",
      ),
    },
    isSound: false,
    said: ["issue.yaml:6:26 error item/file-missing", "issue.yaml:7:11 error section/too-few-items"],
  },
  {
    name: "what leaves a body empty is said, and not that it is empty; of another item it is",
    files: { "items/01.md": item("<br>"), "items/02.md": item("", "title: 另一篇") },
    isSound: false,
    said: ["items/01.md:5:1 error item/raw-html", "items/02.md:2:8 error item/body-empty"],
  },
  {
    name: "house rules that end in a fault do not lack an address as well",
    files: { "bulletin.yaml": "bulletin: {name: 示例科协信息}\ncontact: {label: 邮箱, email: [\n" },
    isSound: false,
    said: ["bulletin.yaml:2:29 error manifest/syntax"],
  },
  {
    name: "house rules with a fault of another kind lack one",
    files: { "bulletin.yaml": "bulletin: {name: 示例科协信息}\ncontact: {label: 邮箱}\nnubmer: 1\n" },
    isSound: false,
    said: ["bulletin.yaml:2:1 error contact/email-missing", "bulletin.yaml:3:1 error manifest/unknown-key"],
  },
  {
    name: "an item listed twice is judged once",
    files: {
      "issue.yaml": String(soundBulletin["issue.yaml"]).replace("items/02.md", "items/02.md, items/01.md"),
      "items/01.md": item(PHONE),
    },
    isSound: false,
    said: ["issue.yaml:8:26 error item/listed-twice", "items/01.md:5:5 error privacy/mobile-number"],
  },
];

describe.each([
  ["severities", severities],
  ["suppressions", suppressions],
  ["together", together],
])("%s", (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))(
    "%s",
    async (_name, { files, options, isSound, said }) => {
      expect(await judge(files, options)).toEqual({ isSound, said });
    },
  );
});

describe("an issue among others", () => {
  it("may not repeat a title of an earlier one; a later one is nobody's business yet", async () => {
    const issue = (folder: string, first: string): Files => ({
      [`issues/${folder}/issue.yaml`]: String(soundBulletin["issue.yaml"]),
      [`issues/${folder}/items/01.md`]: first,
      [`issues/${folder}/items/02.md`]: item("3月11日举办。", `title: ${folder}期专稿`),
    });
    const workspace = memoryWorkspace({
      "bulletin.yaml": String(soundBulletin["bulletin.yaml"]),
      ...issue("2026-02", item("2月10日举办。", "title: 示例市科协 召开总结会")),
      ...issue("2026-03", item("3月10日举办。", "title: 示例市科协召开总结会")),
      ...issue("2026-04", item("4月10日举办。", "title: 2026-03期专稿")),
    });
    const { diagnostics } = await checkIssue(readIssue("issues/2026-03", workspace));
    const repeated = diagnostics.filter(({ rule }) => rule === "item/title-repeated");
    expect(repeated.map(({ span, message }) => `${span.path} ${message.zh}`)).toEqual([
      "issues/2026-03/items/01.md 标题“示例市科协召开总结会”与往期“issues/2026-02/items/01.md”的标题相同。",
    ]);
  });
});

describe("a submission alone", () => {
  it("is held to the rules of items and to nothing about an issue", async () => {
    const workspace = memoryWorkspace({ ...soundBulletin, "inbox/new.md": item(PHONE, "title: 新稿。") });
    const { diagnostics } = await checkSubmission(readSubmission("inbox/new.md", workspace));
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      "item/title-punctuation",
      "item/body-length",
      "privacy/mobile-number",
    ]);
  });
});

describe("findings of the layout", () => {
  const found: Diagnostic = {
    rule: "layout/title-break",
    severity: "warning",
    message: { zh: "断行", en: "break" },
    span: { path: "items/01.md", start: 4, end: 9 },
  };
  const settle = async (files: Files, options: CheckOptions = {}) => {
    const read = readIssue("issue.yaml", memoryWorkspace({ ...soundBulletin, ...files }));
    const before = (await checkIssue(read, options)).diagnostics.map(({ rule }) => rule);
    const behind = checkLayout([found], read, options).map(({ rule, severity }) => `${severity} ${rule}`);
    return { before: before.filter((rule) => rule !== "item/body-length"), behind };
  };

  it("take the house's severities and the command line's", async () => {
    const house = { "bulletin.yaml": withRules("    layout/title-break: info\n") };
    expect((await settle(house)).behind).toEqual(["info layout/title-break"]);
    expect((await settle(house, { severities: new Map([["layout/title-break", "off"]]) })).behind).toEqual(
      [],
    );
  });

  it("are silenced by comments, which nobody calls unused before the pages are composed", async () => {
    const front = "title: 示例市科协举办学术交流会 # bulletin-disable-line layout/title-break";
    expect(await settle({ "items/01.md": item("3月10日，举办。", front) })).toEqual({
      before: [],
      behind: [],
    });
  });
});
