/** The keys of an item's front matter. */
import type { Message } from "../diagnostics/diagnostic.js";
import { oneOrMore } from "./fields/collection-fields.js";
import { field, type RecordValue } from "./fields/field.js";
import { noteText } from "./fields/note-field.js";
import { record } from "./fields/record-field.js";
import { date, text } from "./fields/scalar-fields.js";
import { titleLines } from "./fields/title-field.js";

export const frontMatterFields = {
  title: field(
    titleLines(),
    {
      zh: ["标题", "一行；或用“|”写成两三行，按所写的断行排印。"],
      en: ["Title", "One line, or a block (|) of two or three lines, broken as written."],
    },
    { required: true },
  ),
  source: field(text(), {
    zh: ["供稿单位", "印在文末的（单位）。"],
    en: ["Source", "The unit printed as （unit） at the end of the item."],
  }),
  date: field(date(), {
    zh: ["日期", "稿件所述之事的日期。"],
    en: ["Date", "Date of the event that the item reports."],
  }),
  section: field(text(), {
    zh: ["栏目", "稿件所属栏目，须与期次清单一致。"],
    en: ["Section", "Section of the item; it must agree with the manifest."],
  }),
  summary: field(text(), {
    zh: ["摘要", "用作网页版的页面说明，不付印。"],
    en: ["Summary", "Used in the metadata of the HTML edition; not printed."],
  }),
  level: field(oneOrMore(text()), {
    zh: ["采用层级", "被上级采用的情况，如 市委办采用，供统计计分；不付印。"],
    en: ["Level", "Where the item was taken over, such as 市委办采用; for counting points, never printed."],
  }),
  "editors-note": field(noteText(), {
    zh: ["编者按", "印在标题下；“编者按：”三字自动加上。可分段，段间空一行。"],
    en: [
      "Editor's note",
      "Printed under the title; the words 编者按： are added. It may have several paragraphs, with a blank line between them.",
    ],
  }),
  attachments: field(oneOrMore(text()), {
    zh: ["附件", "附件的名称，印在正文之后；序号自动加上。"],
    en: ["Attachments", "Names of the attachments, printed under the text; numbers are added."],
  }),
  signed: field(
    record(
      {
        by: field(
          oneOrMore(text()),
          {
            zh: ["署名", "署名的单位或个人；几家联合署名时逐个列出，主办的在前。"],
            en: [
              "By",
              "The unit or person that signs; several that sign together are listed, the leading one first.",
            ],
          },
          { required: true },
        ),
        date: field(date(), {
          zh: ["成文日期", "印在署名之下，形如 2026-03-10。"],
          en: ["Date", "Printed under the name, as 2026-03-10."],
        }),
      },
      "by",
    ),
    {
      zh: ["落款", "倡议书、贺信等以单位名义发出的稿件，署名和日期印在正文右下方。"],
      en: ["Signed", "Name and day at the lower right of the text, for letters and appeals."],
    },
  ),
  submitter: field(
    record(
      {
        name: field(text(), {
          zh: ["姓名", "报送人姓名。"],
          en: ["Name", "Name of the person who sent the item."],
        }),
        phone: field(text(), {
          zh: ["电话", "报送人电话。"],
          en: ["Phone", "Telephone number of that person."],
        }),
        email: field(text(), {
          zh: ["邮箱", "报送人邮箱。"],
          en: ["E-mail", "E-mail address of that person."],
        }),
      },
      "name",
    ),
    { zh: ["报送人", "供编辑联系，不付印。"], en: ["Submitter", "For the editor, never printed."] },
  ),
} as const;

export type FrontMatterValue = RecordValue<typeof frontMatterFields>;

export const ITEM_TITLE: Message = { zh: "稿件开头的说明（front matter）", en: "Front matter of an item" };
