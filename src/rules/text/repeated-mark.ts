/**
 * A mark stands once. Source: GB/T 15834-2011; it lets ！ and ？ be stacked for force (4.2, 4.3), which
 * a work bulletin does without, so that their number is only suggested; the two together it writes ？！.
 */
import { isQuotedAlone } from "../../han/half-width-notation.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const ANY = /[，。、；：！？]{2,}/g;

export const textRepeatedMark: TextRule = {
  id: "text/repeated-mark",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "一处只用一个标点；问号和叹号同用写作“？！”。",
    en: "Only one punctuation mark is used in one place; question and exclamation mark together are written ？！.",
  },
  why: {
    zh: "重复的标点多半是多按了一次键，或删改句子时留下的。公文和简报也不用叠用的叹号。",
    en: "A doubled mark is usually a key pressed twice, or left over from a deleted phrase. Nor do official documents and bulletins stack exclamation marks.",
  },
  source: "GB/T 15834-2011",
  examples: [
    textExample({
      name: { zh: "同一个标点连用", en: "The same mark twice" },
      text: "会议围绕城市更新，，设置两个环节。。",
      at: [9, 17],
      fixed: "会议围绕城市更新，设置两个环节。",
    }),
    textExample({
      name: { zh: "叹号和问号同用，次序颠倒", en: "Exclamation and question marks in the wrong order" },
      text: "你去过吗！？",
      at: [5],
      fixed: "你去过吗？！",
    }),
    textExample({
      name: { zh: "叠用的叹号、问号：语气由编辑定，只建议", en: "Stacked marks of tone: suggested" },
      text: "太精彩了！！！真的吗？？",
      at: [5, 11],
      fixed: "太精彩了！！！真的吗？？",
      suggested: "太精彩了！真的吗？",
    }),
    textExample({
      name: {
        zh: "两个不同的标点，只指出，由编辑取舍",
        en: "Two different marks: reported, left to the editor",
      },
      text: "他们讨论了节能改造、，提出建议。",
      at: [10],
      fixed: "他们讨论了节能改造、，提出建议。",
    }),
    textExample({
      name: { zh: "问号和叹号同用", en: "Question and exclamation together" },
      text: "这难道不是最好的科普课堂？！",
    }),
    textExample({
      name: { zh: "省略号、破折号和相邻的引号", en: "Ellipsis, dash, neighbouring quotation marks" },
      text: "他说：“孩子们问个不停……”——这正是“做中学”“学中做”的意义。",
    }),
  ],
  *check(line) {
    for (const match of line.text.matchAll(ANY)) {
      const marks = match[0];
      // Three full stops are an ellipsis mistyped.
      if (marks === "？！" || /^。{3,}$/.test(marks)) continue;
      const start = match.index;
      const end = start + marks.length;
      if (isQuotedAlone(line.text, start, end)) continue;
      const kept = markKept(marks);
      // ！！！ may be meant for force.
      const isTone = marks !== "！？" && /^[！？]+$/.test(marks);
      yield copyFinding(line, {
        start,
        end,
        message: {
          zh: `“${marks}”连用了 ${marks.length} 个标点，一处只用一个。`,
          en: `“${marks}” has ${marks.length} punctuation marks in a row; only one is used in one place.`,
        },
        help:
          kept === undefined
            ? { zh: "请按句意保留其中一个。", en: "Keep the one that fits the sentence." }
            : { zh: `改为“${kept}”。`, en: `Write “${kept}”.` },
        ...(isTone ? { suggestion: kept } : { replacement: kept }),
      });
    }
  },
};

/** Which mark was meant is plain where all are alike, or where they are tones of one sentence. */
function markKept(marks: string): string | undefined {
  const kinds = [...new Set(marks)];
  if (kinds.length === 1) return kinds[0];
  return kinds.every((mark) => mark === "？" || mark === "！") ? "？！" : undefined;
}
