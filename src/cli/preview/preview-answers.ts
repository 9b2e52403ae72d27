/** What the server says of requests: of those that were done, and of those that it does not take. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Verdict } from "./access.js";
import type { RefusalWords } from "./refused-change.js";

export const DONE = {
  undone: { zh: "已撤销。", en: "Undone." },
  details: { zh: "修改本期信息", en: "Details of the issue changed" },
  moved: (title: string, section: string): Message => ({
    zh: `移动“${title}”到【${section}】`,
    en: `“${title}” moved to ${section}`,
  }),
  imported: (items: number): Message => ({
    zh: `已导入 ${items} 篇，原件在 inbox 文件夹，已登记到 register.csv。`,
    en: `Imported ${items === 1 ? "one item" : `${items} items`}; the original is in the inbox folder, entered in register.csv.`,
  }),
  tidied: (name: string): Message => ({
    zh: `文件名里有看不见的控制字符，已经去掉，按“${name}”导入。`,
    en: `The file's name had characters that are not seen; they are left out, and it is imported as “${name}”.`,
  }),
  opened: { zh: "已在编辑器里打开。", en: "Opened in the editor." },
  cancelled: { zh: "已取消，没有写入任何文件。", en: "Cancelled; nothing was written." },
} as const;

type Reason = Extract<Verdict, { kind: "refused" }>["reason"];

export const NOT_ADMITTED: Readonly<Record<Reason, RefusalWords>> = {
  host: {
    problem: { zh: "这个地址不是预览的地址。", en: "This is not the address of the preview." },
    remedy: { zh: "请用终端里打印的地址打开。", en: "Open the address that the terminal printed." },
  },
  origin: {
    problem: {
      zh: "请求来自别的网页，没有理会。",
      en: "The request came from another page and was not answered.",
    },
    remedy: {
      zh: "请把终端里打印的地址粘贴到浏览器的地址栏打开。",
      en: "Paste the address that the terminal printed into the browser's address bar.",
    },
  },
  used: {
    problem: {
      zh: "这个地址用过了，或者过期了：打印之后十分钟之内能打开一次。",
      en: "This address has been used or is too old: it opens once, within ten minutes after it was printed.",
    },
    remedy: {
      zh: "请回到终端窗口按一下回车键，用新打印的地址打开。",
      en: "Go back to the terminal, press Enter, and open the new address.",
    },
  },
  stranger: {
    problem: { zh: "这个浏览器没有打开过预览。", en: "This browser has not opened the preview." },
    remedy: { zh: "请用终端里打印的地址打开。", en: "Open the address that the terminal printed." },
  },
};

export const NOT_TAKEN = {
  missing: {
    problem: { zh: "这里没有您要的内容。", en: "There is nothing here." },
    remedy: { zh: "请刷新预览页面。", en: "Reload the preview." },
  },
  method: {
    problem: { zh: "不能这样请求。", en: "It cannot be asked for like this." },
    remedy: { zh: "请刷新预览页面。", en: "Reload the preview." },
  },
  form: {
    problem: { zh: "请求的内容不完整，没有改动。", en: "The request is not whole; nothing was changed." },
    remedy: { zh: "请刷新预览页面，再做一次。", en: "Reload the preview, and do it again." },
  },
  noName: {
    problem: {
      zh: "这个文件的名字是空的，或者只有看不见的字符，没有导入。",
      en: "The file's name is empty, or nothing but characters that are not seen; it was not imported.",
    },
    remedy: { zh: "请给文件改个名字，再拖进来。", en: "Give the file another name and drop it again." },
  },
  tooLarge: {
    problem: {
      zh: "文件太大（超过 256 MB），没有导入。",
      en: "The file is too large (over 256 MB) and was not imported.",
    },
    remedy: {
      zh: "请压缩其中的图片，或分成几个文件。",
      en: "Shrink the pictures in it, or send several files.",
    },
  },
  tooMany: {
    problem: { zh: "打开的预览页面太多。", en: "Too many pages of the preview are open." },
    remedy: { zh: "请关掉几个，再刷新这一页。", en: "Close some of them, and reload this one." },
  },
  notOpened: {
    problem: { zh: "没有找到可以打开这个文件的程序。", en: "No program was found that opens this file." },
    remedy: {
      zh: "请自己打开它，或在启动预览时用 --open-with 指明编辑器。",
      en: "Open it yourself, or name an editor with --open-with when the preview is started.",
    },
  },
  notQuoted: {
    problem: {
      zh: "文件的名字或路径里有 % 或引号，--open-with 的编辑器是由 .cmd 文件启动的，这样的名字不能安全地交给它，没有打开。",
      en: "There is a % or a quotation mark in the file's name or path, and the editor of --open-with is started by a .cmd file, which cannot be given such a name safely; it was not opened.",
    },
    remedy: {
      zh: "请自己打开文件，或在 --open-with 里写编辑器的 .exe（如 Code.exe），再重新预览。",
      en: "Open the file yourself, or name the editor's .exe (such as Code.exe) with --open-with, and start the preview again.",
    },
  },
  notOurs: {
    problem: {
      zh: "这个文件不属于这一期，没有打开。",
      en: "The file is none of this issue's and was not opened.",
    },
    remedy: { zh: "请刷新预览页面。", en: "Reload the preview." },
  },
  failed: {
    problem: { zh: "程序出错，没有做成。", en: "The program failed, and it was not done." },
    remedy: {
      zh: "细节在终端窗口里，请报告给我们。",
      en: "The terminal has the details; please report them.",
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
