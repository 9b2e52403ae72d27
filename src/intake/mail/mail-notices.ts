/** What is said of a mail: what of its text was left out, and which of its files were passed over. */

import type { Message } from "../../diagnostics/diagnostic.js";
import { MAX_ATTACHMENTS, MAX_MAIL_DEPTH } from "../intake-limits.js";
import type { Notice } from "../manuscript.js";

const leftOut = (zh: string, en: string, place: number | undefined): Notice => ({
  rule: "import/left-out",
  severity: "info",
  message: { zh, en },
  help: { zh: "如果其中有要用的文字，请从原信里复制。", en: "Copy what is wanted of it from the mail." },
  place,
});

export const quotedMail = (words: string, place: number | undefined): Notice =>
  leftOut(
    `引用的来信没有导入${words === "" ? "" : `：“${begun(words)}”`}。`,
    `The mail that is quoted was left out${words === "" ? "" : `: “${begun(words)}”`}.`,
    place,
  );

export const coveringNote = (words: string, place: number | undefined): Notice =>
  leftOut(
    `转发时写在上面的话没有导入：“${words}”。`,
    `What was written above the forwarded mail was left out: “${words}”.`,
    place,
  );

export const mailHeaderLines = (place: number | undefined): Notice =>
  leftOut(
    "这封信转发了另一封信：只取了被转发的正文，没有取它的发件人、时间等几行。",
    "This mail forwards another: the text of that one was taken, without the lines on its sender and date.",
    place,
  );

export const programLine = (words: string, place: number | undefined): Notice =>
  leftOut(
    `邮件末尾的签名没有导入：“${words}”。`,
    `The signature of the mail was left out: “${words}”.`,
    place,
  );

export const attachmentPassedOver = (why: Notice): Notice => ({
  rule: "import/attachment",
  severity: "warning",
  message: attachmentWords(why.message),
  ...(why.help !== undefined && { help: why.help }),
  place: undefined,
});

export const itemInMail = (name: string): Notice => ({
  rule: "import/attachment",
  severity: "info",
  message: {
    zh: `附件“${name}”开头写明了标题等各项，按它写的导入。`,
    en: `The attachment “${name}” says its title and the like at its head, and was taken in as it says.`,
  },
  place: undefined,
});

export const tooManyAttachments = (count: number): Notice => ({
  rule: "import/attachment",
  severity: "warning",
  message: {
    zh: `这封信有 ${count} 个附件，只读取了前 ${MAX_ATTACHMENTS} 个。`,
    en: `This mail has ${count} attachments; the first ${MAX_ATTACHMENTS} were read.`,
  },
  help: { zh: "请把其余附件保存出来单独导入。", en: "Save the others and bring them in one by one." },
  place: undefined,
});

export const tooDeepMail = (name: string): Notice => ({
  rule: "import/unreadable",
  severity: "error",
  message: {
    zh: `“${name}”是转发了 ${MAX_MAIL_DEPTH} 层以上的邮件，没有再往里读。`,
    en: `“${name}” is a mail inside of more than ${MAX_MAIL_DEPTH} others and was not read.`,
  },
  help: { zh: "请把里面的附件保存出来单独导入。", en: "Save what is attached to it and bring that in." },
  place: undefined,
});

export const unreadableMail = (name: string): Notice => ({
  rule: "import/unreadable",
  severity: "error",
  message: {
    zh: `邮件“${name}”的结构不正常，没有读取。`,
    en: `The mail “${name}” is not built as a mail and was not read.`,
  },
  help: {
    zh: "请在邮箱里打开它，把正文和附件分别保存下来再导入。",
    en: "Open it in the mail program, and save its text and its attachments one by one.",
  },
  place: undefined,
});

/** @param label name of the encoding, as the mail says it */
export const unreadText = (label: string): Notice => ({
  rule: "import/encoding",
  severity: "warning",
  message: {
    zh: `信里有一段文字的编码（${label.slice(0, 40)}）读不了，没有导入。`,
    en: `A text of this mail is in an encoding (${label.slice(0, 40)}) that cannot be read and was left out.`,
  },
  help: {
    zh: "请在邮箱里打开这封信，把正文复制到 Word 文档里再导入。",
    en: "Open the mail in the mail program, copy its text into a Word document, and bring that in.",
  },
  place: undefined,
});

export const cloudAttachment = (): Notice => ({
  rule: "import/attachment",
  severity: "warning",
  message: {
    zh: "信里的超大附件只是一个下载链接，没有下载。",
    en: "A large attachment of this mail is a link only and was not fetched.",
  },
  help: {
    zh: "请在链接过期前下载它，再单独导入。",
    en: "Fetch it before the link expires, and bring it in.",
  },
  place: undefined,
});

/** @param why a sentence of its own */
const attachmentWords = (why: Message): Message => ({
  zh: `附件没有导入：${why.zh}`,
  en: `An attachment was passed over: ${why.en}`,
});

/** More of it follows. */
const begun = (words: string): string => `${words.replace(/…$/u, "")}…`;
