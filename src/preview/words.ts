/** What the page says, in both languages beside each other; messages of findings come from the server. */
import type { PreviewState } from "./protocol.js";

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const SAID = {
  loading: ["正在排版……", "Setting the pages …"],
  pages: ["版面", "Pages"],
  web: ["网页版", "Web"],
  viewSwitch: ["看哪一种", "What to look at"],
  items: ["稿件", "Items"],
  thumbnails: ["缩略图", "Thumbnails"],
  leftPanel: ["稿件栏", "Items panel"],
  rightPanel: ["问题栏", "Findings panel"],
  leftSwitch: ["左栏显示", "Left panel shows"],
  findings: ["问题", "Findings"],
  noFindings: ["没有发现问题", "Nothing found"],
  noFindingsMore: ["稿件保存后会自动重新检查。", "The issue is checked again each time an item is saved."],
  noneOfFilter: ["这一类没有问题。", "None of this kind."],
  noItems: ["这一期还没有稿件", "The issue has no items yet"],
  noItemsMore: [
    "把各单位报来的 Word、邮件或图片拖到这里。",
    "Drop the Word files, mails or photos that units sent in here.",
  ],
  noPages: ["还没有排好的版面", "No pages have been set yet"],
  all: ["全部", "All"],
  error: ["错误", "Errors"],
  warning: ["提醒", "Warnings"],
  info: ["提示", "Notes"],
  fix: ["改", "Fix"],
  fixTitle: ["改掉这一处", "Mend this one"],
  fixRule: [
    (count: number) => `全部改（全刊 ${count} 处）`,
    (count: number) => `Fix all ${count} in the issue`,
  ],
  fixRuleTitle: [
    "把全刊同一条规则下能直接改的都改掉",
    "Mend everything in the issue that this rule can mend by itself",
  ],
  suggestions: ["可以改成", "Change to"],
  moreFindings: [(count: number) => `还有 ${count} 处`, (count: number) => `${count} more`],
  why: ["为什么", "Why?"],
  wrong: ["不写", "Not"],
  right: ["写作", "But"],
  open: ["打开文件", "Open file"],
  copyPlace: ["复制位置", "Copy place"],
  copied: ["已复制", "Copied"],
  place: [(line: number) => `原文第 ${line} 行`, (line: number) => `source line ${line}`],
  onPage: [(page: number) => `第 ${page} 页`, (page: number) => `page ${page}`],
  showFinding: ["看这条问题", "Show this finding"],
  zoomIn: ["放大", "Larger"],
  zoomOut: ["缩小", "Smaller"],
  zoomWidth: ["适合宽度", "Fit width"],
  zoom: ["缩放", "Zoom"],
  spreadTitle: ["两页并排看", "Two pages side by side"],
  pageNumber: ["页码，可输入", "Page number, to be typed"],
  download: ["下载", "Download"],
  details: ["期号与日期", "Issue details"],
  history: ["撤销", "Undo"],
  historyTitle: ["改动", "Changes"],
  historyEmpty: ["还没有改过什么。", "Nothing has been changed yet."],
  historyMore: [
    "撤销只还原那一次改动的文件；之后又改过的文件不会动。",
    "Undo restores the files of that change only; a file changed since is left alone.",
  ],
  undo: ["撤销", "Undo"],
  shortcuts: ["快捷键", "Keyboard"],
  close: ["关闭", "Close"],
  cancel: ["取消", "Cancel"],
  save: ["保存", "Save"],
  confirm: ["收下", "Accept"],
  building: ["正在更新", "Updating"],
  upToDate: ["已是最新", "Up to date"],
  refusedPill: [(errors: number) => `${errors} 个错误`, (errors: number) => many(errors, "error")],
  troublePill: ["出了问题", "In trouble"],
  refused: [
    (errors: number) => `有 ${errors} 个错误，改好之后才能排版`,
    (errors: number) => `${many(errors, "error")} to be mended before pages can be set`,
  ],
  refusedStale: [
    (errors: number) => `有 ${errors} 个错误，下面还是上一次排好的版面`,
    (errors: number) => `${many(errors, "error")}; below are the pages as they were set last`,
  ],
  staleNote: ["下面还是上一次排好的版面。", "Below are the pages as they were set last."],
  seeError: ["看第一个错误", "Show the first error"],
  lost: ["与程序的连接断了，正在重新连接", "The connection to the program is lost; connecting again"],
  lostMore: [
    "如果已经在终端里停止了程序，请重新运行它。",
    "If it was stopped in the terminal, please start it again.",
  ],
  reconnect: ["现在重连", "Connect now"],
  ended: ["这个地址已经失效", "This address is no longer valid"],
  endedMore: ["请从终端里显示的新地址打开。", "Please open the new address that the terminal shows."],
  phone: ["手机", "Phone"],
  desktop: ["电脑", "Desktop"],
  webWidth: ["屏幕宽度", "Width of the screen"],
  webFrame: ["网页版，按读者看到的样子", "The web edition as readers see it"],
  drop: ["松手即可导入", "Let go to import"],
  dropMore: [
    "先看打算怎么收，确认之后才会写入文件。",
    "You see first what would be made of it; nothing is written until you accept.",
  ],
  importing: [(name: string) => `正在读“${name}”`, (name: string) => `Reading “${name}”`],
  importTitle: ["收下这些稿件？", "Accept these items?"],
  importItems: [
    (count: number) => `会得到 ${count} 篇`,
    (count: number) => `${many(count, "item")} would be made`,
  ],
  importNone: ["这个文件里没有读出稿件。", "No item was found in this file."],
  decisions: ["判断", "Decided"],
  doubts: ["请核对", "Please check"],
  section: ["栏目", "Section"],
  year: ["年份", "Year"],
  number: ["期号", "Number"],
  total: ["总期号", "Running number"],
  date: ["日期", "Date"],
  from: ["报道起始", "Reported from"],
  to: ["报道截止", "Reported to"],
  editor: ["编辑", "Editor"],
  reviewer: ["审核", "Reviewer"],
  approver: ["签发", "Approved by"],
  detailsHint: ["留空表示不印这一项。", "What is left empty is not printed."],
  moveHint: ["按住 Alt 再按 ↑ ↓ 可以移动稿件", "Alt with ↑ or ↓ moves an item"],
  updated: [
    (errors: number) => (errors === 0 ? "已更新，没有错误" : `已更新，${errors} 个错误`),
    (errors: number) => (errors === 0 ? "Updated, no errors" : `Updated, ${many(errors, "error")}`),
  ],
  lookedAt: [(line: number) => `原文第 ${line} 行`, (line: number) => `Source, line ${line}`],
  unreachable: ["没有连上程序。", "The program did not answer."],
  unreachableMore: ["请看终端里的程序是否还在运行。", "Please see whether it still runs in the terminal."],
  singleKeys: ["用单个字母键作快捷键", "Single letters are shortcuts"],
} as const;

