/**
 * What the page says, in both languages beside each other; messages of findings come from the server. The page is
 * bundled once a language, with the words of that language alone (.tools/build.js).
 */

/** set by the bundler */
declare const IS_CHINESE: boolean;

interface OfFiles {
  readonly at: number;
  readonly total: number;
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Keys, and what they do. */
const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ["j k", IS_CHINESE ? "下一个、上一个问题" : "Next and previous finding"],
  ["Enter", IS_CHINESE ? "展开问题，看它在版面上的位置" : "Open a finding and show it on the page"],
  ["f", IS_CHINESE ? "改掉选中的这一处" : "Mend the chosen finding"],
  ["z", IS_CHINESE ? "撤销上一次改动" : "Undo the last change"],
  ["Alt ↑ ↓", IS_CHINESE ? "移动稿件" : "Move an item"],
  ["+ − 0", IS_CHINESE ? "放大、缩小、适合宽度" : "Larger, smaller, fit width"],
  ["d", IS_CHINESE ? "单页、对开" : "Single pages or spreads"],
  ["v", IS_CHINESE ? "版面、网页版" : "Pages or web edition"],
  ["[ ]", IS_CHINESE ? "收起左栏、右栏" : "Fold the left or right panel"],
  ["PgUp PgDn", IS_CHINESE ? "上一页、下一页" : "Previous and next page"],
  ["?", IS_CHINESE ? "这张表" : "This sheet"],
  ["Esc", IS_CHINESE ? "关闭" : "Close"],
];

