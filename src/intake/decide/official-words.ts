/** Titles of official texts, told by their last word: 关于…的通知, 致…的倡议书. @see GB/T 9704-2012, 7.3.1 */
import { lengthOf } from "./sheet.js";

const LONGEST_TITLE = 80;
const KINDS =
  "通知|函|公告|通告|通报|决定|意见|启事|倡议书?|公开信|一封信|慰问信|贺信|感谢信|邀请函|邀请信|声明";
/** 关于…的通知 */
const ABOUT = new RegExp(
  `^[^。；！？]{0,40}关于(?!报送|上报|呈报|投送|提交|选送).{2,70}的(?:${KINDS}|请示|批复|复函|公示)${"(?:[（(][^（()）]{1,20}[）)])?"}$`,
  "u",
);
/** 致全区科技工作者的倡议书, 青少年科普倡议书, 感谢信 */
const LETTER =
  /^(?:倡议书|公开信|慰问信|感谢信|表扬信|贺信|邀请函)$|^(?:致[^，。；]{2,40}的?|[^，。；：]{2,40})(?:倡议书|公开信|一封信|慰问信|贺信|感谢信|邀请函|邀请信|公告|通告|启事)$/u;

export const isOfficialTitle = (text: string): boolean =>
  lengthOf(text) <= LONGEST_TITLE && (ABOUT.test(text) || LETTER.test(text));