/** Keys, and what they do. */
const KEYS = [
  ["j k", "下一个、上一个问题", "Next and previous finding"],
  ["Enter", "展开问题，看它在版面上的位置", "Open a finding and show it on the page"],
  ["f", "改掉选中的这一处", "Mend the chosen finding"],
  ["z", "撤销上一次改动", "Undo the last change"],
  ["Alt ↑ ↓", "移动稿件", "Move an item"],
  ["+ − 0", "放大、缩小、适合宽度", "Larger, smaller, fit width"],
  ["d", "单页、对开", "Single pages or spreads"],
  ["v", "版面、网页版", "Pages or web edition"],
  ["[ ]", "收起左栏、右栏", "Fold the left or right panel"],
  ["PgUp PgDn", "上一页、下一页", "Previous and next page"],
  ["?", "这张表", "This sheet"],
  ["Esc", "关闭", "Close"],
] as const;

type Said = typeof SAID;

export type Words = {
  readonly [Name in keyof Said]: Said[Name][number] extends string ? string : Said[Name][0];
} & {
  readonly keys: readonly (readonly [keys: string, meaning: string])[];
};

function wordsIn(column: 0 | 1): Words {
  const words: Record<string, unknown> = {};
  for (const [name, pair] of Object.entries(SAID)) words[name] = pair[column];
  words.keys = KEYS.map((row) => [row[0], row[column + 1]]);
  // One word for each name of SAID, which a loop cannot say.
  return words as Words;
}

const WORDS = { zh: wordsIn(0), en: wordsIn(1) };

export const wordsOf = (language: PreviewState["language"]): Words => WORDS[language];
