/** What the command line says of itself, in both languages. */
import type { Language } from "../../diagnostics/language.js";
import { EDITIONS, type EditionName, LISTED_EDITIONS } from "../../editions/edition-table.js";
import { listedForms } from "./listed-forms.js";

const ZH = {
  program: `简报编译器：检查一期简报的稿件，一次生成文字完全相同的 ${LISTED_EDITIONS.zh} 版本。`,
  version: "显示版本号",
  lang: "界面语言（默认取自 LC_ALL、LANG 或系统语言）",
  noColor: "不用颜色（也可设环境变量 NO_COLOR）",
  help: "显示帮助",
  helpCommand: "显示某个命令的帮助",
  programExamples: `
示例：
  bulletin init 我的简报                  建立一份可以直接编译的简报
  bulletin lint                           检查当前文件夹里的一期
  bulletin build issues/2026-03           编译一期，写入其 dist 文件夹
  bulletin explain privacy/mobile-number  说明一条规则

退出码：0 完成；1 检查未通过；2 用法错误、文件无法读取或程序故障。`,
  wholeNumber: (least: number, most: number) => `应为 ${least} 到 ${most} 的整数，只写数字。`,
  shard: "只处理分成 n 份中的第 i 份（如 2/5），供多台机器分担",
  badShard: "应写作 i/n，如 2/5：i 从 1 起，不大于 n。",
  build: {
    summary: "检查并编译一期简报",
    description: `先检查，再把一期简报编译成 ${LISTED_EDITIONS.zh}。有错误时不写任何文件，上一次的文件保持不变。`,
    paths: "issue.yaml，或它所在的文件夹（默认当前文件夹）",
    edition: "要生成的版本，用逗号分隔；另有给程序用的 json",
    out: "输出文件夹（默认为清单旁的 dist）",
    strict: "有警告也不编译",
    noLint: "只做结构检查，不查文字",
    all: "编译文件夹中 issues/ 下的每一期",
    json: "在标准输出打印一份 JSON 结果",
    watch: "文件一有改动就重新编译，按 Ctrl+C 结束",
    jobs: "最多用几个线程：多期同时编，一期分两路编（默认为处理器核数）",
    cache: "没有变化的一期不再编译，只重报上次的问题",
    cacheLocation: "存放 --cache 记录的文件夹（默认在用户自己的缓存文件夹里）",
    form: (name: EditionName) => `${EDITIONS[name].label} 版的形式：${listedForms(name, "zh")}`,
    fonts: "先在这个文件夹里找字体，可重复",
    print: "不写文件，只打印某一阶段的结果：issue（读到的内容）或 layout（版面）",
    examples: `
示例：
  bulletin build                        编译当前文件夹里的一期
  bulletin build -e pdf -o 成品          只要 PDF，写入“成品”
  bulletin build --all --jobs 4         编译全部各期
  bulletin build --watch                边改边编译`,
  },
  lint: {
    summary: "检查稿件",
    description:
      "检查一期的全部稿件，或单独检查收到的来稿：Markdown、Word、邮件、纯文本、网页，一个文件或整个文件夹都可以。每个问题都给出 文件:行:列 和改法；Word 和邮件里的“行”是第几段。",
    paths: "issue.yaml 或其文件夹；稿件或来稿文件，或放它们的文件夹；- 表示标准输入",
    fix: "自动改正能改的问题",
    fixDryRun: "只显示会改什么，不改文件",
    fixSuggestions: "自动改正，并采用每个问题的第一条建议；可先加 --fix-dry-run 查看",
    format: "输出格式",
    outputFile: "把结果写入文件",
    maxWarnings: "警告超过此数即视为不通过",
    quiet: "只报告错误",
    rule: "临时改变一条规则的级别，如 'item/title-length: off'，可重复",
    stdinFilename: "标准输入的内容当作哪个文件来检查",
    baseline: "基线文件：记在其中的旧问题不再报告",
    updateBaseline: "把现有的问题记入基线文件",
    layout: "同时排出版面，检查断行、缺字等",
    jobs: "稿件很多时最多用几个线程（默认为处理器核数）",
    cache: "没有变化的稿件不再检查，只重报上次的问题",
    cacheLocation: "存放 --cache 记录的文件夹（默认在用户自己的缓存文件夹里）",
    changed:
      "只查改动：自上次提交（写了提交、分支或标签的，自与它分开）以来改动的稿件，各期仍整期核对，没有改动的稿件只报错误；文件名写在 -- 后面的，改动就是这些文件；与 --fix 一起用时只改有改动的文件",
    examples: `
示例：
  bulletin lint                                   检查当前文件夹里的一期
  bulletin lint 来稿/报送.docx                      检查一篇来稿
  bulletin lint 来稿                              检查文件夹里的全部来稿
  bulletin lint --fix                             自动改正（bulletin undo 改回）
  bulletin lint -f json -o findings.json          供程序读取
  bulletin lint -f report 来稿/ -o 修改意见.txt       写成给供稿单位的修改意见
  bulletin lint --baseline lint.json --update-baseline  记下旧问题，以后只报新的
  bulletin lint --changed origin/main             只查这个分支改动的稿件（CI）
  bulletin lint --rule 'item/vague-date: off'     这次不查某条规则`,
  },
  init: {
    summary: "新建一份简报",
    description:
      "在文件夹里写一份可以直接编译的简报：bulletin.yaml、一期清单和两篇稿件，另有一篇供试用的 Word 来稿。不覆盖任何已有文件。",
    folder: "放在哪个文件夹（默认当前文件夹）",
    examples: `
示例：
  bulletin init 我的简报
  bulletin build 我的简报 --all`,
  },
  new: {
    summary: "新增一期或一篇稿件",
    description: "按 bulletin.yaml 新增一期，或在一期里新增一篇稿件。不覆盖任何已有文件。",
    issue: "新增一期：期号、总期号、收稿期接着上一期，栏目取自 bulletin.yaml",
    issueFolder: "新一期的文件夹（默认 issues/年-期号）",
    number: "期号",
    date: "出刊日期，如 2026-03-16（默认今天）",
    item: "新增一篇稿件，并列入清单",
    title: "标题；用 --from 时可以不写，写了就以它为准",
    from: "由收到的文件（Word、邮件、纯文本等）做成稿件，原件存入 inbox 并登记",
    section: "列入哪个栏目（默认清单里的第一个；用 --from 时同 bulletin import）",
    source: "报送单位",
    inIssue: "列入哪一期：issue.yaml 或其文件夹",
    file: "文件名（默认取下一个序号，如 items/03.md）",
    examples: `
示例：
  bulletin new issue                                     新增一期
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协`,
  },
  rules: {
    summary: "列出全部规则",
    description: "列出全部检查规则及其默认级别。",
    json: "以 JSON 打印",
  },
  explain: {
    summary: "说明一条规则",
    description: "说明一条规则：查什么、为什么、依据，以及错与对的例子。",
    rule: "规则名，如 section/order；只记得一部分，或只知道说的是什么，也可以",
    examples: `
示例：
  bulletin explain section/order
  bulletin explain 手机号码`,
  },
  schema: {
    summary: "打印 JSON Schema",
    description: "打印一种文件的 JSON Schema，供编辑器提示和校验。",
    name: "manifest（issue.yaml）、house（bulletin.yaml）、item（稿件头部）、template（版式）或 issue（build --edition json 写出的一期）",
    examples: `
示例：
  bulletin schema manifest > manifest.schema.json`,
  },
  completion: {
    summary: "打印命令补全脚本",
    description: "打印一段脚本，让终端在按 Tab 键时补全命令、选项、选项的值和规则名。",
    shell: "终端所用的 shell",
    examples: `
示例：
  source <(bulletin completion bash)                   bash，写入 ~/.bashrc 则长期有效
  source <(bulletin completion zsh)                    zsh，写入 ~/.zshrc，在 compinit 之后
  bulletin completion fish | source                    fish，写入 ~/.config/fish/config.fish`,
  },
};

