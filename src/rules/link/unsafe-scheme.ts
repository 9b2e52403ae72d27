/**
 * Links lead to http, https, mailto or tel. Source: RFC 3986, 3.1; what a reader of a PDF or a page on
 * paper can follow, and no script (OWASP, javascript: links).
 */
import type { Link } from "../../model/text.js";
import type { Finding, ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const linkUnsafeScheme: ItemRule = {
  id: "link/unsafe-scheme",
  scope: "item",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: true,
  summary: {
    zh: "链接只用 http、https、mailto、tel。",
    en: "Links use only http, https, mailto or tel.",
  },
  why: {
    zh: "javascript: 一类的链接会执行程序；本机文件和相对路径在别人的电脑上打不开。",
    en: "A javascript: link runs a program; a local file or relative path does not open on other computers.",
  },
  source: "RFC 3986, 3.1",
  forUnit: {
    what: { zh: "这个链接在别人的电脑上打不开。", en: "This link does not open on other computers." },
    ask: {
      zh: "请给出完整的网址，或告知不用链接。",
      en: "Please send the full address, or tell us to leave it out.",
    },
  },
  examples: [
    {
      name: { zh: "会执行程序的链接", en: "A link that runs a program" },
      files: { "items/01.md": item("[报名入口](javascript:alert(1))") },
      show: "items/01.md",
      findings: ["items/01.md:7:8"],
    },
    {
      name: { zh: "本机文件", en: "A file on this computer" },
      files: { "items/01.md": item("[活动方案](file:///C:/plan.docx)") },
      show: "items/01.md",
      findings: ["items/01.md:7:8"],
    },
    {
      name: { zh: "没有写 https:// 的网址", en: "An address without https://" },
      files: { "items/01.md": item("[报名入口](www.example.org/join)") },
      show: "items/01.md",
      findings: ["items/01.md:7:8"],
    },
    {
      name: { zh: "图片前面的感叹号是全角的", en: "The exclamation mark of a picture is full-width" },
      files: { "items/01.md": item("！[会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
      fixed: item("![会场全景](../images/wide.png)"),
    },
    {
      name: { zh: "图片漏了感叹号", en: "A picture without its exclamation mark" },
      files: { "items/01.md": item("[会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:8"],
      suggested: item("![会场全景](../images/wide.png)"),
    },
    {
      name: { zh: "网址、邮箱和电话", en: "The web, a mailbox, a telephone" },
      files: {
        "items/01.md": item(
          "[网站](https://example.org) [邮箱](mailto:submissions@example.org) [电话](tel:+861055550100)",
        ),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf, sources }) {
    const source = sources.get(item.path) ?? "";
    for (const { links } of factsOf(item).passages) {
      for (const link of links) {
        const { url } = link;
        // Browsers drop control characters and spaces before they look for the scheme (WHATWG URL, 4.4).
        const address = url.value.replaceAll(/[\u0000-\u0020]/g, "");
        const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(address)?.[0].toLowerCase();
        if (address === "" || (scheme !== undefined && SAFE_SCHEMES.has(scheme))) continue;
        if (scheme === undefined && PICTURE.test(address)) {
          yield lostPicture(link, source);
          continue;
        }
        const isWeb = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/|$))/i.test(address);
        yield {
          span: url.span,
          message:
            scheme === undefined
              ? {
                  zh: `链接“${url.value}”不是完整的网址，在别人的电脑上打不开。`,
                  en: `The link “${url.value}” is not a complete address and does not open on other computers.`,
                }
              : {
                  zh: `链接“${url.value}”用了 ${scheme}:，只能用 http、https、mailto、tel。`,
                  en: `The link “${url.value}” uses ${scheme}:, but only http, https, mailto and tel are allowed.`,
                },
          help: isWeb
            ? { zh: `是否想写“https://${address}”？`, en: `Did you mean “https://${address}”?` }
            : {
                zh: "请改成网址，或去掉链接，只留文字。",
                en: "Give a web address, or keep the text without a link.",
              },
        };
      }
    }
  },
};

const SAFE_SCHEMES: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);

const PICTURE = /\.(?:jpe?g|png|gif|webp|bmp|tiff?|hei[cf]|svg)$/i;

/** `！[…](a.jpg)`, `! [...](a.jpg)` and `[…](a.jpg)`: a picture was meant, and a link came of it. */
function lostPicture({ span, url }: Link, source: string): Finding {
  const mark = /[!！][ \u3000]?$/.exec(source.slice(Math.max(0, span.start - 2), span.start))?.[0];
  const start = span.start - (mark?.length ?? 0);
  const edits = [{ span: { ...span, start, end: span.start }, text: "!" }];
  const help = {
    zh: "要插入图片，请写作“![说明](路径)”，感叹号用半角，紧挨着方括号。",
    en: "For a picture write ![description](path), with a half-width exclamation mark right before the bracket.",
  };
  return {
    span: url.span,
    message: {
      zh: `“${url.value}”是图片，这里却写成了链接，图不会印出来。`,
      en: `“${url.value}” is a picture, but this is a link to it; the picture would not be printed.`,
    },
    help,
    ...(mark === undefined ? { suggestions: [{ message: help, edits }] } : { fix: edits }),
  };
}
