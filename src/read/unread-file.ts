/**
 * Files that lie among submissions or items and are not read: what each is, and what to do to have it
 * read. Told by the ending of the name alone; hidden files and what programs leave are passed over,
 * and pictures beside items, which may call them.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";

interface Kind {
  readonly endings: RegExp;
  readonly what: Message;
  readonly help: Message;
}

const said = (zh: string, en: string): Message => ({ zh, en });

/** What `bulletin import` takes in: an item is made of it, title and unit and pictures with it. */
const IMPORT = said(
  "请用 bulletin import 做成稿件，后面写上这个文件的路径。",
  "Make an item of it with bulletin import and the path of this file.",
);

const AS_WORD = said(
  "请打开它，另存为 .docx，再用 bulletin import 做成稿件。",
  "Open it, save it as .docx, and make an item of that with bulletin import.",
);

const KINDS: readonly Kind[] = [
  {
    endings: /\.(?:docx?|docm|dotx?|wps|wpt)$/i,
    what: said(" Word 或 WPS 文件", "a Word file"),
    help: IMPORT,
  },
  {
    endings: /\.(?:rtf|odt|pages)$/i,
    what: said("其他文字处理软件的文件", "a file of another word processor"),
    help: AS_WORD,
  },
  { endings: /\.(?:txt|text)$/i, what: said("纯文本", "plain text"), help: IMPORT },
  { endings: /\.eml$/i, what: said("邮件", "an e-mail"), help: IMPORT },
  {
    endings: /\.(?:msg|mbox)$/i,
    what: said("邮件", "an e-mail"),
    help: said(
      "请在邮件程序里把它另存为 .eml，再用 bulletin import 做成稿件。",
      "Save it as .eml in the mail program, and make an item of that with bulletin import.",
    ),
  },
  { endings: /\.html?$/i, what: said("网页", "a web page"), help: IMPORT },
  {
    endings: /\.mht(?:ml)?$/i,
    what: said("网页", "a web page"),
    help: said(
      "请用浏览器打开，另存为 .html，再用 bulletin import 做成稿件。",
      "Open it in a browser, save it as .html, and make an item of that with bulletin import.",
    ),
  },
  {
    endings: /\.pdf$/i,
    what: said(" PDF 文件", "a PDF"),
    help: said(
      "请供稿单位发来 Word 文件，再用 bulletin import 做成稿件。",
      "Ask the sender for the Word file, and make an item of that with bulletin import.",
    ),
  },
  {
    endings: /\.(?:xlsx?|et|ods|pptx?|dps)$/i,
    what: said("表格或演示文稿", "a spreadsheet or slides"),
    help: said("请把要刊登的内容复制到稿件（.md）里。", "Copy what is to be printed into an item (.md)."),
  },
  {
    endings: /\.(?:zip|rar|7z|tar|gz)$/i,
    what: said("压缩包", "an archive"),
    help: said("请先解压，再检查里面的稿件。", "Unpack it, and lint the items in it."),
  },
  {
    endings: /\.hei[cf]$/i,
    what: said("手机照片（HEIC 格式）", "a photo of a phone (HEIC)"),
    help: said(
      "请对方转成 JPEG 重发（iPhone：设置—相机—格式—兼容性最佳），再插到要配图的稿件里。",
      "Ask for it as JPEG (iPhone: Settings, Camera, Formats, Most Compatible), and put it into the item that it belongs to.",
    ),
  },
  {
    endings: /\.(?:jpe?g|png|gif|webp|bmp|tiff?|avif)$/i,
    what: said("照片", "a photo"),
    help: said(
      "请问清是哪篇稿件的，放进那一期的 images 文件夹，再插到稿件里。",
      "Find out which item it belongs to, put it into the folder images of that issue, and into the item.",
    ),
  },
  {
    endings: /\.(?:mp[34]|m4a|mov|avi|wav)$/i,
    what: said("录音或录像", "a recording"),
    help: said("简报里登不了；请移到别处。", "A bulletin cannot print it; move it elsewhere."),
  },
];

/** Pictures and other media, data, and what systems and programs leave behind. */
const PASSED_OVER =
  /^[._~]|~$|^(?:thumbs\.db|desktop\.ini|readme\b.*|changelog\b.*)$|\.(?:jpe?g|png|gif|webp|bmp|tiff?|hei[cf]|svg|avif|mp[34]|m4a|mov|avi|wav|ya?ml|json|csv|lock|log|tmp|bak|css|js|ttf|otf|woff2?|md|markdown)$/i;

/** Names of which a text belongs to the folder, not to the bulletin. */
const ABOUT_FOLDER = /^(?:说明|须知|备注|模板|目录|清单|note|template)/i;

/** Names of files that somebody may have meant as items: Word files, texts, mails, pages. */
export const UNREAD_ITEM =
  /^[^._~].*\.(?:docx?|docm|dotx?|wps|wpt|rtf|odt|pages|txt|text|eml|msg|mbox|html?|mht|mhtml)$/i;

/** @returns true for such a file, save one that speaks of its folder */
export const isUnreadItem = (name: string): boolean => UNREAD_ITEM.test(name) && !ABOUT_FOLDER.test(name);

/** @returns true for a file that is neither an item nor to be passed over */
export const isUnread = (name: string): boolean => !PASSED_OVER.test(name);

/** Photos and recordings that units send; an item beside them may call them. */
const MEDIA = /^[^._~].*\.(?:jpe?g|png|gif|webp|bmp|tiff?|hei[cf]|avif|mp[34]|m4a|mov|avi|wav)$/i;

export const isMedia = (name: string): boolean => MEDIA.test(name);

/** @returns what is said of a file that was not read, by its name */
export function unreadWords(name: string): { readonly message: Message; readonly help: Message } {
  const kind = KINDS.find(({ endings }) => endings.test(name));
  if (kind === undefined) {
    return {
      message: said(`“${name}”不是稿件，没有检查。`, `“${name}” is not an item and was not checked.`),
      help: said(
        "稿件是扩展名为 .md 的文件；不是稿件的，请移到别处。",
        "Items are files that end in .md; move other files elsewhere.",
      ),
    };
  }
  return {
    message: said(
      `“${name}”是${kind.what.zh}，没有检查。`,
      `“${name}” is ${kind.what.en} and was not checked.`,
    ),
    help: kind.help,
  };
}

/** @param path the file, or a folder with items in it */
export function unreadFinding(path: string, isFolder: boolean): Diagnostic {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const words = isFolder
    ? {
        message: said(
          `“${name}”是一个文件夹，里面的稿件没有检查。`,
          `“${name}” is a folder; the items in it were not checked.`,
        ),
        help: said("请单独检查这个文件夹。", "Lint that folder separately."),
      }
    : unreadWords(name);
  return { rule: "item/not-read", severity: "warning", span: { path, start: 0, end: 0 }, ...words };
}
