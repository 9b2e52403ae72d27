/** Why a Word file was not read at all: the words, in both languages. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Notice } from "../manuscript.js";
import type { Refusal } from "./refused-package.js";

export function refusalNotice(refusal: Refusal): Notice {
  const { message, help } = refusalWords(refusal);
  return { rule: "import/unreadable", severity: "error", message, help, place: undefined };
}

const SEND_AGAIN: Message = {
  zh: "请用 Word 或 WPS 打开它，另存为新的 .docx；打不开就请报送单位重发。",
  en: "Open it in Word or WPS and save it as a new .docx; where it does not open, ask the unit to send it again.",
};

const FORMATS: Readonly<Record<Extract<Refusal, { kind: "not-word" }>["format"], Message>> = {
  excel: { zh: "Excel 表格", en: "an Excel workbook" },
  powerpoint: { zh: "PowerPoint 演示文稿", en: "a PowerPoint presentation" },
  visio: { zh: "Visio 图", en: "a Visio drawing" },
  opendocument: { zh: "OpenDocument 文档（.odt 等）", en: "an OpenDocument file (.odt and the like)" },
  zip: { zh: "压缩包", en: "a zip archive" },
};

function refusalWords(refusal: Refusal): { readonly message: Message; readonly help: Message } {
  switch (refusal.kind) {
    case "damaged":
      return {
        message: {
          zh: "这份 Word 文件不完整或已损坏，读不出来。",
          en: "This Word file is incomplete or damaged and cannot be read.",
        },
        help: SEND_AGAIN,
      };
    case "locked":
      return {
        message: {
          zh: "这份文件加了密码，读不出来。",
          en: "This file is locked by a password and cannot be read.",
        },
        help: {
          zh: "请报送单位去掉密码后重发。",
          en: "Ask the unit to remove the password and send it again.",
        },
      };
    case "too-big":
      return {
        message: {
          zh: "这份文件展开后过大或层次过深，不像一份稿件，没有读取。",
          en: "Unpacked, this file is larger or deeper than any manuscript; it was not read.",
        },
        help: {
          zh: "请把正文复制到新的 Word 文件里存盘，图片压缩后再发。",
          en: "Copy the text into a new Word file, compress the pictures, and use that.",
        },
      };
    case "hostile":
      return {
        message: {
          zh: "这份文件里有 Word 从不写的内容，可能有害，没有读取。",
          en: "This file holds what Word never writes and may be harmful; it was not read.",
        },
        help: SEND_AGAIN,
      };
    case "not-word": {
      const format = FORMATS[refusal.format];
      return {
        message: { zh: `这是${format.zh}，不是 Word 文件。`, en: `This is ${format.en}, not a Word file.` },
        help:
          refusal.format === "zip"
            ? { zh: "请先解压，再导入里面的文件。", en: "Unpack it first, then import the files in it." }
            : {
                zh: "请把要刊发的文字放进 Word 文件，存为 .docx 后再导入。",
                en: "Put the text into a Word file, save it as .docx, and import that.",
              },
      };
    }
    default:
      return refusal satisfies never;
  }
}
