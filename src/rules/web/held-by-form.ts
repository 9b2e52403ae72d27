/**
 * What a form of the HTML edition cannot show is told when that form is built: the table that a telephone cannot show, the
 * digest that an official account cuts, words struck out where a form has no element for them.
 */
import {
  accountDigest,
  accountTitle,
  MAX_ACCOUNT_DIGEST,
  MAX_ACCOUNT_TITLE,
} from "../../model/account-texts.js";
import type { Issue, Item } from "../../model/issue.js";
import type { Block, Inline, Strikethrough, Table } from "../../model/text.js";
import type { Finding, IssueRule } from "../rule.js";

/** A telephone shows so many columns of a table without scrolling, and the official account has no scrolling. */
const MOST_COLUMNS = 4;

const ITEM = `---
title: 示例区科协把科普活动办进社区
source: 示例区科协
---

3月10日，示例区科协举办科普活动，各点参加情况如下：

| 地点 | 场次 | 人数 | 志愿者 |
| --- | --- | --- | --- |
| 云湖社区 | 2 | 85 | 6 |

活动受到居民欢迎。
`;

export const webHeldByForm: IssueRule = {
  id: "web/held-by-form",
  scope: "issue",
  severity: "warning",
  alsoSeverity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "要编的网页形式放得下本期的内容。",
    en: "The form of the HTML edition that is built can show what the issue holds.",
  },
  why: {
    zh: "公众号文章在手机上看，超过四列的表格会挤成一团，又不能左右滑动；公众号的标题和摘要也限定字数。最简单的网页形式没有删除线，删去的字会变得像没有删过。只在编这种形式时提醒。",
    en: "WeChat articles are read on telephones, where a table of more than four columns is squeezed and cannot be scrolled; their titles and digests are limited in length. The plainest form has no strike-through, and words struck out would look as if they were not. This is told only when that form is built.",
  },
  examples: [
    {
      name: {
        zh: "公众号稿里有五列的表格",
        en: "A table of five columns in a WeChat article",
      },
      files: {
        "items/01.md": ITEM.replace(/\|$/gm, "| |")
          .replace("志愿者 | |", "志愿者 | 备注 |")
          .replace("--- | |", "--- | --- |"),
      },
      show: "items/01.md",
      webForm: "wechat",
      findings: ["items/01.md:8:1"],
    },
    {
      name: { zh: "四列的表格", en: "A table of four columns" },
      files: { "items/01.md": ITEM },
      show: "items/01.md",
      webForm: "wechat",
      findings: [],
    },
    {
      name: { zh: "五列的表格，但不编公众号稿", en: "A table of five columns, and no such article" },
      files: {
        "items/01.md": ITEM.replace(/\|$/gm, "| |")
          .replace("志愿者 | |", "志愿者 | 备注 |")
          .replace("--- | |", "--- | --- |"),
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "最简单的网页形式里有删除线", en: "Words struck out in the plainest form" },
      files: { "items/01.md": ITEM.replace("居民欢迎", "~~干部~~居民欢迎") },
      show: "items/01.md",
      webForm: "plain",
      findings: ["items/01.md:12:5"],
    },
    {
      name: {
        zh: "最简单的网页形式里，编者按有删除线",
        en: "Words struck out in an editor's note, in the plainest form",
      },
      files: { "items/01.md": ITEM.replace("---\n\n", "editors-note: 本刊~~旧~~新按。\n---\n\n") },
      show: "items/01.md",
      webForm: "plain",
      findings: ["items/01.md:4:17"],
    },
    {
      name: { zh: "摘要太长", en: "A digest that is too long" },
      files: {
        "items/01.md": ITEM.replace(
          "source: 示例区科协\n",
          `source: 示例区科协\nsummary: ${"示例区科协走进社区举办科普活动，居民踊跃参加。".repeat(6)}\n`,
        ),
      },
      show: "items/01.md",
      webForm: "wechat",
      findings: ["items/01.md:4:10"],
    },
  ],
  *check(issue, { webForm }) {
    if (webForm === "wechat") yield* overAccount(issue);
    if (webForm === "plain") for (const item of itemsOf(issue)) yield* struckOut(item);
  },
};

