/**
 * A link that is mistyped is words to Markdown: brackets and address would be printed. Source:
 * CommonMark 0.31, 6.3 (nothing stands between the two pairs of brackets, no space in the address).
 */
import { OBJECT_MARK, setOfClasses } from "../../han/copy-class.js";
import { mistypedFinding } from "../mistyped-finding.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const linkMistyped: TextRule = {
  id: "link/mistyped",
  scope: "text",
  looksFor: setOfClasses(OBJECT_MARK),
  severity: "warning",
  fixable: false,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "链接写成 [文字](网址)：半角符号，两对括号紧挨着，网址里没有空格。",
    en: "Links are written [text](address): half-width marks, with no space between the brackets or in the address.",
  },
  why: {
    zh: "写法不对的链接打不开，方括号和网址都会印出来。",
    en: "A link written in any other way does not work, and its brackets and address are printed.",
  },
  source: "CommonMark 0.31, 6.3",
  examples: [
    textExample({
      name: { zh: "说明用了弯引号", en: "A title in curly quotes" },
      text: "报名请点[报名入口](https://example.org/join “报名”)。",
      at: [5],
      suggested: '报名请点[报名入口](https://example.org/join "报名")。',
    }),
    textExample({
      name: { zh: "全角括号", en: "Full-width brackets" },
      text: "报名请点[报名入口]（https://example.org/join）。",
      at: [5],
      suggested: "报名请点[报名入口](https://example.org/join)。",
    }),
    textExample({
      name: { zh: "网址里有空格", en: "A space in the address" },
      text: "报名请点[报名入口](见网站 首页)。",
      at: [5],
    }),
    textExample({
      name: { zh: "写对的链接、参考文献、括注", en: "A link written right, references, remarks" },
      text: "见[报名入口](https://example.org/join)，研究[1]（https://example.org/a）表明，[第三场]（下午）结束。",
    }),
  ],
  *check(line) {
    for (const link of line.mistyped) {
      if (link.kind !== "link") continue;
      yield mistypedFinding(link, {
        message: {
          zh: `“${link.written}”没有识别为链接，会原样印出来。`,
          en: `“${link.written}” is not recognised as a link and would be printed as it stands.`,
        },
        otherwise: {
          zh: "链接请写作 [文字](网址)，网址里不能有空格；若要原样印出，请在“[”前加“\\”。",
          en: "Write [text](address) without a space in the address; to print it as it stands, put a \\ before the [.",
        },
      });
    }
  },
};
