/** What is told of a row of the register (read-received.ts), and what to do about it. */
import type { Message } from "../diagnostics/diagnostic.js";

export interface Words {
  readonly message: Message;
  readonly help: Message;
}

export const lacksColumns = (lacking: readonly { readonly zh: string; readonly en: string }[]): Words => ({
  message: {
    zh: `登记簿第一行缺少列名：${lacking.map(({ zh, en }) => `${zh}（${en}）`).join("、")}。`,
    en: `The first line of the register lacks the column ${lacking.map(({ en }) => en).join(", ")}.`,
  },
  help: {
    zh: "请在第一行补上列名；报送的篇数没有统计。",
    en: "Name the columns in the first line. What was received has not been counted.",
  },
});

export const NO_DAY: Words = {
  message: {
    zh: "这一行没有写收稿日期，没有统计。",
    en: "This row has no day of receipt and was not counted.",
  },
  help: { zh: "请补上日期，写成 2026-03-10 的样子。", en: "Add the day, such as 2026-03-10." },
};

export const unreadableDay = (text: string): Words => ({
  // Other words may stand in the wrong column, and be the title of something secret.
  message: /^[\d\s/.:,+TZ年月日号时分-]{1,40}$/u.test(text.normalize("NFKC"))
    ? {
        zh: `“${text}”不是能读的日期，这一行没有统计。`,
        en: `“${text}” is no day that can be read, and the row was not counted.`,
      }
    : {
        zh: "这一格写的不是能读的日期，这一行没有统计。",
        en: "This cell holds no day that can be read, and the row was not counted.",
      },
  // A day as spreadsheets keep it inside: days since 1900.
  help: /^\d{5}(?:\.\d+)?$/.test(text)
    ? {
        zh: "这是表格软件内部的日期序号：请把这一栏的单元格格式改成日期，再存一次。",
        en: "It is how a spreadsheet counts days inside: format this column as dates, and save it again.",
      }
    : { zh: "请写成 2026-03-10 的样子。", en: "Write it as 2026-03-10." },
});

export const behindNothing = (help: Message): Message => ({
  zh: `${help.zh}从这一行起没有统计。`,
  en: `${help.en} From this row on nothing was counted.`,
});

export const headedTwice = (heading: string): Words => ({
  message: {
    zh: `“${heading}”这个列名有两个，只读了前一列。`,
    en: `There are two columns “${heading}”; only the first was read.`,
  },
  help: { zh: "请改掉其中一个的名称。", en: "Give one of them another name." },
});

export const CONTRADICTS: Words = {
  message: {
    zh: "这一格和同一行里另一个同样意思的栏不一样，按另一栏统计了。",
    en: "This cell does not say what another column of the same meaning says in this row; the other one was counted.",
  },
  help: {
    zh: "请改成一样，或删去其中一栏。",
    en: "Make them the same, or delete one of the columns.",
  },
};

export const NO_TITLE: Words = {
  message: { zh: "这一行没有写标题。", en: "This row has no title." },
  help: {
    zh: "请补上标题；反馈信里要写，也靠它和登出的稿件对应。",
    en: "Add it: letters name it, and printed items are found by it.",
  },
};

export const UNREADABLE: Words = {
  message: {
    zh: "这一格里有读不出的字（显示为“\ufffd”）。",
    en: "This cell has characters that cannot be read (shown as “\ufffd”).",
  },
  help: {
    zh: "请在表格软件里改好，另存为“CSV UTF-8”。",
    en: "Mend it in a spreadsheet, and save it as “CSV UTF-8”.",
  },
};

export const MORE_CELLS: Words = {
  message: {
    zh: "这一行的格子比第一行的列名多，可能有一格里的逗号被当成了分列。",
    en: "This row has more cells than the first line: a comma inside of a cell may have parted it.",
  },
  help: {
    zh: "请把带逗号的文字整格放进英文双引号里。",
    en: "Put a text with a comma in straight quotation marks.",
  },
};

export const strangeYear = (text: string): Words => ({
  message: { zh: `收稿日期“${text}”的年份可能写错了。`, en: `The year of “${text}” may be wrong.` },
  help: { zh: "请核对；统计期以外的不计入。", en: "Check it: what is outside of the period is not counted." },
});

export const twiceCounted = (line: number): Words => ({
  message: {
    zh: `这一行和第 ${line} 行是同一天、同一单位、同一标题，报送算了两篇。`,
    en: `This row has the day, unit and title of line ${line}, and was counted again.`,
  },
  help: { zh: "如果登记重了，请删去一行。", en: "If it was entered twice, delete one of them." },
});

export const NO_UNIT: Words = {
  message: {
    zh: "这一行没有写单位，只计入总数。",
    en: "This row names no unit and counts in the total alone.",
  },
  help: { zh: "请补上报送单位。", en: "Add the unit that sent it." },
};

export const tooMany = (most: number): Words => ({
  message: {
    zh: `登记簿超过 ${most} 行，从这里起没有统计。`,
    en: `The register has more than ${most} rows; from here on nothing was counted.`,
  },
  help: { zh: "请按年份分成几份。", en: "Part it by years." },
});
