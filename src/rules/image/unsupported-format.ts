/**
 * Pictures are PNG or JPEG. Source: what PDF/A-2 (ISO 19005-2), office programs and browsers all take
 * without conversion.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { faultWords, isPictureFault } from "../../diagnostics/picture-words.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageUnsupportedFormat: ItemRule = {
  id: "image/unsupported-format",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "图片用 PNG 或 JPEG 格式。",
    en: "Pictures are PNG or JPEG.",
  },
  why: {
    zh: "各版本都能嵌入、各种办公软件都能显示的只有这两种格式；手机拍的 HEIC、网页上的 WebP 都要先转换。",
    en: "Only these two can be embedded in every edition and shown by every office program; HEIC from phones and WebP from the web must be converted first.",
  },
  forUnit: {
    what: {
      zh: "这张图片的格式我们用不了，或者文件打不开。",
      en: "This picture is in a format that we cannot use, or does not open.",
    },
    ask: {
      zh: "请发 JPEG 格式的原图；iPhone 拍照前可在“设置－相机－格式”里选“兼容性最佳”。",
      en: "Please send the original as JPEG; on an iPhone choose Settings, Camera, Formats, Most Compatible.",
    },
  },
  examples: [
    {
      name: { zh: "WebP 图片", en: "A WebP picture" },
      files: { "items/01.md": item("![会场全景](../images/photo.webp)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "写成了文件夹", en: "A folder in place of a picture" },
      files: { "items/01.md": item("![会场全景](../images)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "PNG 图片", en: "A PNG picture" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { image, destination } of factsOf(item).figures) {
      if (image.state !== "unsupported") continue;
      yield { span: destination.span, ...wordsFor(image.format, destination.value) };
    }
  },
};

/** Formats by the names that pictures/ gives them; other words say why a file cannot be read. */
const FORMATS: ReadonlySet<string> = new Set(["webp", "heic", "avif", "svg", "gif", "tiff", "bmp", "pdf"]);

function wordsFor(format: string, name: string): { readonly message: Message; readonly help: Message } {
  if (isPictureFault(format)) return faultWords(format, name);
  if (!FORMATS.has(format)) {
    const { zh, en } = REASONS.get(format) ?? NO_PICTURE;
    return {
      message: { zh: `图片“${name}”${zh}。`, en: `The picture “${name}” ${en}.` },
      help: REMEDIES.get(format) ?? ANOTHER_FILE,
    };
  }
  const shown = format.toUpperCase();
  return {
    message: {
      zh: `图片“${name}”是 ${shown} 格式，各版只能用 PNG 和 JPEG。`,
      en: `The picture “${name}” is ${shown}; the editions can use only PNG and JPEG.`,
    },
    help: howToConvert(format),
  };
}

/** Why a file cannot be read, by the words that read/ gives. */
const REASONS: ReadonlyMap<string, Message> = new Map([
  ["empty", { zh: "是空文件", en: "is an empty file" }],
  ["too-many-bytes", { zh: "超过 64 MiB", en: "is larger than 64 MiB" }],
  ["folder", { zh: "是一个文件夹，不是图片文件", en: "is a folder, not a picture file" }],
  ["device", { zh: "不是普通文件（是管道或设备）", en: "is not a regular file (a pipe or a device)" }],
  ["unreadable", { zh: "没有权限读取", en: "cannot be read for lack of permission" }],
]);

const NO_PICTURE: Message = { zh: "不是图片文件", en: "is not a picture file" };

const ANOTHER_FILE: Message = {
  zh: "请先试着打开这个文件：能打开，就另存为 JPEG 或 PNG；打不开，就换一张。",
  en: "Try to open the file: if it opens, save it again as JPEG or PNG; if not, use another picture.",
};

const SMALLER_FILE: Message = {
  zh: "请缩到宽 2000 像素左右，另存为 JPEG。",
  en: "Scale it down to about 2000 pixels wide and save it as JPEG.",
};

const REMEDIES: ReadonlyMap<string, Message> = new Map([
  ["too-many-bytes", SMALLER_FILE],
  [
    "folder",
    {
      zh: "请写出文件夹里那张图片的文件名，如 ../images/visit.jpg。",
      en: "Write the name of the picture in that folder, such as ../images/visit.jpg.",
    },
  ],
  ["device", { zh: "请换成图片文件，JPEG 或 PNG。", en: "Put a picture file there, JPEG or PNG." }],
  [
    "unreadable",
    {
      zh: "请检查这个文件的权限，能用看图软件打开再试。",
      en: "Check the permissions of the file; once a viewer opens it, try again.",
    },
  ],
]);

function howToConvert(format: string): Message {
  switch (format) {
    case "heic":
      return {
        zh: "可以用微信把照片发给自己，存下来就是 JPEG；或在 Windows 的“照片”里另存、在 Mac 的“预览”里导出为 JPEG。以后拍照：iPhone 在“设置－相机－格式”里选“兼容性最佳”，安卓手机在相机设置里关掉 HEIF（高效格式）。",
        en: "Send it to yourself on WeChat, which turns it into a JPEG; or save it as JPEG from Photos (Windows) or Preview (Mac). For new pictures: on an iPhone choose Settings, Camera, Formats, Most Compatible; on Android turn HEIF (high efficiency) off in the camera's settings.",
      };
    case "svg":
      return {
        zh: "请用浏览器打开后截图，或用绘图软件导出为 PNG，宽度不小于 1000 像素。",
        en: "Export it as PNG from a drawing program, at least 1000 pixels wide.",
      };
    default:
      return {
        zh: "请用 Windows 的“画图”或 Mac 的“预览”打开，另存为 JPEG（照片）或 PNG（图表）；在手机上也可以截屏。",
        en: "Open it in Paint (Windows) or Preview (Mac) and save it as JPEG (photographs) or PNG (charts); on a phone, a screenshot will do.",
      };
  }
}
