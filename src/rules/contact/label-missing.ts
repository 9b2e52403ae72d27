/** The contact line says what the mailbox is for. Source: the genre's own form, 信息报送邮箱：… */
import type { IssueRule } from "../rule.js";

export const contactLabelMissing: IssueRule = {
  id: "contact/label-missing",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "刊末邮箱前有说明用途的文字（contact.label）。",
    en: "A label before the e-mail address says what it is for (contact.label).",
  },
  why: {
    zh: "只有一个邮箱，读者不知道是用来投稿、咨询还是订阅的。",
    en: "From a bare address readers cannot tell whether it is for contributions, questions or subscriptions.",
  },
  examples: [
    {
      name: { zh: "只有邮箱", en: "Only an e-mail address" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  email: submissions@example.org
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:7:10"],
    },
    {
      name: { zh: "本期清单里另写了说明", en: "The manifest says it" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  email: submissions@example.org
`,
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
contact: {label: 本期征稿邮箱}
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(_issue, { house: { contact } }) {
    const { email, label } = contact;
    if (email === undefined || (label !== undefined && label.value.trim() !== "")) return;
    yield {
      span: label?.span ?? email.span,
      message: {
        zh: "邮箱前没有说明用途的文字，读者不知道它是做什么用的。",
        en: "There is no label before the e-mail address, so readers cannot tell what it is for.",
      },
      help: {
        zh: "请在 contact 下加一行 label: 信息报送邮箱。",
        en: "Add label: 信息报送邮箱 under contact.",
      },
    };
  },
};