export const WORDS = {
  loading: IS_CHINESE ? "正在排版……" : "Setting the pages …",
  pages: IS_CHINESE ? "版面" : "Pages",
  web: IS_CHINESE ? "网页版" : "Web",
  viewSwitch: IS_CHINESE ? "看哪一种" : "What to look at",
  items: IS_CHINESE ? "稿件" : "Items",
  thumbnails: IS_CHINESE ? "缩略图" : "Thumbnails",
  leftPanel: IS_CHINESE ? "稿件栏" : "Items panel",
  rightPanel: IS_CHINESE ? "问题栏" : "Findings panel",
  leftSwitch: IS_CHINESE ? "左栏显示" : "Left panel shows",
  findings: IS_CHINESE ? "问题" : "Findings",
  noFindings: IS_CHINESE ? "没有发现问题" : "Nothing found",
  noFindingsMore: IS_CHINESE
    ? "稿件保存后会自动重新检查。"
    : "The issue is checked again each time an item is saved.",
  noneOfFilter: IS_CHINESE ? "这一类没有问题。" : "None of this kind.",
  noItems: IS_CHINESE ? "这一期还没有稿件" : "The issue has no items yet",
  noItemsMore: IS_CHINESE
    ? "把各单位报来的 Word、邮件或图片拖到这里。"
    : "Drop the Word files, mails or photos that units sent in here.",
  emptySection: IS_CHINESE ? "没有稿件" : "No items",
  untitled: IS_CHINESE ? "（没有标题）" : "(no title)",
  importFiles: IS_CHINESE ? "导入来稿……" : "Import submissions …",
  noPages: IS_CHINESE ? "还没有排好的版面" : "No pages have been set yet",
  all: IS_CHINESE ? "全部" : "All",
  error: IS_CHINESE ? "错误" : "Errors",
  warning: IS_CHINESE ? "提醒" : "Warnings",
  info: IS_CHINESE ? "提示" : "Notes",
  fix: IS_CHINESE ? "改" : "Fix",
  fixTitle: IS_CHINESE ? "改掉这一处" : "Mend this one",
  fixRule: IS_CHINESE
    ? (count: number) => `全部改（全刊 ${count} 处）`
    : (count: number) => `Fix all ${count} in the issue`,
  fixRuleTitle: IS_CHINESE
    ? "把全刊同一条规则下能直接改的都改掉"
    : "Mend everything in the issue that this rule can mend by itself",
  suggestions: IS_CHINESE ? "可以改成" : "Change to",
  moreFindings: IS_CHINESE ? (count: number) => `还有 ${count} 处` : (count: number) => `${count} more`,
  why: IS_CHINESE ? "为什么" : "Why?",
  noMore: IS_CHINESE ? "这一条没有更多说明。" : "There is no more to say about this.",
  wrong: IS_CHINESE ? "不写" : "Not",
  right: IS_CHINESE ? "写作" : "But",
  open: IS_CHINESE ? "打开文件" : "Open file",
  copyPlace: IS_CHINESE ? "复制位置" : "Copy place",
  copied: IS_CHINESE ? "已复制" : "Copied",
  place: IS_CHINESE ? (line: number) => `原文第 ${line} 行` : (line: number) => `source line ${line}`,
  onPage: IS_CHINESE ? (page: number) => `第 ${page} 页` : (page: number) => `page ${page}`,
  showFinding: IS_CHINESE ? "看这条问题" : "Show this finding",
  zoomIn: IS_CHINESE ? "放大" : "Larger",
  zoomOut: IS_CHINESE ? "缩小" : "Smaller",
  zoomWidth: IS_CHINESE ? "适合宽度" : "Fit width",
  zoom: IS_CHINESE ? "缩放" : "Zoom",
  spreadTitle: IS_CHINESE ? "两页并排看" : "Two pages side by side",
  pageNumber: IS_CHINESE ? "页码，可输入" : "Page number, to be typed",
  download: IS_CHINESE ? "下载" : "Download",
  details: IS_CHINESE ? "期号与日期" : "Issue details",
  history: IS_CHINESE ? "撤销" : "Undo",
  historyTitle: IS_CHINESE ? "改动" : "Changes",
  historyEmpty: IS_CHINESE ? "还没有改过什么。" : "Nothing has been changed yet.",
  historyMore: IS_CHINESE
    ? "撤销只还原那一次改动的文件；之后又改过的文件不会动。"
    : "Undo restores the files of that change only; a file changed since is left alone.",
  undo: IS_CHINESE ? "撤销" : "Undo",
  shortcuts: IS_CHINESE ? "快捷键" : "Keyboard",
  close: IS_CHINESE ? "关闭" : "Close",
  cancel: IS_CHINESE ? "取消" : "Cancel",
  save: IS_CHINESE ? "保存" : "Save",
  confirm: IS_CHINESE ? "收下" : "Accept",
  building: IS_CHINESE ? "正在更新" : "Updating",
  upToDate: IS_CHINESE ? "已是最新" : "Up to date",
  refusedPill: IS_CHINESE
    ? (errors: number) => `${errors} 个错误`
    : (errors: number) => many(errors, "error"),
  troublePill: IS_CHINESE ? "出了问题" : "In trouble",
  refused: IS_CHINESE
    ? (errors: number) => `有 ${errors} 个错误，改好之后才能排版`
    : (errors: number) => `${many(errors, "error")} to be mended before pages can be set`,
  refusedStale: IS_CHINESE
    ? (errors: number) => `有 ${errors} 个错误，下面还是上一次排好的版面`
    : (errors: number) => `${many(errors, "error")}; below are the pages as they were set last`,
  staleNote: IS_CHINESE ? "下面还是上一次排好的版面。" : "Below are the pages as they were set last.",
  seeError: IS_CHINESE ? "看第一个错误" : "Show the first error",
  lost: IS_CHINESE
    ? "与程序的连接断了，正在重新连接"
    : "The connection to the program is lost; connecting again",
  lostMore: IS_CHINESE
    ? "如果已经在终端里停止了程序，请重新运行它。"
    : "If it was stopped in the terminal, please start it again.",
  reconnect: IS_CHINESE ? "现在重连" : "Connect now",
  ended: IS_CHINESE ? "这个地址已经失效" : "This address is no longer valid",
  endedMore: IS_CHINESE
    ? "请从终端里显示的新地址打开。"
    : "Please open the new address that the terminal shows.",
  phone: IS_CHINESE ? "手机" : "Phone",
  desktop: IS_CHINESE ? "电脑" : "Desktop",
  webWidth: IS_CHINESE ? "屏幕宽度" : "Width of the screen",
  webFrame: IS_CHINESE ? "网页版，按读者看到的样子" : "The web edition as readers see it",
  drop: IS_CHINESE ? "松手即可导入" : "Let go to import",
  dropMore: IS_CHINESE
    ? "先看打算怎么收，确认之后才会写入文件。"
    : "You see first what would be made of it; nothing is written until you accept.",
  folder: IS_CHINESE
    ? (name: string) => `“${name}”是文件夹，没有导入。`
    : (name: string) => `“${name}” is a folder and was not imported.`,
  folderMore: IS_CHINESE ? "请打开它，把里面的文件拖进来。" : "Open it and drop the files in it.",
  tooLarge: IS_CHINESE
    ? (name: string) => `“${name}”太大（超过 256 MB），没有导入。`
    : (name: string) => `“${name}” is too large (over 256 MB) and was not imported.`,
  tooLargeMore: IS_CHINESE
    ? "请压缩其中的图片，或分成几个文件。"
    : "Shrink the pictures in it, or drop several files.",
  importing: IS_CHINESE ? (name: string) => `正在读“${name}”` : (name: string) => `Reading “${name}”`,
  ofFiles: IS_CHINESE
    ? ({ at, total }: OfFiles) => (total > 1 ? `（第 ${at} 个，共 ${total} 个）` : "")
    : ({ at, total }: OfFiles) => (total > 1 ? ` (${at} of ${total})` : ""),
  stopImports: IS_CHINESE ? "停止导入" : "Stop importing",
  skip: IS_CHINESE ? "跳过" : "Skip",
  importTitle: IS_CHINESE ? "收下这些稿件？" : "Accept these items?",
  importItems: IS_CHINESE
    ? (count: number) => `会得到 ${count} 篇`
    : (count: number) => `${many(count, "item")} would be made`,
  importNone: IS_CHINESE ? "这个文件里没有读出稿件。" : "No item was found in this file.",
  decisions: IS_CHINESE ? "判断" : "Decided",
  doubts: IS_CHINESE ? "请核对" : "Please check",
  section: IS_CHINESE ? "栏目" : "Section",
  year: IS_CHINESE ? "年份" : "Year",
  number: IS_CHINESE ? "期号" : "Number",
  total: IS_CHINESE ? "总期号" : "Running number",
  date: IS_CHINESE ? "出刊日期" : "Date",
  from: IS_CHINESE ? "收稿期起" : "Reported from",
  to: IS_CHINESE ? "收稿期止" : "Reported to",
  editor: IS_CHINESE ? "责任编辑" : "Editor",
  reviewer: IS_CHINESE ? "审核" : "Reviewer",
  approver: IS_CHINESE ? "签发" : "Approved by",
  detailsHint: IS_CHINESE ? "留空表示不印这一项。" : "What is left empty is not printed.",
  unfinishedDate: IS_CHINESE
    ? "日期没有填完整，请填好年、月、日，或者清空。"
    : "The date is not complete: fill in its year, month and day, or clear it.",
  moveHint: IS_CHINESE ? "按住 Alt 再按 ↑ ↓ 可以移动稿件" : "Alt with ↑ or ↓ moves an item",
  updated: IS_CHINESE
    ? (errors: number) => (errors === 0 ? "已更新，没有错误" : `已更新，${errors} 个错误`)
    : (errors: number) => (errors === 0 ? "Updated, no errors" : `Updated, ${many(errors, "error")}`),
  lookedAt: IS_CHINESE ? (line: number) => `原文第 ${line} 行` : (line: number) => `Source, line ${line}`,
  unreachable: IS_CHINESE ? "没有连上程序。" : "The program did not answer.",
  unreachableMore: IS_CHINESE
    ? "请看终端里的程序是否还在运行。"
    : "Please see whether it still runs in the terminal.",
  singleKeys: IS_CHINESE ? "用单个字母键作快捷键" : "Single letters are shortcuts",
  colon: IS_CHINESE ? "：" : ": ",
  /** between two sentences */
  gap: IS_CHINESE ? "" : " ",
  keys: KEYS,
};

export type Words = typeof WORDS;
