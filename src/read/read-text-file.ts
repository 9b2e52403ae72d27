/**
 * Bytes to text. UTF-8 is the only encoding that is read; what else a file looks like is named,
 * with the way out, because editors on Windows still save GB18030 and UTF-16. A byte order mark
 * is dropped, so offsets count from the first character behind it.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { isUnreadableName, UNREADABLE_NAME_HELP } from "../diagnostics/unreadable-name.js";
import { type FileContent, NOT_A_FILE } from "./workspace.js";

export interface TextReading {
  readonly path: string;
  /** rule id under which faults are reported */
  readonly rule: string;
}

/** @returns the text, or why there is none */
export function readText(
  content: FileContent,
  reading: TextReading,
): { readonly text: string } | { readonly fault: Diagnostic } {
  const fault = (message: Message, help: Message) => ({
    fault: {
      rule: reading.rule,
      severity: "error" as const,
      message,
      help,
      span: { path: reading.path, start: 0, end: 0 },
    },
  });
  switch (content.state) {
    case "missing":
      if (isUnreadableName(reading.path)) {
        return fault(
          {
            zh: `“${reading.path}”打不开：它的路径里有不是 UTF-8 编码的名字，显示为“\ufffd”。`,
            en: `“${reading.path}” cannot be opened: a name in its path is not UTF-8 and shows as “\ufffd”.`,
          },
          UNREADABLE_NAME_HELP,
        );
      }
      return fault(
        { zh: `找不到文件“${reading.path}”。`, en: `The file “${reading.path}” does not exist.` },
        { zh: "请检查文件名和所在文件夹。", en: "Check the name of the file and its folder." },
      );
    case "folder":
      return fault(
        { zh: `“${reading.path}”是文件夹，不是文件。`, en: `“${reading.path}” is a folder, not a file.` },
        { zh: "请写出文件夹里那个文件的名字。", en: "Give the name of the file inside the folder." },
      );
    case "too-large":
      return fault(
        {
          zh: `文件“${reading.path}”有 ${inKib(content.size)} KiB，超过了允许的大小。`,
          en: `The file “${reading.path}” has ${inKib(content.size)} KiB, which is more than allowed.`,
        },
        {
          zh: "文字稿一般没有这么大：请检查是否存错了文件，或把它拆开。",
          en: "Text is rarely that long: check that it is the right file, or split it.",
        },
      );
    case "refused":
      if (content.reason === NOT_A_FILE) {
        return fault(
          {
            zh: `“${reading.path}”不是普通文件，是管道或设备，没有读取。`,
            en: `“${reading.path}” is not a regular file but a pipe or a device, and was not read.`,
          },
          { zh: "请换成文件本身。", en: "Replace it with the file itself." },
        );
      }
      return fault(
        {
          zh: `无法读取文件“${reading.path}”（${content.reason}）。`,
          en: `The file “${reading.path}” cannot be read (${content.reason}).`,
        },
        { zh: "请检查文件的读取权限。", en: "Check that you have permission to read it." },
      );
    default: {
      const decoded = decodeUtf8(content.bytes);
      if (decoded !== undefined) return { text: decoded };
      const encoding = guessEncoding(content.bytes);
      return fault(
        {
          zh: `文件“${reading.path}”不是 UTF-8 编码，看起来是${encoding.zh}。`,
          en: `The file “${reading.path}” is not UTF-8; it looks like ${encoding.en}.`,
        },
        {
          zh: "请用文本编辑器“另存为”，编码选 UTF-8。",
          en: "Save it again from a text editor with the encoding UTF-8.",
        },
      );
    }
  }
}

const inKib = (bytes: number): number => Math.ceil(bytes / 1024);

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** @returns the text without byte order mark, or undefined where the bytes are not UTF-8 text */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  // UTF-16 of ASCII text is well-formed UTF-8 full of NUL characters; no text has those.
  if (bytes.includes(0)) return undefined;
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes from the start are looked at to guess an encoding. */
const GUESS_BYTES = 4096;

function guessEncoding(bytes: Uint8Array): Message {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF_16_LE;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF_16_BE;
  const head = bytes.subarray(0, GUESS_BYTES);
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3) return WORD;
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11) return WORD;
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) zerosAtEven += 1;
    else zerosAtOdd += 1;
  }
  // Line ends, spaces and digits give zeros on one side only.
  if (zerosAtOdd > 0 && zerosAtEven * 4 <= zerosAtOdd) return UTF_16_LE;
  if (zerosAtEven > 0 && zerosAtOdd * 4 <= zerosAtEven) return UTF_16_BE;
  if (zerosAtEven + zerosAtOdd > 0) return BINARY;
  return looksLikeGb18030(head) ? GB18030 : BINARY;
}

const UTF_16_LE: Message = { zh: " UTF-16 LE", en: "UTF-16 LE" };
const UTF_16_BE: Message = { zh: " UTF-16 BE", en: "UTF-16 BE" };
const GB18030: Message = { zh: " GB18030（GBK、GB2312）", en: "GB18030 (GBK, GB2312)" };
const BINARY: Message = { zh: "二进制文件", en: "a binary file" };
/** ZIP, which .docx and .wps files are, and the older compound file of .doc. */
const WORD: Message = {
  zh: "文字处理软件的文档（.docx、.doc、.wps）",
  en: "a word processor's document (.docx, .doc, .wps)",
};

/** GB 18030-2022: a lead byte 81–FE, then 40–7E or 80–FE, or digits 30–39 for four bytes. */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[index + 1];
    if (trail === undefined) return true;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) return false;
    index += trail <= 0x39 ? 3 : 1;
  }
  return true;
}
