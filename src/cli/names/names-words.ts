/** What `bulletin names` says of itself, in both languages. */
import type { Language } from "../../diagnostics/language.js";

const ZH = {
  summary: "从往期读出人名、职务和单位，供核对后收进名册",
  description:
    "读一个文件夹里的各期，列出署过名的单位、写明职务的人名，各有次数、日期和出处，写成可以贴进 bulletin.yaml 的样子。只凭文中的证据，拿不准的另列；名册里已有的不列。不改动任何文件。",
  from: "放各期的文件夹，或其中一期",
  json: "在标准输出打印一份 JSON 结果",
  out: "写进一个新文件；文件已经存在的不写",
  examples: `
示例：
  bulletin names --from issues/                   看往期有哪些人名和单位
  bulletin names --from issues/ --out 名册.yaml   写进一个新文件，逐条核对
  bulletin names --from issues/ --json            供程序读取`,
};

const EN: typeof ZH = {
  summary: "read persons, posts and units out of past issues, to confirm for the roster",
  description:
    "Reads the issues in a folder and lists units that signed and persons with their posts, with counts, days and places, as YAML that can be pasted into bulletin.yaml. Only what texts give evidence of; what is unclear stands apart, and what the house lists already is left out. No file is changed.",
  from: "folder with issues, or one issue",
  json: "print one JSON document on standard output",
  out: "write to a new file; never over one that exists",
  examples: `
Examples:
  bulletin names --from issues/                    persons and units of past issues
  bulletin names --from issues/ --out roster.yaml  into a new file, to be checked line by line
  bulletin names --from issues/ --json             for programs to read`,
};

export const NAMES_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