const itemsOf = (issue: Issue): readonly Item[] => issue.sections.flatMap(({ items }) => items);

function* overAccount(issue: Issue): Iterable<Finding> {
  for (const item of itemsOf(issue)) {
    for (const { columns, span } of textsOf(item).flatMap(tablesIn)) {
      if (columns.length <= MOST_COLUMNS) continue;
      yield {
        span: { ...span, end: span.start },
        message: {
          zh: `这个表格有 ${columns.length} 列，公众号稿在手机上会挤得看不清。`,
          en: `This table has ${columns.length} columns; in a WeChat article it is squeezed on a telephone.`,
        },
        help: {
          zh: `请减到 ${MOST_COLUMNS} 列以内，或把表格截成图片。`,
          en: `Leave no more than ${MOST_COLUMNS} columns, or make a picture of it.`,
        },
      };
    }
  }
  yield* cutTexts(issue);
}

function* cutTexts(issue: Issue): Iterable<Finding> {
  const texts = [
    [{ zh: "标题", en: "title" }, accountTitle(issue), MAX_ACCOUNT_TITLE],
    [{ zh: "摘要", en: "digest" }, accountDigest(issue), MAX_ACCOUNT_DIGEST],
  ] as const;
  for (const [name, { cutBehind, span }, most] of texts) {
    if (cutBehind === undefined) continue;
    yield {
      severity: "info",
      span: span ?? issue.number.span,
      message: {
        zh: `公众号的${name.zh}最多 ${most} 个字，“${name.zh}.txt”里只到“${cutBehind}”为止。`,
        en: `The ${name.en} of a WeChat article has ${most} characters at most; “${name.zh}.txt” ends behind “${cutBehind}”.`,
      },
      help: {
        zh: `请看看截得是否合适；也可以直接改“${name.zh}.txt”。`,
        en: `See whether it reads well so; you can edit “${name.zh}.txt”.`,
      },
    };
  }
}

function* struckOut(item: Item): Iterable<Finding> {
  for (const { span } of textsOf(item).flatMap(inlinesIn).flatMap(struckIn)) {
    yield {
      span,
      message: {
        zh: "这里的删除线在最简单的网页形式里没有了，删去的字看上去像没有删过。",
        en: "The plainest form has no strike-through: these words would look as if they had not been struck out.",
      },
      help: {
        zh: "请把删去的字去掉，或改用带样式的形式（fragment）。",
        en: "Take the words out, or build the form “fragment”.",
      },
    };
  }
}

const textsOf = ({ editorsNote, blocks, notes }: Item): readonly Block[] => [
  ...(editorsNote?.paragraphs ?? []),
  ...blocks,
  ...notes.flatMap(({ children }) => children),
];

function tablesIn(block: Block): readonly Table[] {
  switch (block.kind) {
    case "table":
      return [block];
    case "list":
      return block.items.flatMap(({ children }) => children.flatMap(tablesIn));
    case "quote":
      return block.children.flatMap(tablesIn);
    default:
      return [];
  }
}

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.children;
    case "list":
      return block.items.flatMap(({ children }) => children.flatMap(inlinesIn));
    case "quote":
      return block.children.flatMap(inlinesIn);
    case "table":
      return [block.header, ...block.rows].flat().flatMap(({ children }) => children);
    case "figure-row":
      return block.caption?.children ?? [];
    default:
      return [];
  }
}

const struckIn = (inline: Inline): readonly Strikethrough[] =>
  inline.kind === "strikethrough" ? [inline] : "children" in inline ? inline.children.flatMap(struckIn) : [];
