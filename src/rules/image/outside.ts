/**
 * Pictures lie in the bulletin's folder, and on this disk. Source: FORMATS; no path or link leaves the
 * bulletin's folder, and nothing is fetched from the net, so that a bulletin builds the same anywhere.
 */
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageOutside: ItemRule = {
  id: "image/outside",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "图片放在本刊文件夹之内，不引用别处或网上的图片。",
    en: "Pictures are inside the bulletin's folder, not elsewhere and not on the web.",
  },
  why: {
    zh: "引用别处的图片，换一台电脑就找不到；网上的图片随时会变，还会让对方知道谁在阅读。",
    en: "A picture from elsewhere cannot be found on another computer; one on the web may change, and tells its host who is reading.",
  },
  examples: [
    {
      name: { zh: "网上的图片", en: "A picture on the net" },
      files: { "items/01.md": item("![会场全景](https://example.org/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "文件夹之外的图片", en: "A picture outside the folder" },
      files: { "items/01.md": item("![会场全景](../../photos/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "自己电脑上的路径", en: "A path on one's own computer" },
      files: { "items/01.md": item("![会场全景](C:\\照片\\wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "绕一圈仍在文件夹之内", en: "A path that goes round and stays inside" },
      files: { "items/01.md": item("![会场全景](../images/../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { image, destination } of factsOf(item).figures) {
      if (image.state !== "outside" && image.state !== "remote") continue;
      yield {
        span: destination.span,
        message:
          image.state === "remote"
            ? {
                zh: `图片“${destination.value}”在网上，编译时不会从网上取图。`,
                en: `The picture “${destination.value}” is on the web, and nothing is fetched from there.`,
              }
            : {
                zh: `图片“${destination.value}”在本刊文件夹之外。`,
                en: `The picture “${destination.value}” is outside the bulletin's folder.`,
              },
        help: {
          zh: "请把图片存到本期的 images 文件夹，再引用那里的文件。",
          en: "Save it in the issue's images folder and refer to it there.",
        },
      };
    }
  },
};
