/**
 * A signature is printed as （单位）: persons and days that its author typed are not. Source: FORMATS,
 * item (source, submitter).
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Item, TypedSignature } from "../../model/issue.js";
import type { Finding, ItemRule } from "../rule.js";
import { submitterEdits } from "../submitter-edits.js";

const item = (front: string, body: string) => `---
title: 示例区科协开展科普进社区活动
${front}---

${body}
`;

export const attributionPersonNamed: ItemRule = {
  id: "attribution/person-named",
  scope: "item",
  severity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "署名只印供稿单位；供稿人写在 submitter 里。",
    en: "Only the unit is printed as the attribution; the author goes under submitter.",
  },
  why: {
    zh: "署名里的人名、日期不付印；记在 submitter 里，编辑才能找到供稿人。",
    en: "Names and dates in an attribution are not printed; under submitter the editor can still find the author.",
  },
  examples: [
    {
      name: { zh: "署名里有供稿人", en: "A person in the signature" },
      files: {
        "items/02.md": item("", "3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协 张三 供稿）"),
      },
      show: "items/02.md",
      findings: ["items/02.md:5:27"],
      fixed: item(
        "submitter:\n  name: 张三\n",
        "3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协）",
      ),
    },
    {
      name: {
        zh: "单位已经写在 source 里，末尾是供稿人",
        en: "The unit is under source, a person at the end",
      },
      files: {
        "items/02.md": item(
          "source: 示例区科协\n",
          "3月11日，科普志愿者走进社区，为居民讲解急救知识。（通讯员 张三）",
        ),
      },
      show: "items/02.md",
      findings: ["items/02.md:6:27"],
      suggested: item(
        "source: 示例区科协\nsubmitter:\n  name: 张三\n",
        "3月11日，科普志愿者走进社区，为居民讲解急救知识。",
      ),
    },
    {
      name: { zh: "单位下面写了日期", en: "A day below the unit" },
      files: {
        "items/02.md": item("", "让我们一起走进社区，把科学讲给更多的人听。\n\n示例区科协\n\n2026年3月10日"),
      },
      show: "items/02.md",
      findings: ["items/02.md:7:1"],
      fixed: item("", "让我们一起走进社区，把科学讲给更多的人听。\n\n示例区科协\n\n2026年3月10日"),
    },
    {
      name: { zh: "只署单位", en: "Only the unit" },
      files: {
        "items/02.md": item(
          "submitter: {name: 张三}\n",
          "3月11日，科普志愿者走进社区，为居民讲解急救知识。（示例区科协）",
        ),
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(item, { sources }) {
    const { signature } = item;
    if (signature === undefined) return;
    const source = sources.get(item.path) ?? "";
    // Where the unit is written twice, attribution/repeated says so and moves the person as well.
    const isOnce = item.attribution?.writtenIn === "body";
    if (signature.state === "taken" && isOnce && signature.people.length + signature.others.length > 0)
      yield unprinted(item, signature, source);
    else if (
      signature.state === "persons-only" &&
      item.attribution !== undefined &&
      isLabelled(signature, source)
    )
      yield printedPerson(item, signature, source);
  },
};

function unprinted(item: Item, signature: TypedSignature, source: string): Finding {
  const { people, others, span, unit } = signature;
  const names = [...people, ...others].join("、");
  const edits = submitterEdits(item, { people, source });
  const canMove = edits !== undefined && people.length > 0 && others.length === 0;
  return {
    span,
    message: {
      zh: `署名只印“（${item.attribution?.value ?? unit}）”，“${names}”不付印。`,
      en: `The attribution is printed as “（${item.attribution?.value ?? unit}）”; “${names}” is not printed.`,
    },
    help: people.length === 0 && others.some((words) => DAY.test(words)) ? TO_SIGNATURE : TO_SUBMITTER,
    ...(canMove && { fix: [...edits, { span, text: `（${unit}）` }] }),
  };
}

function printedPerson(item: Item, { people, span }: TypedSignature, source: string): Finding {
  const edits = submitterEdits(item, { people, source });
  const start = source.slice(0, span.start).trimEnd().length;
  return {
    span,
    message: {
      zh: `“${people.join("、")}”像是供稿人，会印在单位的前面。`,
      en: `“${people.join("、")}” looks like the author of the item, and would be printed before the unit.`,
    },
    help: TO_SUBMITTER,
    ...(edits && {
      suggestions: [{ message: TO_SUBMITTER, edits: [...edits, { span: { ...span, start }, text: "" }] }],
    }),
  };
}

const TO_SUBMITTER: Message = {
  zh: "请把供稿人写进文件开头的 submitter，下一行缩进写 name: 姓名。",
  en: "Put the author under submitter in the front matter: name: … on the next line, indented.",
};

const DAY = /[\d〇○零一二三四五六七八九十][年月./-]/u;

/** A letter is signed and dated in print, a piece of news is not: only the editor knows which it is. */
const TO_SIGNATURE: Message = {
  zh: "一般的稿件不印成文日期；若是书信、倡议书，要把署名和日期印在右下方，请在文件开头写 signed，并删去文末这几行。",
  en: "News is printed without that day; if this is a letter or an appeal, whose name and day are to stand at the lower right, write “signed” in the front matter and delete these lines.",
};

const isLabelled = ({ span }: TypedSignature, source: string): boolean =>
  /供稿|投稿|来稿|报送|撰|作者|通讯员|记者|文[/／、]图|图[/／、]文/.test(source.slice(span.start, span.end));
