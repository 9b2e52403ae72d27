/**
 * What closes or opens an item has a form of its own in print: an editor's note is drawn in and in another face, attachments
 * hang behind their numbers. Typed into the text they are printed as paragraphs, which may be what is wanted.
 */
import { noteLabel } from "../../han/note-labels.js";
import { plainText } from "../../model/plain-text.js";
import type { Block } from "../../model/text.js";
import type { Finding, ItemRule } from "../rule.js";

const item = (front: string, body: string) =>
  `---\ntitle: 示例区科协开展科普进社区活动\n${front}---\n\n${body}\n`;
const NEWS = "3月11日，示例区科协组织科普志愿者走进滨河社区。";

export const itemTypedPart: ItemRule = {
  id: "item/typed-part",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "编者按和附件写在稿件开头的说明里，按各自的版式排。",
    en: "An editor's note and attachments are written in the head of the item and printed in forms of their own.",
  },
  why: {
    zh: "编者按左右缩进、用楷体；附件空一行、名称对齐。写在正文里，就和别的段落一样排。",
    en: "An editor's note is drawn in and set in Kai; attachments stand under a blank line, their names aligned. Typed into the text, they look like any paragraph.",
  },
  examples: [
    {
      name: { zh: "编者按写在正文里", en: "An editor's note in the text" },
      files: { "items/02.md": item("", `**编者按**　科普进社区，贵在经常。\n\n${NEWS}`) },
      show: "items/02.md",
      findings: ["items/02.md:5:1"],
    },
    {
      name: { zh: "附件写在正文里", en: "Attachments in the text" },
      files: { "items/02.md": item("", `${NEWS}\n\n附件：1.活动安排表\n\n2.志愿者名单`) },
      show: "items/02.md",
      findings: ["items/02.md:7:1"],
    },
    {
      name: { zh: "附件接在句子后面", en: "Attachments behind a sentence" },
      files: { "items/02.md": item("", `${NEWS}附件：1.活动安排表；2.志愿者名单`) },
      show: "items/02.md",
      findings: ["items/02.md:5:1"],
    },
    {
      name: {
        zh: "已写在开头的；句中提到的附件、说到编者按的话",
        en: "Those in the head; words that mention an attachment or a note",
      },
      files: {
        "items/02.md": item(
          "attachments: 活动安排表\neditors-note: 科普进社区，贵在经常。\n",
          `${NEWS}活动安排见附件：表中列出各社区时间。\n\n编者按栏目刊出后，读者来信踊跃。`,
        ),
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check({ blocks, editorsNote, attachments }) {
    const [first] = blocks;
    const label = first === undefined ? "" : noteLabel(wordsOf(first));
    if (first !== undefined && label !== "" && editorsNote === undefined && blocks.length > 1)
      yield typedNote(first, label.trim());
    if (attachments !== undefined) return;
    const list = blocks.find((block, index) => {
      const words = wordsOf(block);
      return words.includes("附") && (index === 0 ? WITHIN : ANYWHERE).test(words);
    });
    if (list !== undefined) yield typedAttachments(list);
  },
};

/** 附件：1.…: in the middle of a paragraph only with its number. */
const WITHIN = /[。！？；)）]\s*附\s*件\s*[：:]\s*[1１一][．.、]/u;
const ANYWHERE = new RegExp(
  `^\\s*附\\s*件\\s*[\\d０-９一二三四五六七八九十]{0,2}\\s*[：:]\\s*\\S|${WITHIN.source}`,
  "u",
);

const wordsOf = (block: Block): string => (block.kind === "paragraph" ? plainText(block.children) : "");

const typedNote = ({ span }: Block, label: string): Finding => ({
  span,
  message: {
    zh: `这一段以“${label}”开头，是当作普通正文印的。`,
    en: `This paragraph begins with “${label}” and is printed as plain text.`,
  },
  help: {
    zh: "如果是编者按，请移到稿件开头的两行“---”之间，写作“editors-note: 按语的内容”，“编者按：”由程序印上。",
    en: "If it is an editor's note, move it between the two lines “---” at the head of the item, as “editors-note: …”; the label is printed by the program.",
  },
});

const typedAttachments = ({ span }: Block): Finding => ({
  span,
  message: {
    zh: "这里的附件是当作普通正文印的。",
    en: "The attachments here are printed as plain text.",
  },
  help: {
    zh: "请移到稿件开头的两行“---”之间，写作“attachments: [名单, 日程表]”，序号和格式由程序加上。",
    en: "Move them between the two lines “---” at the head of the item, as “attachments: [名单, 日程表]”; they are numbered and set by the program.",
  },
});
