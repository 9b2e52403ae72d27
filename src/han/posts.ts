/**
 * Posts of persons as they stand beside a name: 市科协副主席周砚宁, 周砚宁副主席. A post has a stem (主席) and a
 * rank (副); what body it belongs to is not read here.
 */
import { hanPattern } from "./han-pattern.js";

export type Rank = "full" | "vice" | "honorary" | "acting";

export interface Post {
  readonly start: number;
  readonly end: number;
  /** as it stands: 常务副主席 */
  readonly text: string;
  readonly rank: Rank;
  /** 主席, 书记, 主任 … */
  readonly stem: string;
}

/** Posts of the head of a body; what a person may be beside it (教授, 院士) is TITLE's. */
const STEMS =
  "主任委员|书记|主席(?![团台])|主任(?![务])|理事长|董事长|秘书长|会长|局长|部长|处长|科长|馆长|院长|校长|所长|厅长|司长|省长|市长|区长|县长|镇长|乡长|行长|社长|站长|总经理|总工程师|总编辑|巡视员|调研员";
const BODY = "(?:党组|党委|党支部|党总支|机关党委|纪委|支部)?";
const RANKS = "常务副|第一副|副|名誉|荣誉|代理?";
const POST = `(${RANKS})?${BODY}(${RANKS})?(${STEMS})`;
const BEFORE = new RegExp(`${POST}(?:[  ]|同志)?$`);
const BEHIND = new RegExp(POST, "y");
const EVERYWHERE = hanPattern(`(?:${STEMS})(?=[\\p{Script=Han} ])`, "g");

/** Any word that says who somebody is. */
const TITLE = new RegExp(
  `${STEMS}|院士|教授|研究员|工程师|博士|硕士|专家|委员|代表|老师|医生|医师|同志|先生|女士|组长|队长|主编|主讲|主持人|讲师|馆员|技师|校友|学者|作家|企业家|创始人|负责人|领导|干部|志愿者|科学家|获得者|得主|嘉宾|同学|选手|学生|员工|常委|党员|劳模|模范|传承人|评委|委员会`,
);
/** UTF-16 units in which a post is looked for in front of a name */
const REACH = 12;

/** @returns the post that ends at `at` */
export function postBefore(text: string, at: number): Post | undefined {
  const from = Math.max(0, at - REACH);
  const match = BEFORE.exec(text.slice(from, at));
  return match === null ? undefined : postOf(match, from + match.index);
}

/** @returns the post that begins at `at` */
export function postBehind(text: string, at: number): Post | undefined {
  BEHIND.lastIndex = at;
  const match = BEHIND.exec(text);
  return match === null ? undefined : postOf(match, at);
}

/** @returns posts with Han behind them, in order */
export function* findPosts(text: string): Iterable<Post> {
  for (const match of text.matchAll(EVERYWHERE.for(text))) {
    const post = postBefore(text, match.index + match[0].length);
    if (post !== undefined) yield post;
  }
}

export const hasTitle = (text: string): boolean => TITLE.test(text);

function postOf(match: RegExpExecArray, start: number): Post {
  const stem = match[3] ?? "";
  const text = match[0].replace(/(?:[  ]|同志)$/, "");
  return { start, end: start + match[0].length, text, rank: rankOf(match[1] ?? match[2]), stem };
}

function rankOf(word: string | undefined): Rank {
  if (word === undefined) return "full";
  if (word.endsWith("副")) return "vice";
  return word.startsWith("代") ? "acting" : "honorary";
}

/** What stands behind a name of two characters where it is a name, and not the beginning of a word. */
const BEHIND_NAME =
  /^(?:[、，。；：（“\s]|$|同志|先生|女士|等|一行|出席|主持|参加|讲话|致辞|表示|指出|强调|介绍|说|带队|率|作[了报主]|为|在|与|和|赴|任|当选)/;
/** What makes the characters a part of another name: 周宁县, 高峰论坛. */
const PLACE_BEHIND = /^[省市县区镇乡村路街桥山河湖]/;

/**
 * @returns whether the characters of a known name are a person here. A name of two characters is often a
 * word as well (高峰, 文明): it is one only beside a post, or where a sentence goes on as behind a name.
 */
export function isPersonMention(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 4);
  if (PLACE_BEHIND.test(behind)) return false;
  if (end - start > 2 || postBefore(text, start) !== undefined || postBehind(text, end) !== undefined)
    return true;
  const before = text.charAt(start - 1);
  return BEHIND_NAME.test(behind) && (before === "" || /[，。；：、“（\s由与和向]/.test(before));
}
