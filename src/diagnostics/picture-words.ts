/**
 * What is said of a picture that looks like PNG or JPEG and cannot be printed: to whoever reads it first,
 * the rule on an item's pictures or the reading of their pixels.
 */
import type { PictureFault } from "../model/picture.js";
import type { Message } from "./diagnostic.js";

/** What follows the picture's name. */
const WORDS: Readonly<Record<PictureFault, Message>> = {
  "cut-off": { zh: "不完整：文件的后半部分丢失了", en: "is incomplete: the end of the file is missing" },
  checksum: {
    zh: "已损坏：文件里的数据与自带的校验码不符",
    en: "is damaged: its data do not match the checksum in the file",
  },
  damaged: {
    zh: "已损坏：文件的结构不符合图片格式",
    en: "is damaged: the structure of the file does not follow its format",
  },
  "damaged-pixels": { zh: "已损坏：像素数据无法解码", en: "is damaged: its pixel data cannot be decoded" },
  "no-palette": {
    zh: "已损坏：它的颜色要查调色板，文件里却没有可用的调色板",
    en: "is damaged: its colours come from a palette, and the file has no usable one",
  },
  "palette-index": {
    zh: "已损坏：有的像素用了调色板里没有的颜色",
    en: "is damaged: some of its pixels use a colour that is not in its palette",
  },
  "too-many-pixels": {
    zh: "像素太多：每边最多 5 万像素，总共最多 2.68 亿像素",
    en: "has too many pixels: at most 50,000 a side and 268 million in all are allowed",
  },
  "jpeg-arithmetic": {
    zh: "是算术编码的 JPEG，多数软件显示不出来",
    en: "is a JPEG with arithmetic coding, which most programs cannot show",
  },
  "jpeg-lossless": {
    zh: "是无损或分层的 JPEG，多数软件显示不出来",
    en: "is a lossless or hierarchical JPEG, which most programs cannot show",
  },
  "jpeg-12-bit": {
    zh: "是 12 位的 JPEG，多数软件显示不出来",
    en: "is a 12-bit JPEG, which most programs cannot show",
  },
  "jpeg-colors": {
    zh: "是颜色分量数目特殊的 JPEG，多数软件显示不出来",
    en: "is a JPEG with an unusual number of colour components, which most programs cannot show",
  },
};

const RETRANSMIT: Message = {
  zh: "多半是传输或复制时出了错；请向供稿单位重新索要原图，替换这个文件。",
  en: "It was probably damaged while being sent or copied; ask for the original again and replace the file.",
};

const SAVE_AGAIN: Message = {
  zh: "请先试着打开这个文件：能打开，就另存为 JPEG 或 PNG；打不开，请向供稿单位重新索要原图。",
  en: "Try to open the file: if it opens, save it again as JPEG or PNG; if not, ask for the original.",
};

const SCALE_DOWN: Message = {
  zh: "请用看图或绘图软件缩到宽 4000 像素左右，另存后替换这个文件。",
  en: "Scale it down to about 4000 pixels wide in an image program, save it, and replace the file.",
};

const COMMON_JPEG: Message = {
  zh: "请用绘图软件打开，另存为普通（基线或渐进）的 JPEG；或运行 jpegtran -copy all 原图.jpg > 新图.jpg。",
  en: "Save it from an image program as an ordinary JPEG (baseline or progressive), or run jpegtran -copy all old.jpg > new.jpg.",
};

const OTHER_COLORS: Message = {
  zh: "请用绘图软件打开，另存为 8 位 RGB 的 JPEG 或 PNG。",
  en: "Save it from an image program as an 8-bit RGB JPEG or PNG.",
};

const HELP: Readonly<Record<PictureFault, Message>> = {
  "cut-off": RETRANSMIT,
  checksum: RETRANSMIT,
  damaged: SAVE_AGAIN,
  "damaged-pixels": RETRANSMIT,
  "no-palette": SAVE_AGAIN,
  "palette-index": SAVE_AGAIN,
  "too-many-pixels": SCALE_DOWN,
  "jpeg-arithmetic": COMMON_JPEG,
  "jpeg-lossless": COMMON_JPEG,
  "jpeg-12-bit": OTHER_COLORS,
  "jpeg-colors": OTHER_COLORS,
};

export const isPictureFault = (word: string): word is PictureFault => Object.hasOwn(WORDS, word);

/** @param name as the item writes it */
export const faultWords = (
  fault: PictureFault,
  name: string,
): { readonly message: Message; readonly help: Message } => ({
  message: {
    zh: `图片“${name}”${WORDS[fault].zh}。`,
    en: `The picture “${name}” ${WORDS[fault].en}.`,
  },
  help: HELP[fault],
});
