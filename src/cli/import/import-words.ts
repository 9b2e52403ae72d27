/** What the help says of `bulletin import`, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "把收到的 Word、邮件等来稿做成稿件",
  description:
    "读取收到的来稿（Word、WPS、邮件、网页、纯文本），做成 Markdown 稿件，取出图片，列入清单。先显示每篇的标题、单位、日期、栏目，以及哪些内容没有带过来，确认后才写入。来稿原件存入 inbox 文件夹，并登记到 register.csv；同一个文件不会重复导入。",
  files: "来稿文件，或放来稿的文件夹",
  issue: "导入哪一期：issue.yaml 或其文件夹（默认为当前文件夹里仅有的一期）",
  section: "列入哪个栏目",
  dryRun: "只显示会导入什么，不写文件",
  yes: "不再询问，直接写入",
  strict: "有内容没能带过来时，退出码为 1",
  format: "输出格式",
  examples: `
示例：
  bulletin import 来稿/*.docx --issue issues/2026-03        逐篇显示，确认后导入
  bulletin import 报送.eml -i issues/2026-03 -s 基层动态 --yes
  bulletin import 来稿/ --dry-run                           先看看会导入什么

不在终端里运行又没有 --yes 时，只显示，不写文件。`,
};

export type ImportWords = typeof ZH;

const EN: ImportWords = {
  summary: "make items of the Word files and mails that units send in",
  description:
    "Reads submissions (Word, WPS, mail, web page, plain text), makes Markdown items of them, takes out their pictures and lists the items in the manifest. First it shows the title, unit, date and section of each, and what could not be carried over; it writes once you agree. The file itself is kept in the folder inbox and entered in register.csv; no file is imported twice.",
  files: "submissions, or folders of them",
  issue: "the issue that takes them: an issue.yaml or its folder (default: the only issue in this folder)",
  section: "the section to list them under",
  dryRun: "show what would be imported, write nothing",
  yes: "write without asking",
  strict: "exit with 1 where anything could not be carried over",
  format: "output format",
  examples: `
Examples:
  bulletin import submissions/*.docx --issue issues/2026-03     shows each, then asks
  bulletin import report.eml -i issues/2026-03 -s 基层动态 --yes
  bulletin import submissions/ --dry-run                        shows what would be imported

Without a terminal and without --yes nothing is written.`,
};

export const IMPORT_WORDS: Readonly<Record<Language, ImportWords>> = { zh: ZH, en: EN };
