/** `bulletin init`: writes a small bulletin that builds at once and a Word file to import, and tells what to do next. */
import { join } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { readSampleSubmission } from "../../disk/package-files.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import { LISTED_EDITIONS } from "../../editions/edition-table.js";
import { type CalendarDate, isoDate } from "../../model/calendar-date.js";
import { shellWord } from "../terminal/shell-word.js";
import { localToday } from "./local-today.js";
import { manifestText } from "./manifest-text.js";
import { SCHEMA_FOLDER, schemaFiles, schemaLine } from "./schema-files.js";

export interface InitOptions {
  readonly language: Language;
  /** what a person at a terminal answered; nobody was asked where it is undefined */
  readonly systemFonts: boolean | undefined;
}

export function runInit(folder: string, { language, systemFonts }: InitOptions): number {
  const today = localToday();
  const issueFolder = join("issues", `${today.year}-01`);
  const files = new Map([
    [
      "bulletin.yaml",
      `${schemaLine("house", { root: "", folder: "" })}\n${HOUSE}${systemFonts === true ? SYSTEM_FONTS : ""}`,
    ],
    [
      join(issueFolder, "issue.yaml"),
      manifestText({
        schema: schemaLine("manifest", { root: "", folder: issueFolder }),
        year: today.year,
        number: 1,
        date: today,
        sections: [
          { name: "工作动态", items: ["items/01-example.md"] },
          { name: "基层动态", items: ["items/02-example.md"] },
        ],
      }),
    ],
    [join(issueFolder, "items", "01-example.md"), officeItem(today)],
    [join(issueFolder, "items", "02-example.md"), unitItem(today)],
  ]);
  const taken = [...files.keys(), SUBMISSION].filter((name) => isTaken(join(folder, name)));
  if (taken.length > 0) throw alreadyThere(folder, taken);
  // A repository may have one already, which is its owner's.
  const unignored = missingPatterns(join(folder, GIT_IGNORE));
  if (unignored === undefined) files.set(GIT_IGNORE, IGNORED_TEXT);
  const all = [
    ...[...files].map(([name, text]) => ({
      path: join(folder, name),
      bytes: new TextEncoder().encode(text),
    })),
    { path: join(folder, SUBMISSION), bytes: readSampleSubmission() },
    ...schemaFiles(folder),
  ];
  for (const { path } of all) refuseWayOut(path, folder);
  writeFiles(all);
  const written = [...files.keys(), SUBMISSION, `${SCHEMA_FOLDER}/`];
  const typed = (name: string): string =>
    printable(shellWord(join(folder, name), { platform: process.platform, environment: process.env }));
  process.stdout.write(
    nextSteps({
      written,
      folder: printable(folder),
      issue: typed(issueFolder),
      submission: typed(SUBMISSION),
      unignored: unignored ?? [],
    })[language],
  );
  return 0;
}

const GIT_IGNORE = ".gitignore";

/** What a unit might have sent, to try `bulletin import` with. */
const SUBMISSION = join("来稿", "示例区科协稿件.docx");

/** What the program makes and can make again; of the last, each keeps their own. */
const IGNORED = ["dist/", ".bulletin-cache/", ".bulletin-history/"] as const;

const IGNORED_TEXT = `# 编译出来的文件，和程序在本机留的记录、备份，不必提交。
# What is built, and records and copies that the program keeps on each machine, need no commit.
${IGNORED.join("\n")}
`;

const HOUSE = `# 本刊规则，各期共用。House rules, shared by all issues.
bulletin:
  name: 示例工作简报            # 报头 masthead
  publisher: 示例单位办公室      # 编发单位 issuing body
# marking: 内部资料　注意保存     # 需要时去掉行首的 #，印在报头上方 printed above the masthead
template: jianbao
sections:                       # 允许的栏目，按刊登顺序 sections in printing order
  - name: 工作动态
  - name: 基层动态
    attribution: required       # 文末须署报送单位 items must name their unit
contact:
  label: 信息报送邮箱
  email: submissions@example.org # 改成本单位的邮箱 put your own mailbox here
# editorial: {editor: 某某, reviewer: 某某, approver: 某某}   # 各期相同的编审 editors of all issues
# look: {colors: {accent: "#A00000"}}                        # 换个颜色、字号 a colour or a size of your own
`;

