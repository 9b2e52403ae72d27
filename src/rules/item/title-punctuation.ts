/**
 * A title ends in no mark, and has few within. Source: GB/T 9704-2012, 7.3.1 (titles of official papers
 * use no marks but 《》 in general); 、 ， “” · are what bulletins need beyond that. Short brackets and a single
 * line are parts of names: 全委（扩大）会议, 中国—示例国科普论坛; news have a speaker or a place in front of a colon:
 * 云湖区：抓项目促开放. A pair of marks is one finding. Marks within are a matter of taste, one at the end is not.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { isPartOfName, marksOf, type TitleMark } from "../../han/title-marks.js";
import type { Span } from "../../model/located.js";
import { placeInTitle } from "../../model/place-in-value.js";
import type { Finding, ItemRule } from "../rule.js";

/** A full stop says nothing at the end of a title; behind a letter a point may end a short form. */
const EMPTY_FINAL = /(?:[。．]|(?<![A-Za-z.])\.)$/u;
/** Behind these something may have been lost; ？ and ！ are tone. */
const OPEN_FINAL = /[.，,、；;：:]$/u;
const FINAL = /^[。．.，,、；;：:！!？?…—]$/u;

export const itemTitlePunctuation: ItemRule = {
  id: "item/title-punctuation",
  scope: "item",
  severity: "warning",
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  options: { allow: "《》〈〉“”‘’·、，" },
  summary: {
    zh: "标题末尾不加标点，中间只用《》“”·、，和空格（allow）。",
    en: "A title does not end in a punctuation mark, and contains none but 《》 “” · 、 ， and spaces (allow).",
  },
  why: {
    zh: "公文标题一般不用标点。标题排在版面中央，末尾的句号会使它偏向一边。",
    en: "Titles of official documents generally have no punctuation. A title is centred, and a full stop at its end pulls it to one side.",
  },
  source: "GB/T 9704-2012, 7.3.1",
  examples: [
    {
      name: { zh: "末尾有句号", en: "A full stop at the end" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会。
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:20"],
      fixed: `---
title: 示例市科协举办学术交流会
---

3月10日，活动举办。
`,
    },
    {
      name: {
        zh: "末尾是逗号或冒号：后面也许还有字，由编辑定",
        en: "A comma or a colon at the end: words may be missing, so the editor decides",
      },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会，
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:20"],
      fixed: `---
title: 示例市科协举办学术交流会，
---

3月10日，活动举办。
`,
      suggested: `---
title: 示例市科协举办学术交流会
---

3月10日，活动举办。
`,
    },
    {
      name: { zh: "中间有感叹号和分号", en: "An exclamation mark and a semicolon within" },
      files: {
        "items/01.md": `---
title: 人气火爆！市民争相体验；科普展延期
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:12", "items/01.md:2:19"],
    },
    {
      name: { zh: "成对的标点算一处", en: "A pair of marks is reported once" },
      files: {
        "items/01.md": `---
title: 【专题】示例市科协举办活动（含直播回放和课件下载）
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:8", "items/01.md:2:21"],
    },
    {
      name: { zh: "名称里的括号和一字线", en: "Brackets and lines of names" },
      files: {
        "items/01.md": `---
title:
  - 示例市科协召开三届二次全委（扩大）会议
  - 中国—示例国科普论坛同期举行
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "副题前的破折号", en: "The dash before a subtitle" },
      files: {
        "items/01.md": `---
title:
  - 科普大篷车开进乡村小学
  - ——示例区科协科普进校园活动走笔
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "冒号前是地名、单位或讲话的人", en: "A place, a body or a speaker in front of a colon" },
      files: {
        "items/01.md": `---
title: 云湖区：抓项目促开放 推动园区建设
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "书名号、引号、间隔号和顿号", en: "Marks that titles may have" },
      files: {
        "items/01.md": `---
title: “十四五”科普成果、《示例科普读本》亮相“3·15”主题日
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "打成半角的逗号和引号另有规则管",
        en: "A half-width comma and straight marks are other rules' affair",
      },
      files: {
        "items/01.md": `---
title: 示例区科协举办"科普之春"活动,反响热烈
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "小数点、百分号、连字符不是标点",
        en: "Decimal points, per cent signs and hyphens in codes",
      },
      files: {
        "items/01.md": `---
title: 示例市公民科学素质比例达18.5% 较2024年提高1.2个百分点
---

C919-100项目同日启动。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { options }) {
    const allowed = new Set(String(options.allow));
    for (const [index, line] of item.title.entries()) {
      const isLast = index === item.title.length - 1;
      const textEnd = line.value.trimEnd().length;
      for (const found of marksOf(line.value)) {
        const { mark, start, end } = found;
        const isFinal = isLast && end === textEnd && FINAL.test(mark);
        // The line of a subtitle begins so.
        if (index > 0 && mark === "——" && line.value.slice(0, start).trim() === "") continue;
        if (!isFinal && (allowed.has(FULL[mark] ?? mark) || isPartOfName(line.value, found))) continue;
        const place = placeInTitle(line, { start, end });
        const span = place ?? line.span;
        const told = isFinal ? finalMark(found) : innerMark(found);
        yield {
          ...(!isFinal && { severity: "info" as const }),
          ...told,
          span,
          ...(isFinal &&
            place !== undefined &&
            deletionAt(place, { title: line.value.slice(0, end), help: told.help })),
        };
      }
    }
  },
};

/** @param title up to the mark, with it */
function deletionAt(
  span: Span,
  { title, help }: { readonly title: string; readonly help: Message },
): Pick<Finding, "fix" | "suggestions"> {
  const edits = [{ span, text: "" }];
  if (EMPTY_FINAL.test(title)) return { fix: edits };
  return OPEN_FINAL.test(title) ? { suggestions: [{ message: help, edits }] } : {};
}

/** Mistyped, yet allowed once they are what they stand for: that is reported by the rules of text. */
const FULL: Readonly<Record<string, string>> = { ",": "，", '"': "“", "'": "‘" };

const finalMark = ({ typed }: TitleMark) => ({
  message: {
    zh: `标题末尾有“${typed}”，标题末尾不加标点。`,
    en: `The title ends in “${typed}”; titles do not end in a punctuation mark.`,
  },
  help: { zh: `请删去末尾的“${typed}”。`, en: `Delete the “${typed}” at the end.` },
});

const innerMark = ({ typed, close }: TitleMark) => {
  const shown = typed + (close?.mark ?? "");
  return {
    message: {
      zh: `标题里有“${shown}”，标题中一般不用这个标点。`,
      en: `The title contains “${shown}”, a mark not generally used in titles.`,
    },
    help: {
      zh: "请改写标题，或在需要停顿的地方用空格，或分成两行。",
      en: "Reword it, use a space where a pause is needed, or break it into two lines.",
    },
  };
};
