/**
 * What is said of a picture that looks like PNG or JPEG and cannot be printed: to whoever reads it first,
 * the rule on an item's pictures or the reading of their pixels.
 */
import type { PictureFault } from "../model/picture.js";
import type { Message } from "./diagnostic.js";

/** What follows the picture's name. */
const WORDS: Readonly<Record<PictureFault, Message>> = {
  "cut-off": { zh: "不完整：文件的后半部分丢失了", en: "is not whole: the end of its file is lost" },
  checksum: {
    zh: "已损坏：文件里的数据和它自带的校验码对不上",
    en: "is damaged: its data do not fit the checksum that the file gives for them",
  },
  damaged: {
    zh: "已损坏：文件的结构不符合图片格式",
    en: "is damaged: its file is not built as its format wants it",
  },
  "damaged-pixels": { zh: "已损坏：像素数据解不开", en: "is damaged: its pixels cannot be unpacked" },
  "no-palette": {
    zh: "已损坏：它的颜色要查调色板，文件里却没有可用的调色板",
    en: "is damaged: its colours stand in a palette, and the file has none that can be used",
  },
  "palette-index": {
    zh: "已损坏：有的像素用了调色板里没有的颜色",
    en: "is damaged: some of its pixels have a colour that its palette lacks",
  },
  "too-many-pixels": {
    zh: "像素太多：每边最多 5 万像素，总共最多 2.68 亿像素",
    en: "has too many pixels: 50,000 a side and 268 million in all are the most",
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
    en: "is a JPEG of 12 bits, which most programs cannot show",
  },
  "jpeg-colors": {
    zh: "是颜色分量数目特殊的 JPEG，多数软件显示不出来",
    en: "is a JPEG with an unusual number of colour components, which most programs cannot show",
  },
};

const RETRANSMIT: Message = {
  zh: "多半是传输或复制时出了错；请向供稿单位重要一份原图，替换这个文件。",
  en: "It was most likely spoilt in sending or copying; ask for the original again and replace the file.",
};

const SAVE_AGAIN: Message = {
  zh: "看看这个文件能不能打开；能就另存为 JPEG 或 PNG，不能就向供稿单位重要一份原图。",
  en: "See whether the file opens; if it does, save it again as JPEG or PNG, else ask for the original.",
};

const SCALE_DOWN: Message = {
  zh: "用看图或绘图软件缩到宽 4000 像素左右，另存后替换这个文件。",
  en: "Scale it to about 4000 pixels wide in an image program, save it, and replace the file.",
};

const COMMON_JPEG: Message = {
  zh: "用绘图软件打开，另存为普通（基线或渐进）的 JPEG；或运行 jpegtran -copy all 原图.jpg > 新图.jpg。",
  en: "Save it from a drawing program as a common JPEG (baseline or progressive), or run jpegtran -copy all old.jpg > new.jpg.",
};

const OTHER_COLORS: Message = {
  zh: "用绘图软件打开，另存为 8 位 RGB 的 JPEG 或 PNG。",
  en: "Save it from a drawing program as JPEG or PNG in RGB with 8 bits.",
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
