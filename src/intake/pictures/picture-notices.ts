/** What is said of a picture that came: what was done to it, or why it cannot be printed. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { PrivateData } from "../../model/text.js";
import type { Notice } from "../manuscript.js";

/** What was done, in the order in which it is told. */
export interface PictureChange {
  readonly removed: readonly PrivateData[];
  readonly isTurned: boolean;
  readonly convertedFrom: "WebP" | undefined;
  readonly to: "JPEG" | "PNG";
  /** longer side in px, where it was made smaller */
  readonly scaledTo: number | undefined;
  readonly isCompressed: boolean;
}

const REMOVED: Readonly<Record<PrivateData, Message>> = {
  position: { zh: "拍摄地点", en: "place" },
  camera: { zh: "相机型号", en: "camera" },
  time: { zh: "拍摄时间", en: "time" },
  person: { zh: "作者姓名", en: "author" },
};

/** @returns undefined where nothing was done that anybody would want to know */
export function pictureChanged(
  name: string,
  change: PictureChange,
  place: number | undefined,
): Notice | undefined {
  const { removed, isTurned, convertedFrom, to, scaledTo, isCompressed } = change;
  const parts: Message[] = [];
  if (removed.length > 0) {
    parts.push({
      zh: `去掉了${removed.map((kind) => REMOVED[kind].zh).join("、")}`,
      en: `${removed.map((kind) => REMOVED[kind].en).join(", ")} of its making taken out`,
    });
  }
  if (isTurned) parts.push({ zh: "转正", en: "set upright" });
  if (convertedFrom !== undefined)
    parts.push({ zh: `由 ${convertedFrom} 转成 ${to}`, en: `converted from ${convertedFrom} to ${to}` });
  if (scaledTo !== undefined)
    parts.push({
      zh: `缩小到长边 ${scaledTo} 像素`,
      en: `scaled down to ${scaledTo} pixels on its longer side`,
    });
  else if (isCompressed) parts.push({ zh: "压缩", en: "compressed" });
  if (parts.length === 0) return undefined;
  return {
    rule: "import/picture-changed",
    severity: "info",
    message: {
      zh: `图片“${name}”已处理：${parts.map(({ zh }) => zh).join("，")}。`,
      en: `The picture “${name}” was prepared: ${parts.map(({ en }) => en).join("; ")}.`,
    },
    help: { zh: "原图保留在原稿里。", en: "The submission keeps it as it came." },
    place,
  };
}

export const pictureRefused = (
  words: { readonly message: Message; readonly help: Message },
  place: number | undefined,
): Notice => ({ rule: "import/picture-refused", severity: "warning", ...words, place });

export const damagedPicture = (name: string): { readonly message: Message; readonly help: Message } => ({
  message: {
    zh: `图片“${name}”已损坏，打不开。`,
    en: `The picture “${name}” is damaged and cannot be opened.`,
  },
  help: { zh: "请对方重新发一份。", en: "Ask for it again." },
});

export const movingPicture = (name: string): { readonly message: Message; readonly help: Message } => ({
  message: { zh: `图片“${name}”是动图，不能印。`, en: `The picture “${name}” moves and cannot be printed.` },
  help: {
    zh: "请截取其中一帧，存为 JPEG 或 PNG。",
    en: "Take one picture of it and save that as JPEG or PNG.",
  },
});

export function tooManyPixels(
  name: string,
  pixels: number,
): { readonly message: Message; readonly help: Message } {
  const millions = Math.round(pixels / 1_000_000);
  return {
    message: {
      zh: `图片“${name}”太大：有 ${millions * 100} 万像素。`,
      en: `The picture “${name}” is too large: it has ${millions} million pixels.`,
    },
    help: {
      zh: "请用看图软件把它缩到长边 2400 像素左右，存为普通 JPEG。",
      en: "Scale it to about 2,400 pixels in an image program, and save it as a common JPEG.",
    },
  };
}

export const tooLargeToScale = (name: string, place: number | undefined): Notice => ({
  rule: "import/picture-changed",
  severity: "warning",
  message: {
    zh: `图片“${name}”没有缩小：它太大，或用了印刷油墨的颜色。`,
    en: `The picture “${name}” was not scaled down: it is too large, or in the colours of printing inks.`,
  },
  help: {
    zh: "请用看图软件把它缩到长边 2400 像素左右，存为普通 JPEG。",
    en: "Scale it to about 2,400 pixels in an image program, and save it as a common JPEG.",
  },
  place,
});
