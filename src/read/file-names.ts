/**
 * Names that an author gives to what will be written: the slug, and each folder of the output folder. What one system
 * takes and another refuses, reads as another name, or does not show, is refused everywhere.
 */
import type { Message } from "../diagnostics/diagnostic.js";

/** Characters that Windows keeps for itself. */
const KEPT_BY_WINDOWS = /[\\/:*?"<>|]/u;
/** Controls, marks of direction, what is not shown (Unicode 5.21), and the blank of Braille. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/u;
/** What most names consist of. */
const SEEN = /^[\x20-\x7e一-鿿]*$/;
/** Names of devices on Windows, whatever stands behind a dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/iu;

/** @returns why no file or folder can be called so on every system; undefined where one can */
export function whyNoName(name: string, mostBytes: number): Message | undefined {
  const kept = KEPT_BY_WINDOWS.exec(name)?.[0];
  if (kept !== undefined) return { zh: `含有“${kept}”`, en: `it contains “${kept}”` };
  const unseen = SEEN.test(name) ? undefined : UNSEEN.exec(name)?.[0];
  if (unseen !== undefined) {
    const code = codePoint(unseen);
    return { zh: `含有看不见的字符 ${code}`, en: `it contains the invisible character ${code}` };
  }
  if (DEVICE.test(name)) {
    return { zh: "Windows 把它保留给设备使用", en: "Windows reserves it for a device" };
  }
  if (/\.$/.test(name))
    return { zh: "末尾是句点，Windows 会去掉它", en: "it ends with a dot, which Windows drops" };
  if (name.trim() !== name || name === "") {
    return { zh: "开头或末尾是空格", en: "it begins or ends with a space" };
  }
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > mostBytes) {
    return {
      zh: `太长：有 ${bytes} 个字节，最多 ${mostBytes} 个（一个汉字占 3 个）`,
      en: `it is too long: ${bytes} bytes, where at most ${mostBytes} are allowed`,
    };
  }
  return undefined;
}

/** A name that Windows keeps for a device: on its own, or with an ending. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

/** A name that Windows reads as another one, or as more than a name: drives and streams, what it drops, devices. */
export const windowsReadsAnew = (name: string): boolean =>
  KEPT_BY_WINDOWS.test(name) || /[. ]$/u.test(name) || DEVICE.test(name);

/** Controls, and marks that turn the direction of text: `cod.exe` may be shown as `exe.doc`. */
export const TURNING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** @returns the name without what is not shown, which would make two names of what reads as one */
export const withoutUnseen = (name: string): string => name.replace(new RegExp(UNSEEN, "gu"), "");

/** As a name is compared where capital and small letters, and ways of composing a letter, are the same. */
export const sameNameKey = (name: string): string => name.normalize("NFC").toUpperCase().normalize("NFC");

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
