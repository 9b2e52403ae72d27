/** Linting a file as a unit sent it: what the rules say of it makes sense to whoever wrote it in Word. */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { printReport } from "../src/cli/lint/print-report.js";
import { indexLines, positionAt } from "../src/diagnostics/line-index.js";
import { lint } from "../src/lint.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { PNG, p, pictureParagraph, relationship, wordPackage } from "./intake/word-package.js";

const HOUSE =
  "bulletin: {name: 示例, publisher: 示例办}\ncontact: {email: a@example.org}\nunits: [示例区科协]\n";
const TITLE = p("示例区科协举办春季科普展", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>');
const LEAD =
  "2026年3月12日，示例区科协在滨河社区举办春季科普展，展出航天模型、净水器、急救箱等展品四十件，由十二家学会共同承办，志愿者现场讲解并演示，发放科普手册三百余份，三百余名居民参加，现场气氛热烈，下一场定于下月在青山社区举行。";
const SIGN = p("（示例区科协供稿）");

async function lintFile(path: string, bytes: Uint8Array | string) {
  const workspace = memoryWorkspace({ [path]: bytes, "bulletin.yaml": HOUSE });
  return lint({ kind: "manuscript", path }, workspace);
}

async function toldOf(paragraphs: readonly string[], more = "") {
  const body = TITLE + p(LEAD) + paragraphs.map((text) => p(text)).join("") + more + SIGN;
  const { diagnostics, sources } = await lintFile(
    "来稿/报送.docx",
    wordPackage({
      body,
      relationships: relationship("picture", "image", "media/image1.png"),
      files: { "word/media/image1.png": PNG },
    }),
  );
  return diagnostics
    .filter(({ rule }) => !rule.startsWith("import/"))
    .map(({ rule, message, help, span }) => ({
      rule,
      line: positionAt(indexLines(sources.get(span.path) ?? ""), span.start).line,
      words: `${message.zh}${help?.zh ?? ""}`,
    }));
}

/** What stands in our files and in no Word file. */
const OURS = /Markdown|##|front matter|稿件头|source|submitter|title|--fix|images\/|\.md|空行|注释|\| ---/;

describe("marks of Markdown are plain characters in Word", () => {
  it.each([
    "**重点**工作推进会召开。",
    "＊＊重点＊＊工作推进会召开。",
    "#小标题",
    "见[1]和[^2]，参见［附件］(a.docx)。",
    "~~删~~去，$x$。",
    "![图](a.jpg)",
    "<b>加粗</b>的字。".replaceAll("<", "&lt;"),
    "<!-- bulletin-disable text/straight-quote -->".replaceAll("<", "&lt;"),
    "-项目",
  ])("%s", async (text) => expect(await toldOf([text])).toEqual([]));
});

it("a comment of ours in the text silences nothing", async () => {
  const told = await toldOf(["&lt;!-- bulletin-disable text/straight-quote --&gt;", '会议"强调"了分工。']);
  expect(told.map(({ rule, line }) => [rule, line])).toEqual([["text/straight-quote", 4]]);
});

it("what is told names paragraphs, and no word of our files", async () => {
  const picture = pictureParagraph("picture");
  const told = await toldOf(["会议要求各学会按时报送材料，并在月底前完成总结，", "满意率达103%。"], picture);
  expect(told.map(({ rule, line }) => [rule, line])).toEqual([
    ["text/unfinished-paragraph", 3],
    ["number/impossible-share", 4],
    ["image/resolution", 5],
  ]);
  expect(told.filter(({ words }) => OURS.test(words))).toEqual([]);
  expect(told[2]?.words).toContain("第1张图");
});

it("a line that ends within its paragraph is shown as Word shows it", async () => {
  const body = `${TITLE + p(LEAD)}<w:p><w:r><w:t>活动办公室统计</w:t><w:br/><w:t>满意率达103%。</w:t></w:r></w:p>${SIGN}`;
  const { diagnostics, sources } = await lintFile("a.docx", wordPackage({ body }));
  const report = await printReport(diagnostics, sources, {
    format: "pretty",
    language: "zh",
    stream: undefined,
    warningsFail: false,
    hidden: {},
  });
  expect([...report].join("")).toContain("3 │ 活动办公室统计↵满意率达103%。\n");
});

it("one too long to be an item is called by its own name", async () => {
  const long = Array.from({ length: 1200 }, () => p(LEAD.repeat(2))).join("");
  const { diagnostics } = await lintFile("来稿/汇编.docx", wordPackage({ body: TITLE + long + SIGN }));
  const told = diagnostics.filter(({ rule }) => rule === "item/encoding").map(({ message }) => message.zh);
  expect(told).toEqual([expect.stringMatching(/^文件“汇编\.docx”有 \d+ KiB，超过了允许的大小。$/)]);
});

it("a unit that is not named is told once", async () => {
  const { diagnostics } = await lintFile("a.docx", wordPackage({ body: TITLE + p(LEAD) }));
  expect(diagnostics.map(({ rule }) => rule).filter((rule) => /unit|attribution|front/.test(rule))).toEqual([
    "import/unit-missing",
  ]);
});

it("house rules silence what was decided, and no refusal", async () => {
  const house = `${HOUSE}lint: {rules: {import/title: off, import/unit-missing: error, import/unreadable: off}}\n`;
  const told = async (path: string, bytes: Uint8Array | string) => {
    const workspace = memoryWorkspace({ [path]: bytes, "bulletin.yaml": house });
    const { diagnostics } = await lint({ kind: "manuscript", path }, workspace);
    return diagnostics
      .filter(({ rule }) => /^import\/un|title$/.test(rule))
      .map((one) => `${one.rule} ${one.severity}`);
  };
  expect(await told("a.docx", wordPackage({ body: TITLE + p(LEAD) }))).toEqual(["import/unit-missing error"]);
  expect(await told("a.rtf", "{\\rtf1 x}")).toEqual(["import/unreadable error"]);
});

describe("code hosts are told the file that they have", () => {
  const MAIL = `From: news@example.org\nSubject: note\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n见附件。\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="fair.txt"\n\n示例区科协举办春季科普展\n\n${LEAD}\n\n满意率达103%。\n\n（示例区科协供稿）\n--b--\n`;
  const print = async (format: "github" | "sarif", path: string, bytes: Uint8Array | string) => {
    const { diagnostics, sources } = await lintFile(path, bytes);
    const own = diagnostics.filter(({ rule }) => rule === "number/impossible-share");
    const report = await printReport(own, sources, {
      format,
      language: "zh",
      stream: undefined,
      warningsFail: false,
      hidden: { byBaseline: 0 },
    });
    return [...report].join("");
  };
  const WORD = wordPackage({ body: TITLE + p(LEAD) + p("满意率达103%。") + SIGN });

  it("a Word file by its name and its paragraph", async () => {
    expect(await print("github", "来稿/报送.docx", WORD)).toMatch(
      /^::warning file=来稿\/报送\.docx,line=3,endLine=3,col=\d+,endColumn=\d+,title=number\/impossible-share::/,
    );
    const sarif = JSON.parse(await print("sarif", "来稿/报送.docx", WORD));
    expect(sarif.runs[0].results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: ["来稿", "报送.docx"].map(encodeURIComponent).join("/") },
      region: { startLine: 3 },
    });
    expect(sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(
      "import/unreadable",
    );
  });

  it("an attachment by the mail, which attachment and where in words", async () => {
    expect(await print("github", "来稿/信.eml", MAIL)).toMatch(
      /^::warning file=来稿\/信\.eml,line=1,.*::附件“fair\.txt”第5段：“满意率达103%25”/,
    );
    const sarif = JSON.parse(await print("sarif", "来稿/信.eml", MAIL));
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      ["来稿", "信.eml"].map(encodeURIComponent).join("/"),
    );
  });
});
