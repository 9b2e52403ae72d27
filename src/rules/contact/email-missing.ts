/** The mailbox that closes the issue is there. Source: FORMATS, house rules (`contact.email`). */
import type { IssueRule } from "../rule.js";

export const contactEmailMissing: IssueRule = {
  id: "contact/email-missing",
  scope: "issue",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "刊末必须有报送邮箱。",
    en: "The e-mail address printed at the end of the issue must be given.",
  },
  why: {
    zh: "每期末行的邮箱是各单位报送信息的入口，没有它，就收不到下一期的稿件。",
    en: "The last line tells units where to send contributions; without it there are none for the next issue.",
  },
  examples: [
    {
      name: { zh: "写了 contact，没有写邮箱", en: "A contact without a mailbox" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:6:1"],
    },
    {
      name: { zh: "邮箱写在本期清单里", en: "The mailbox is in the manifest" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
`,
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
contact: {email: submissions@example.org}
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
  *check(_issue, { house }) {
    // A missing `contact` is reported where it is read (manifest/missing-value); here it has no width.
    const { email, span } = house.contact;
    if (email !== undefined || span.start === span.end) return;
    yield {
      span,
      message: {
        zh: "没有写报送邮箱，刊末的联系方式印不出来。",
        en: "No e-mail address is given, so the contact line at the end cannot be printed.",
      },
      help: {
        zh: "请在 contact 下加一行 email: 邮箱地址。",
        en: "Add email: and the address under contact.",
      },
    };
  },
};
