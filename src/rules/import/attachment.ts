/** What hung on a mail and was left out, or put where it may not belong. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importAttachment: DocumentedRule = {
  id: "import/attachment",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  alsoSeverity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "邮件的附件都用上了；没有用的，逐一指出。",
    en: "Every attachment of a mail is used; those that are not are reported.",
  },
  why: {
    zh: "附件可能才是稿件或配图。没有导入的，要由编辑看一眼再决定；随信的图片放在文末，也要核对。",
    en: "An attachment may be the item itself or its picture: the editor looks at what was left out. Pictures sent along are put at the end and need checking.",
  },
  examples: [
    {
      name: { zh: "附件格式读不了", en: "An attachment of a format that is not read" },
      files: {
        "来稿/报送.eml": `From: =?utf-8?B?56S65L6L5Yy656eR5Y2P?= <news@example.org>
Date: Fri, 13 Mar 2026 09:00:00 +0800
Subject: 春季科普展稿件
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。

示例区科协

--b
Content-Type: application/rtf; name="note.rtf"
Content-Disposition: attachment; filename="note.rtf"

{\\rtf1\\ansi x}
--b--
`,
      },
      show: "来稿/报送.eml",
      shown:
        "发件人：示例区科协\n主题：春季科普展稿件\n\n示例区科协举办春季科普展\n2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。\n示例区科协\n\n附件：note.rtf",
      findings: ["来稿/报送.eml:1:1"],
    },
    {
      name: { zh: "没有附件的邮件", en: "A mail without attachments" },
      files: {
        "来稿/报送.eml": `From: =?utf-8?B?56S65L6L5Yy656eR5Y2P?= <news@example.org>
Date: Fri, 13 Mar 2026 09:00:00 +0800
Subject: 春季科普展稿件
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。

示例区科协
`,
      },
      show: "来稿/报送.eml",
      shown:
        "发件人：示例区科协\n主题：春季科普展稿件\n\n示例区科协举办春季科普展\n2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。\n示例区科协",
      findings: [],
    },
  ],
};
