/**
 * Only the issue's own last line invites contributions: an item that prints another mailbox beside
 * 投稿, 报送, 来稿 or 征稿 competes with it. Source: the genre's own form. A mailbox for anything
 * else is left to privacy/email-in-text.
 */
import type { ItemRule } from "../rule.js";

export const contactCompetingAddress: ItemRule = {
  id: "contact/competing-address",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件里不印别的投稿、报送地址。",
    en: "No item gives a different address for contributions.",
  },
  why: {
    zh: "报送入口只应有刊末一个；稿件里再印一个，来稿就会分散。",
    en: "There should be only one address for contributions, the one in the last line; with a second in an item, some contributions go astray.",
  },
  forUnit: {
    what: {
      zh: "稿件请读者向别的邮箱投稿。",
      en: "The item asks readers to send contributions to another address.",
    },
    ask: {
      zh: "请确认是否保留；没有回复的，我们删去。",
      en: "Please tell us whether to keep it; otherwise we shall leave it out.",
    },
  },
  examples: [
    {
      name: { zh: "稿件里另有投稿邮箱", en: "Another mailbox for contributions" },
      files: {
        "items/01.md": `---
title: 示例市科协举办征文活动
---

3月10日，征文活动启动，投稿邮箱：essay@example.net，欢迎参加。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:5:19"],
    },
    {
      name: { zh: "不是征稿用的邮箱", en: "A mailbox that asks for no contributions" },
      files: {
        "items/01.md": `---
title: 示例市科协开通咨询服务
---

3月10日，咨询服务开通，联系邮箱为 ask@example.net。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "本刊自己的邮箱，或本刊允许的地址", en: "The house's own mailbox, or one it allows" },
      files: {
        "items/01.md": `---
title: 示例市科协举办征文活动
---

3月10日，征文活动启动，来稿请报送 submissions@example.org。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf, house }) {
    for (const datum of factsOf(item).personalData) {
      if (!datum.invites || datum.kind !== "email") continue;
      const own = house.contact.email?.value;
      yield {
        span: datum.span,
        message: {
          zh: `稿件请人向“${datum.value}”投稿，${own === undefined ? "而刊末另有报送地址" : `而本刊的报送邮箱是 ${own}`}。`,
          en: `The item asks for contributions to “${datum.value}”, but ${own === undefined ? "the last line gives the bulletin's own address" : `the bulletin's address is ${own}`}.`,
        },
        help: {
          zh: "请删去；确需保留的，请加进 contact.allow。",
          en: "Remove it; if it must stay, add it to contact.allow.",
        },
      };
    }
  },
};