const SYSTEM_FONTS = `fonts:
  system: true                  # PDF 用本机已装的仿宋、楷体、小标宋 set the PDF in the fonts installed here
`;

function officeItem(date: CalendarDate): string {
  return `---
title: 示例单位召开信息工作座谈会
date: ${isoDate(date)}
---

${dayOf(date)}，示例单位召开信息工作座谈会，总结上一阶段信息报送情况，部署下一步工作。各部门信息员参加会议。

会议要求，各部门要明确专人负责，做到及时、准确、简明；重要工作当日报送，图片与文字分别存放，文末注明报送单位。会后，与会人员就选题、导语写法和数字用法进行了交流。
`;
}

function unitItem(date: CalendarDate): string {
  return `---
title: 示例区分部开展业务培训
source: 示例区分部
date: ${isoDate(date)}
---

${dayOf(date)}，示例区分部开展业务培训，36名新入职员工参加。培训围绕岗位职责、安全规范、公文写作三个专题展开，采用课堂讲授与现场演练相结合的方式。

参训员工表示，培训内容贴近实际，解决了工作中的不少疑问。下一步，示例区分部将建立“以老带新”制度，为每名新员工安排一位导师。
`;
}

const dayOf = ({ month, day }: CalendarDate): string => `${month}月${day}日`;

function alreadyThere(folder: string, names: readonly string[]): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `“${folder}”里已有 ${names.join("、")}，没有写入任何文件。`,
      en: `“${folder}” already contains ${names.join(", ")}; nothing was written.`,
    },
    {
      zh: "请换一个空文件夹，或用 bulletin new issue 在已有的简报里新增一期。",
      en: "Choose an empty folder, or add an issue to the bulletin with bulletin new issue.",
    },
  );
}

/** More than anybody writes into one. */
const MOST_BYTES = 1024 * 1024;

/** @returns undefined where there is no such file; all where there is something else of that name */
function missingPatterns(path: string): readonly string[] | undefined {
  if (!isTaken(path)) return undefined;
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: true });
  const lines = content.state === "found" ? content.bytes.toString("utf8").split(/\r?\n/) : [];
  return IGNORED.filter((pattern) => !lines.includes(pattern));
}

interface Steps {
  /** names of files and folders */
  readonly written: readonly string[];
  readonly folder: string;
  /** as it is typed behind a command */
  readonly issue: string;
  /** the Word file, as it is typed behind a command */
  readonly submission: string;
  /** what a .gitignore that is there should say, too */
  readonly unignored: readonly string[];
}

function nextSteps({ written, folder, issue, submission, unignored }: Steps): Message {
  const list = written.map((name) => `  ${name}\n`).join("");
  const patterns = unignored.map((pattern) => `  ${pattern}\n`).join("");
  return {
    zh: `已在 ${folder} 写入：
${list}（${SCHEMA_FOLDER} 供 VS Code 等编辑器提示键名）
${patterns !== "" ? `已有的 ${GIT_IGNORE} 没有改动，请在里面加上：\n${patterns}` : ""}
接下来：
  bulletin build ${issue}     编译成 ${LISTED_EDITIONS.zh}
  bulletin import ${submission} --issue ${issue}     把收到的 Word 稿件收进这一期
  修改 bulletin.yaml，写上本刊的名称、栏目和邮箱
  bulletin new item "标题" --issue ${issue}     新增一篇空白稿件
`,
    en: `Written in ${folder}:
${list}(${SCHEMA_FOLDER} lets VS Code and other editors complete the keys)
${patterns !== "" ? `The existing ${GIT_IGNORE} was not changed; please add to it:\n${patterns}` : ""}
Next:
  bulletin build ${issue}     builds ${LISTED_EDITIONS.en}
  bulletin import ${submission} --issue ${issue}     takes a Word file that a unit sent into the issue
  edit bulletin.yaml: name, sections and mailbox of your bulletin
  bulletin new item "TITLE" --issue ${issue}     adds an item
`,
  };
}
