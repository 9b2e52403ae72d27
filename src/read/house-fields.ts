/** The keys of bulletin.yaml, which a manifest may hold too. */
import type { Message } from "../diagnostics/diagnostic.js";
import { lintField, unitsField } from "./dictionary-fields.js";
import { list } from "./fields/collection-fields.js";
import { field, type RecordValue } from "./fields/field.js";
import { sharedMarkFields } from "./fields/mark-fields.js";
import { integer } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { choice, flag, text, webAddress } from "./fields/scalar-fields.js";
import { lookFields } from "./look-fields.js";
import { pointsField } from "./points-fields.js";
import { seriesName } from "./series-fields.js";
import { fontRoleFields } from "./template-fields.js";

/** More items than any issue has. */
const MAX_ITEMS = 1000;
/** Of issues and copies. */
export const NUMBERS = { min: 1, max: 1_000_000 };

export const sectionRuleFields = {
  name: field(
    text(),
    { zh: ["栏目名称", "印在【】里的栏目名。"], en: ["Section name", "The name printed in 【】."] },
    { required: true },
  ),
  attribution: field(
    choice("required", "optional", "forbidden"),
    {
      zh: ["供稿单位", "稿件末尾的（单位）：必须有、可有可无、不得有。"],
      en: ["Attribution", "The （unit） at the end of an item: required, optional or forbidden."],
    },
    { fallback: "optional" },
  ),
  "min-items": field(
    integer({ min: 0, max: MAX_ITEMS }),
    {
      zh: ["最少稿件数", "本栏目至少几篇。"],
      en: ["Fewest items", "The section must have at least this many items."],
    },
    { fallback: 0 },
  ),
  "max-items": field(integer({ min: 0, max: MAX_ITEMS }), {
    zh: ["最多稿件数", "本栏目最多几篇。"],
    en: ["Most items", "The section may have at most this many items."],
  }),
} as const;

