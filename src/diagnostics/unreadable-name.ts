/**
 * Names that are not UTF-8, as an archive packed on a Chinese Windows leaves them: what lists a folder gives each such
 * byte as U+FFFD, and nothing can be opened by that name. They are reported, for what is left out in silence is missed.
 */
import type { Message } from "./diagnostic.js";

/** @returns true for a path that cannot be opened where nothing is found by it */
export const isUnreadableName = (path: string): boolean => path.includes("\ufffd");

export const UNREADABLE_NAME_HELP: Message = {
  zh: "请改用 UTF-8 编码的名字；从 Windows 传来的压缩包，解压时请选 GBK 编码。",
  en: "Give it a name in UTF-8; when unpacking an archive made on Chinese Windows, have its names read as GBK.",
};

/** @param name of a file or folder that may be the one that is missed */
export const unreadableHelp = (name: string): Message => ({
  zh: `那里有一个“${name}”，名字不是 UTF-8 编码，或许就是它。${UNREADABLE_NAME_HELP.zh}`,
  en: `There is a “${name}” whose name is not UTF-8; it may be the one. ${UNREADABLE_NAME_HELP.en}`,
});
