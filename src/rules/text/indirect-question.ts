/**
 * A sentence that tells of a question ends in a full stop. Source: GB/T 15834-2011, 4.2.3 and its annex A (a question
 * word alone asks nothing). Only told behind verbs that take a question for their object, outside quotations.
 */
import { FULL_MARK, setOfClasses } from "../../han/copy-class.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const VERB = "(?:讨论|研究|探讨|了解|关心|知道|明白|清楚|介绍|说明|分析|询问|请教|汇报|交流|讲解|阐述|思考)";
const QUESTION = "(?:如何|怎样|怎么|什么|为何|何时|何地|何处|哪里|哪些|哪家|多少|是否|能否|谁)";
const CLAUSE = "[^，。；：！？“”‘’\\n]";
const TOLD = new RegExp(`${VERB}了?${CLAUSE}{0,20}?${QUESTION}${CLAUSE}{0,24}？`, "g");
/** Somebody is asked: 你知道…吗？ */
const ASKED = /[你您吗呢吧]|大家知道|同学们|是不是|难道/;
/** Characters in front of the verb that are looked at for whom it asks. */
const REACH = 12;

export const textIndirectQuestion: TextRule = {
  id: "text/indirect-question",
  scope: "text",
  looksFor: setOfClasses(FULL_MARK),
  signs: "？",
  severity: "info",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "转述问题的句子用句号，不用问号。",
    en: "A sentence that reports a question ends in a full stop.",
  },
  why: {
    zh: "“讨论了如何办好年会”是陈述，并没有在问读者。",
    en: "讨论了如何办好年会 is a statement; it does not ask the reader.",
  },
  source: "GB/T 15834-2011, 4.2.3",
  examples: [
    textExample({
      name: { zh: "转述问题用了问号", en: "A reported question with a question mark" },
      text: "与会人员讨论了如何提升服务能力？大家还了解了各站是否免费开放？",
      at: [16, 31],
      suggested: "与会人员讨论了如何提升服务能力。大家还了解了各站是否免费开放。",
    }),
    textExample({
      name: { zh: "真的在问，或引用问话", en: "Real questions, and quoted ones" },
      text: "你了解什么是碳中和吗？他问：“大家研究过如何节能？”科普是什么？如何做好科普？你知道月亮为什么会变吗？",
    }),
  ],
  *check(line) {
    if (line.kind === "title") return;
    for (const { 0: whole, index } of line.text.matchAll(TOLD)) {
      const at = index + whole.length - 1;
      const before = line.text.slice(Math.max(0, index - REACH), index);
      const clause = before.slice(
        Math.max(...["。", "！", "？", "；"].map((mark) => before.lastIndexOf(mark))) + 1,
      );
      if (line.quoted[at] === 1 || line.quoted[index] === 1 || ASKED.test(clause + whole)) continue;
      yield copyFinding(line, {
        start: at,
        end: at + 1,
        message: {
          zh: "这句话转述一个问题，没有在问，句末却用了问号。",
          en: "The sentence reports a question and asks none, but ends in a question mark.",
        },
        help: { zh: "若不是在问读者，改为“。”。", en: "Unless it asks the reader, write 。." },
        suggestion: "。",
      });
    }
  },
};