export type Words = typeof ZH;

const EN: Words = {
  program: `Checks the copy of a work bulletin (简报) and compiles an issue into ${LISTED_EDITIONS.en} editions with identical text.`,
  version: "print the version",
  lang: "language of messages and help (default: LC_ALL, LANG or the system's)",
  noColor: "do not use colours (or set NO_COLOR in the environment)",
  help: "print help",
  helpCommand: "print the help of a command",
  programExamples: `
Examples:
  bulletin init my-bulletin               create a bulletin that builds at once
  bulletin lint                           check the issue in this folder
  bulletin build issues/2026-03           build an issue into its dist folder
  bulletin explain privacy/mobile-number  explain a rule

Exit codes: 0 done; 1 the check failed; 2 wrong usage, unreadable input, or a fault of the program.`,
  wholeNumber: (least, most) => `It should be a whole number from ${least} to ${most}, in digits alone.`,
  shard: "process only the i-th of n parts (such as 2/5), to share the work among machines",
  badShard: "Write i/n, such as 2/5, where i is from 1 to n.",
  build: {
    summary: "check an issue and build its editions",
    description: `Checks an issue, then builds its ${LISTED_EDITIONS.en} editions. If there are errors, nothing is written, and the files of the last run remain unchanged.`,
    paths: "an issue.yaml or its folder (default: this folder)",
    edition: "editions to build, separated by commas; json, for programs, can be added",
    out: "output folder (default: dist beside the manifest)",
    strict: "refuse to build if there are warnings",
    noLint: "check only the structure, not the copy",
    all: "build every issue under issues/",
    json: "print one JSON document on standard output",
    watch: "build again whenever a file changes; press Ctrl+C to stop",
    jobs: "maximum number of threads: several issues at once, one issue in two (default: the number of cores)",
    cache: "do not build an unchanged issue again; only report its last findings again",
    cacheLocation: "folder for the records of --cache (default: in the user's own cache folder)",
    form: (name) => `form of the ${EDITIONS[name].label} edition: ${listedForms(name, "en")}`,
    fonts: "look for fonts in this folder first; may be repeated",
    print: "write no files, but print a stage: issue (what was read) or layout (the composed pages)",
    examples: `
Examples:
  bulletin build                        build the issue in this folder
  bulletin build -e pdf -o out          only the PDF, into out/
  bulletin build --all --jobs 4         build every issue
  bulletin build --watch                build while you write`,
  },
  lint: {
    summary: "check the copy",
    description:
      "Checks an issue with all its items, or submissions as they came: Markdown, Word, mail, plain text, web pages, one file or a folder of them. Every finding comes with file:line:column and what to do; in Word files and mails the line is the number of the paragraph.",
    paths: "an issue.yaml or its folder; items, submissions or folders of them; - for standard input",
    fix: "fix what can be fixed automatically",
    fixDryRun: "print what would be changed, without changing anything",
    fixSuggestions: "fix, and apply the first suggestion of each finding; preview with --fix-dry-run",
    format: "output format",
    outputFile: "write the report to a file",
    maxWarnings: "fail if there are more warnings than this",
    quiet: "report only errors",
    rule: "set the severity of a rule for this run, such as 'item/title-length: off'; may be repeated",
    stdinFilename: "the file as which standard input is checked",
    baseline: "a baseline file: findings recorded in it are not reported",
    updateBaseline: "record the present findings in the baseline file",
    layout: "also compose the pages, and check line breaks, missing glyphs and the like",
    jobs: "maximum number of threads for large runs (default: the number of cores)",
    cache: "do not lint unchanged copy again; only report its last findings again",
    cacheLocation: "folder for the records of --cache (default: in the user's own cache folder)",
    changed:
      "only what has changed since the last commit, or since this branch left the commit, branch or tag named: issues are checked as a whole, but only errors are reported in unchanged items. With names of files behind --, these are what has changed; --fix changes only changed files",
    examples: `
Examples:
  bulletin lint                                   check the issue in this folder
  bulletin lint incoming/report.docx              check one submission
  bulletin lint incoming                          check all submissions in a folder
  bulletin lint --fix                             fix what can be fixed (bulletin undo reverts it)
  bulletin lint -f json -o findings.json          for programs
  bulletin lint -f report incoming/ -o reply.txt  a letter to the unit that sent them
  bulletin lint --baseline lint.json --update-baseline  record old findings, report only new ones
  bulletin lint --changed origin/main             only what this branch changes, for CI
  bulletin lint --rule 'item/vague-date: off'     turn a rule off this time`,
  },
  init: {
    summary: "create a new bulletin",
    description:
      "Writes a small bulletin that builds at once: bulletin.yaml, one issue with two items, and a Word file to import. Existing files are never overwritten.",
    folder: "the folder (default: this one)",
    examples: `
Examples:
  bulletin init my-bulletin
  bulletin build my-bulletin --all`,
  },
  new: {
    summary: "add an issue or an item",
    description:
      "Adds an issue based on bulletin.yaml, or an item to an issue. Existing files are never overwritten.",
    issue: "add an issue: number, total and period follow the last one; sections from bulletin.yaml",
    issueFolder: "folder of the new issue (default: issues/YEAR-NUMBER)",
    number: "its number",
    date: "its date, such as 2026-03-16 (default: today)",
    item: "add an item and list it in the manifest",
    title: "its title; may be left out with --from, and wins where it is given",
    from: "make the item of a file that came (Word, mail, text); the original goes into inbox and register.csv",
    section: "the section it goes into (default: the first in the manifest; with --from as bulletin import)",
    source: "the unit that sent it",
    inIssue: "the issue it goes into: an issue.yaml or its folder",
    file: "file name (default: the next number, such as items/03.md)",
    examples: `
Examples:
  bulletin new issue
  bulletin new item "示例区科协举办科普展" -s 基层动态 --source 示例区科协`,
  },
  rules: {
    summary: "list the rules",
    description: "Lists all rules with their default severities.",
    json: "print JSON",
  },
  explain: {
    summary: "explain a rule",
    description: "Explains a rule: what it checks, why, on what authority, with wrong and right examples.",
    rule: "the rule's name, such as section/order, a part of it, or words for what it is about",
    examples: `
Examples:
  bulletin explain section/order
  bulletin explain mobile number`,
  },
  schema: {
    summary: "print a JSON Schema",
    description: "Prints the JSON Schema of a kind of file, for completion and checks in text editors.",
    name: "manifest (issue.yaml), house (bulletin.yaml), item (front matter), template, or issue (what build --edition json writes)",
    examples: `
Examples:
  bulletin schema manifest > manifest.schema.json`,
  },
  completion: {
    summary: "print a completion script",
    description:
      "Prints a script that makes the Tab key complete commands, options, their values and rule names.",
    shell: "the shell it is for",
    examples: `
Examples:
  source <(bulletin completion bash)                   bash; in ~/.bashrc to keep it
  source <(bulletin completion zsh)                    zsh; in ~/.zshrc, after compinit
  bulletin completion fish | source                    fish; in ~/.config/fish/config.fish`,
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { zh: ZH, en: EN };

/** Titles that the command library itself prints in its help. */
export const COMMANDER_WORDS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map(),
  zh: new Map([
    ["Usage:", "用法："],
    ["Arguments:", "参数："],
    ["Options:", "选项："],
    ["Global Options:", "通用选项："],
    ["Commands:", "命令："],
  ]),
};
