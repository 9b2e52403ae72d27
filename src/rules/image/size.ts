/**
 * A picture's file is no larger than the house allows, since every edition carries it. Source: the
 * house's own limit (max-megabytes).
 */
import { type ItemRule, numberOption } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    image/size: [warn, {max-megabytes: 0.00001}]
`;

export const imageSize: ItemRule = {
  id: "image/size",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  options: { "max-megabytes": 10 },
  summary: {
    zh: "图片文件不超过 10 MB（max-megabytes）。",
    en: "A picture file is at most 10 MB (max-megabytes).",
  },
  why: {
    zh: "图片按原大嵌入各版本，几张大图就会使附件过大，无法发送。",
    en: "Pictures are embedded in every edition at full size, and a few large ones make a file too big to e-mail.",
  },
  examples: [
    {
      name: { zh: "超过本刊规定的大小", en: "Larger than the house allows" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)"), "bulletin.yaml": HOUSE },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "不超过默认的大小", en: "Within the default" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const maxMegabytes = numberOption(context, "max-megabytes");
    for (const { image, destination } of context.factsOf(item).figures) {
      if (image.state !== "found" || image.bytes <= maxMegabytes * BYTES_PER_MEGABYTE) continue;
      const megabytes = (image.bytes / BYTES_PER_MEGABYTE).toFixed(1);
      yield {
        span: destination.span,
        message: {
          zh: `图片“${destination.value}”有 ${megabytes} MB，超过 ${maxMegabytes} MB，各版都要嵌入它。`,
          en: `The picture “${destination.value}” is ${megabytes} MB, more than ${maxMegabytes} MB, and every edition embeds it.`,
        },
        help: {
          zh: "请缩到宽 2000 像素左右，另存为 JPEG。",
          en: "Scale it down to about 2000 pixels wide and save it as JPEG.",
        },
      };
    }
  },
};

const BYTES_PER_MEGABYTE = 1_000_000;