/** The keys that house rules and manifest have in common. */
export const sharedFields = {
  bulletin: field(
    record(
      {
        name: field(text(), { zh: ["刊名", "报头上的名称。"], en: ["Name", "The name in the masthead."] }),
        publisher: field(text(), {
          zh: ["编发单位", "印在报头下方和版记里。"],
          en: ["Publisher", "The issuing body, under the masthead and in the imprint."],
        }),
        language: field(
          text(),
          {
            zh: ["语言", "文字的语言标记（BCP 47）。"],
            en: ["Language", "Language tag of the text (BCP 47)."],
          },
          { fallback: "zh-CN" },
        ),
      },
      "name",
    ),
    { zh: ["简报", "刊名、编发单位和语言。"], en: ["Bulletin", "Name, publisher and language."] },
  ),
  ...sharedMarkFields,
  template: field(
    text(),
    {
      zh: ["版式", "版式的名称，或相对于本文件的路径（如 ./house-style）。"],
      en: ["Template", "Name of a template, or a path relative to this file (./house-style)."],
    },
    { fallback: "jianbao" },
  ),
  contact: field(
    record(
      {
        label: field(text(), {
          zh: ["说明", "邮箱前的文字，如：信息报送邮箱。"],
          en: ["Label", "What the e-mail address is for, such as 信息报送邮箱."],
        }),
        email: field(text(), {
          zh: ["邮箱", "全刊最后一行的邮箱。"],
          en: ["E-mail", "The e-mail address in the last line of the issue."],
        }),
        domains: field(list(text()), {
          zh: ["邮箱域名", "邮箱必须属于其中之一。"],
          en: ["Domains", "The e-mail address must belong to one of these."],
        }),
        phone: field(text(), {
          zh: ["电话", "印在邮箱之后。"],
          en: ["Phone", "Printed after the e-mail address."],
        }),
        submitter: field(
          choice("optional", "required"),
          {
            zh: ["报送人", "每篇稿件是否必须写明报送人（不付印）。"],
            en: ["Submitter", "Whether every item must name the person who sent it (never printed)."],
          },
          { fallback: "optional" },
        ),
        allow: field(list(text()), {
          zh: ["可以刊出的联系方式", "正文可以出现的邮箱和电话。"],
          en: ["Allowed", "E-mail addresses and telephone numbers that may appear in items."],
        }),
      },
      "email",
    ),
    {
      zh: ["联系方式", "全刊末行的联系方式及有关规定。"],
      en: ["Contact", "The contact line at the end of an issue, and its rules."],
    },
  ),
  lint: lintField,
  units: unitsField,
  editorial: field(
    record(
      {
        editor: field(text(), { zh: ["责任编辑", "责任编辑姓名。"], en: ["Editor", "Name of the editor."] }),
        reviewer: field(text(), { zh: ["审核", "审核人姓名。"], en: ["Reviewer", "Name of the reviewer."] }),
        approver: field(text(), {
          zh: ["签发", "签发人姓名。"],
          en: ["Approver", "Name of the person who approves the issue."],
        }),
      },
      "editor",
    ),
    { zh: ["编审", "责任编辑、审核、签发。"], en: ["Editorial", "Editor, reviewer, approver."] },
  ),
  distribution: field(
    record({
      report: field(list(text()), {
        zh: ["报", "上报的单位。"],
        en: ["Report", "Bodies it is reported to (报)."],
      }),
      send: field(list(text()), { zh: ["送", "抄送的单位。"], en: ["Send", "Bodies it is sent to (送)."] }),
      issue: field(list(text()), {
        zh: ["发", "下发的单位。"],
        en: ["Issue", "Bodies it is issued to (发)."],
      }),
      copies: field(integer(NUMBERS), {
        zh: ["印数", "共印几份。"],
        en: ["Copies", "Number of copies printed."],
      }),
    }),
    { zh: ["分送", "报、送、发的单位和印数。"], en: ["Distribution", "Recipients and number of copies."] },
  ),
  "series-names": field(list(seriesName()), {
    zh: ["刊别名单", "除一般的期次外，可以出的刊别，如 [增刊, 专刊]；不写则不限。"],
    en: [
      "Series",
      "The series that there may be besides regular issues, such as [增刊, 专刊]; any if left out.",
    ],
  }),
  output: field(
    record(
      {
        folder: field(
          text(),
          {
            zh: ["输出文件夹", "相对于期次文件夹，不得超出简报文件夹。"],
            en: ["Output folder", "Relative to the issue's folder, inside the bulletin's folder."],
          },
          { fallback: "dist" },
        ),
        url: field(webAddress(), {
          zh: ["网址", "网页版将放在哪个网址下，写入页面的规范网址。"],
          en: ["Address", "Where the HTML editions will be published; sets the canonical address of each."],
        }),
      },
      "folder",
    ),
    { zh: ["输出", "成品放在哪里。"], en: ["Output", "Where the editions are written."] },
  ),
  look: field(record(lookFields), {
    zh: ["版式改动", '在版式之上改动的几处，写法同 template.yaml，如 {colors: {accent: "#A00000"}}。'],
    en: [
      "Look",
      'What differs from the template, by the keys of template.yaml, such as {colors: {accent: "#A00000"}}.',
    ],
  }),
  fonts: field(
    record({
      folders: field(list(text()), {
        zh: ["字体文件夹", "放字体文件的文件夹，相对于本文件，不得超出简报文件夹。"],
        en: ["Font folders", "Folders with font files, relative to this file, inside the bulletin's folder."],
      }),
      system: field(
        flag(),
        {
          zh: ["用本机的字体", "PDF 版也用系统里已装的字体；默认不用，各台电脑排出的才一样。"],
          en: [
            "Use installed fonts",
            "Look for fonts where this system keeps them, too; off by default, so that every computer sets the same pages.",
          ],
        },
        { fallback: false },
      ),
      roles: field(record(fontRoleFields), {
        zh: [
          "各处所用字体",
          "PDF 版各处的字体名，如 body: [仿宋_GB2312, 仿宋]，或 {families: …, latin: …}。",
        ],
        en: [
          "Fonts by role",
          "Font names of the PDF edition by role, such as body: [仿宋_GB2312, 仿宋], or {families: …, latin: …}.",
        ],
      }),
    }),
    { zh: ["字体", "PDF 版改用自己的字体。"], en: ["Fonts", "Fonts of your own for the PDF edition."] },
  ),
} as const;

export const houseFields = {
  ...sharedFields,
  sections: field(list(record(sectionRuleFields, "name")), {
    zh: ["栏目", "允许的栏目，按排印顺序。"],
    en: ["Sections", "The sections allowed, in printing order."],
  }),
  points: pointsField,
  public: field(
    flag(),
    {
      zh: ["可以公开", "bulletin site 可以把各期做成网站；默认不可以。有密级的和草稿从不上网站。"],
      en: [
        "Public",
        "Whether bulletin site may make a website of the issues; not by default. Secret issues and drafts never stand on it.",
      ],
    },
    { fallback: false },
  ),
} as const;

export type SharedValue = RecordValue<typeof sharedFields>;
export type HouseValue = RecordValue<typeof houseFields>;

export const HOUSE_TITLE: Message = {
  zh: "简报的办刊规定（bulletin.yaml）",
  en: "House rules of a bulletin (bulletin.yaml)",
};
