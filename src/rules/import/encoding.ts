/** A text that came in another encoding than UTF-8. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importEncoding: DocumentedRule = {
  id: "import/encoding",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "来稿文本是 UTF-8；按别的编码读取的，加以说明。",
    en: "Text came in UTF-8; if it was read in another encoding, that is said.",
  },
  why: {
    zh: "记事本旧版存的多是 GB18030。编码是从内容判断的，极少数时候会看错；读不出的字节要对照原文改正。",
    en: "Older Notepad saves GB18030. The encoding is told by the content and may, rarely, be mistaken; bytes that cannot be read are to be put right from the original.",
  },
  examples: [
    {
      name: { zh: "附件是 GB18030 编码的文本", en: "An attached text in GB18030" },
      files: {
        "来稿/报送.eml": `From: =?utf-8?B?56S65L6L5Yy656eR5Y2P?= <news@example.org>
Date: Fri, 13 Mar 2026 09:00:00 +0800
Subject: 春季科普展稿件
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

见附件。

--b
Content-Type: application/octet-stream; name="fair.txt"
Content-Disposition: attachment; filename="fair.txt"
Content-Transfer-Encoding: base64

yr7A/cf4v8bQrb7ZsOy0ury+v8bG1dW5CgoyMDI2xOoz1MIxMsjVo6zKvsD9x/i/xtCt1Nqx9brTyefH+L7ZsOy0ury+v8bG1dW5o6zI/bDZ0+DD+77Tw/GyzrzToaMK
--b--
`,
      },
      show: "来稿/报送.eml",
      shown: "邮件正文：见附件。\n附件：fair.txt（用旧版记事本存的文本，GB18030 编码）",
      findings: ["来稿/报送.eml/fair.txt:1:1"],
    },
    {
      name: { zh: "UTF-8 的文本", en: "A text in UTF-8" },
      files: {
        "来稿/报送.txt": `示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。

（示例区科协供稿）
`,
      },
      show: "来稿/报送.txt",
      findings: [],
    },
  ],
};
