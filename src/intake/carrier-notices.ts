/** What is said of a file that is not read: what it is, and the shortest way to one that is. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { RefusedFormat } from "./carrier.js";
import { MAX_ZIP_ENTRIES } from "./intake-limits.js";
import type { Notice } from "./manuscript.js";

interface Refusal {
  /** behind the name: “来稿.xlsx”… */
  readonly why: Message;
  readonly help: Message;
}

const SAVE_AS_DOCX: Message = {
  zh: "请用 Word 或 WPS 打开它，点“文件—另存为”，类型选“Word 文档（*.docx）”，再导入新文件。",
  en: "Open it in Word or WPS, choose File, Save As, take “Word document (*.docx)”, and bring in the new file.",
};

export const SEND_AGAIN: Message = {
  zh: "请对方重新发一份；如果自己能打开它，另存一份再导入。",
  en: "Ask for it again; if it opens on your computer, save a copy and bring that in.",
};

const AS_PICTURE: Message = {
  zh: "请用看图软件打开它，另存为 JPEG 或 PNG 再导入。",
  en: "Open it in an image program, save it as JPEG or PNG, and bring that in.",
};

const REFUSALS: Readonly<Record<RefusedFormat, Refusal>> = {
  empty: { why: { zh: "是空文件，里面没有内容", en: "is empty" }, help: SEND_AGAIN },
  "too-large": {
    why: { zh: "超过了 64 MB，没有读取", en: "has more than 64 MB and was not read" },
    help: {
      zh: "稿件不会这么大：请把照片另外发，或用 Word 的“压缩图片”减小文件。",
      en: "No submission is that large: have the photos sent apart, or let Word compress the pictures.",
    },
  },
  binary: {
    why: { zh: "不是能读的稿件：里面不是文字", en: "is no submission that can be read: it holds no text" },
    help: {
      zh: "请对方改发 Word 文档（.docx），或把文字直接写在邮件里。",
      en: "Ask for a Word document (.docx), or for the text in the mail itself.",
    },
  },
  "old-encoding": {
    why: {
      zh: "的文字是少见的旧编码（ISO-2022），读不了",
      en: "holds text of a rare old encoding (ISO-2022) and cannot be read",
    },
    help: {
      zh: "请用原来的软件打开它，另存为 UTF-8 编码的文本，或把文字复制到 Word 文档里，再导入。",
      en: "Open it in the program it comes from, save it as UTF-8 or copy the text into a Word document, and bring that in.",
    },
  },
  "damaged-package": {
    why: { zh: "已损坏：文件不完整，打不开", en: "is damaged: the file is not whole and cannot be opened" },
    help: SEND_AGAIN,
  },
  "crowded-package": {
    why: {
      zh: `由 ${MAX_ZIP_ENTRIES} 个以上的部件组成，没有哪份稿件有这么多，可能有害，没有读取`,
      en: `is made of more than ${MAX_ZIP_ENTRIES} parts, which no submission is; it may be harmful and was not read`,
    },
    help: {
      zh: "请核实是谁发来的；确是稿件的，请对方把正文复制到新的 Word 文档里重发。",
      en: "Make sure who sent it; if it is a submission, ask for its text in a new Word document.",
    },
  },
  locked: {
    why: { zh: "有密码，打不开", en: "is locked by a password" },
    help: {
      zh: "请用 Word 或 WPS 输入密码打开它，点“文件—另存为”，去掉密码后保存再导入；或请对方发一份没有密码的。",
      en: "Open it in Word or WPS with its password, save it without one, and bring that in; or ask for a copy without.",
    },
  },
  excel: {
    why: { zh: "是电子表格，不是稿件", en: "is a spreadsheet, no submission" },
    help: {
      zh: "请在 Excel 或 WPS 里选中要用的表格，复制，粘贴到 Word 文档里，再导入这个文档。",
      en: "Select the table in Excel or WPS, copy it into a Word document, and bring that in.",
    },
  },
  powerpoint: {
    why: { zh: "是演示文稿，不是稿件", en: "is a presentation, no submission" },
    help: {
      zh: "请把要用的文字复制到 Word 文档里，再导入这个文档。",
      en: "Copy the words that are wanted into a Word document, and bring that in.",
    },
  },
  visio: {
    why: { zh: "是 Visio 绘图，不是稿件", en: "is a Visio drawing, no submission" },
    help: AS_PICTURE,
  },
  "open-document": {
    why: { zh: "是 OpenDocument 文件（.odt 等），读不了", en: "is an OpenDocument file and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  epub: { why: { zh: "是电子书，不是稿件", en: "is an electronic book, no submission" }, help: SEND_AGAIN },
  ofd: {
    why: { zh: "是 OFD 版式文件，文字取不出来", en: "is an OFD page file; its text cannot be taken out" },
    help: {
      zh: "请对方发排版前的 Word 文档（.docx）。",
      en: "Ask for the Word document (.docx) that it was made of.",
    },
  },
  pages: {
    why: {
      zh: "是苹果 Pages 等软件的文件，读不了",
      en: "is a file of Apple’s Pages or its kin and cannot be read",
    },
    help: {
      zh: "请在 Pages 里点“文件—导出为—Word”，再导入导出的文件。",
      en: "In Pages choose File, Export To, Word, and bring in what that gives.",
    },
  },
  "wps-cloud": {
    why: { zh: "是 WPS 自己的新格式，读不了", en: "is of WPS’s own new format and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  archive: {
    why: { zh: "是压缩包，没有打开", en: "is an archive and was not opened" },
    help: {
      zh: "请先解压，再导入里面的文件。",
      en: "Unpack it first, and bring in the files inside.",
    },
  },
  "word-95": {
    why: {
      zh: "是 Word 95 或更早版本的文档，读不了",
      en: "is a document of Word 95 or before and cannot be read",
    },
    help: SAVE_AS_DOCX,
  },
  outlook: {
    why: { zh: "是 Outlook 邮件（.msg），读不了", en: "is a mail of Outlook (.msg) and cannot be read" },
    help: {
      zh: "请在邮箱里打开这封信，另存为 .eml；或把正文和附件分别保存下来再导入。",
      en: "Save the mail as .eml, or save its text and its attachments one by one.",
    },
  },
  winmail: {
    why: {
      zh: "是 Outlook 的 winmail.dat，附件包在里面，读不了",
      en: "is Outlook’s winmail.dat, which wraps the attachments, and cannot be read",
    },
    help: {
      zh: "请对方在 Outlook 里把邮件格式改为“HTML”或“纯文本”后重发，或用别的邮箱发附件。",
      en: "Ask the sender to set Outlook to HTML or plain text and send again, or to use another mail program.",
    },
  },
  works: {
    why: { zh: "是微软 Works 的文件，读不了", en: "is a file of Microsoft Works and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  ole: {
    why: { zh: "不是 Word 文档：里面没有文章", en: "is no Word document: there is no text in it" },
    help: SAVE_AS_DOCX,
  },
  "damaged-ole": {
    why: {
      zh: "已损坏：文件的内部结构对不上",
      en: "is damaged: the parts of the file do not fit each other",
    },
    help: SEND_AGAIN,
  },
  "word-2003-xml": {
    why: { zh: "是 Word 2003 的 XML 文件，读不了", en: "is a Word 2003 XML file and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  "flat-opc": {
    why: { zh: "是 Word 的单一 XML 文件，读不了", en: "is a flat XML file of Word and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  xml: { why: { zh: "是 XML 数据，不是稿件", en: "is XML data, no submission" }, help: SEND_AGAIN },
  rtf: {
    why: { zh: "是 RTF 文档，读不了", en: "is an RTF document and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  pdf: {
    why: {
      zh: "是 PDF，文字和段落不能可靠地取出来",
      en: "is a PDF; its text and paragraphs cannot be taken out reliably",
    },
    help: {
      zh: "请对方发原来的 Word 文档（.docx）；实在没有，用 Word 打开这个 PDF，核对后另存为 .docx。",
      en: "Ask for the Word document (.docx); failing that, open the PDF in Word, check it, and save it as .docx.",
    },
  },
  mhtml: {
    why: { zh: "是单一文件网页（.mht），读不了", en: "is a web page in one file (.mht) and cannot be read" },
    help: SAVE_AS_DOCX,
  },
  heic: {
    why: { zh: "是苹果手机的 HEIC 照片，不能印", en: "is an HEIC photo of an iPhone and cannot be printed" },
    help: {
      zh: "请对方在 iPhone 上点“设置—相机—格式—兼容性最佳”后重拍重发；已有的照片用看图软件另存为 JPEG。",
      en: "On the iPhone choose Settings, Camera, Formats, Most Compatible; save photos that are there as JPEG in an image program.",
    },
  },
  avif: {
    why: { zh: "是 AVIF 图片，不能印", en: "is an AVIF picture and cannot be printed" },
    help: AS_PICTURE,
  },
  gif: { why: { zh: "是 GIF 图片，不能印", en: "is a GIF picture and cannot be printed" }, help: AS_PICTURE },
  bmp: { why: { zh: "是 BMP 图片，不能印", en: "is a BMP picture and cannot be printed" }, help: AS_PICTURE },
  tiff: {
    why: { zh: "是 TIFF 图片，不能印", en: "is a TIFF picture and cannot be printed" },
    help: AS_PICTURE,
  },
  svg: {
    why: { zh: "是 SVG 图形，不能印", en: "is an SVG drawing and cannot be printed" },
    help: AS_PICTURE,
  },
  emf: {
    why: { zh: "是 Windows 图元文件，不能印", en: "is a Windows metafile and cannot be printed" },
    help: AS_PICTURE,
  },
  video: {
    why: { zh: "是音频或视频，不能印", en: "is sound or film and cannot be printed" },
    help: {
      zh: "请对方改发照片（JPEG）。",
      en: "Ask for photos (JPEG) in its place.",
    },
  },
};

/** Formats that are pictures: what is lost is one picture, not a text. */
const PICTURES: ReadonlySet<RefusedFormat> = new Set(["heic", "avif", "gif", "bmp", "tiff", "svg", "emf"]);

/** A file that came alone and is not read. */
export function refusal(format: RefusedFormat, name: string): Notice {
  const isPicture = PICTURES.has(format);
  const rule =
    format === "empty" ? "import/empty" : isPicture ? "import/picture-refused" : "import/unreadable";
  const { why, help } = REFUSALS[format];
  return {
    rule,
    severity: isPicture ? "warning" : "error",
    message: { zh: `“${name}”${why.zh}。`, en: `“${name}” ${why.en}.` },
    help,
    place: undefined,
  };
}

/** A file that is what it should be and still cannot be read to its end. */
export const damaged = (name: string, format: RefusedFormat = "damaged-package"): Notice =>
  refusal(format, name);

/** A page or a message that is built to do harm, or by a program that went wild. */
export const tooDeep = (name: string): Notice => ({
  rule: "import/unreadable",
  severity: "error",
  message: {
    zh: `“${name}”的内部结构层层嵌套，远超正常稿件，没有读取。`,
    en: `“${name}” is nested far deeper than any submission and was not read.`,
  },
  help: SEND_AGAIN,
  place: undefined,
});

export const tooLong = (name: string, mib: number): Notice => ({
  rule: "import/unreadable",
  severity: "error",
  message: {
    zh: `“${name}”里的文字超过 ${mib} MB，没有读取。`,
    en: `“${name}” holds more than ${mib} MB of text and was not read.`,
  },
  help: {
    zh: "稿件不会这么长：请检查是不是发错了文件。",
    en: "No submission is that long: check whether it is the right file.",
  },
  place: undefined,
});
