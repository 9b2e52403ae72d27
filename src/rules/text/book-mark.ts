/**
 * 《》 marks works (books, papers, periodicals, films, programmes), not activities, meetings, awards,
 * certificates or courses. Source: GB/T 15834-2011, 4.15 and its annex on usage (附录 A).
 */
import { OPENING, setOfClasses } from "../../han/copy-class.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** Names that end so are no works. 论坛, 课程 and 活动 alone also end names of periodicals and books. */
const NO_WORK =
  /(?:[大年峰]会|座谈会|研讨会|交流会|报告会|发布会|推进会|培训班|研修班|大赛|竞赛|邀请赛|主题活动|系列活动|宣传活动|开放日|主题日|活动周|证书|许可证|执照|身份证|[一二三特]等奖|优秀奖|[^\s]{2,}奖|课题)$/;
/** Television programmes and works that bear such names. */
const WORK =
  /第[一二三四五六七八九十\d]{1,3}[季期集]|播出|首播|热播|征文|刊[登载发出]|副刊|版面|专栏|编辑部|杂志|节目|电视|栏目|纪录片|影片|电影|图书|一书|专著|教材|期刊|丛书|歌曲|剧/;
/** What is opened, taught or chosen as a course is none, whatever it is called. */
const COURSE_BEFORE = /(?:开设|讲授|主讲|选修|开出)[^，。；《》]{0,6}$/;
const COURSE_BEHIND = /^(?:等?[一二两三四五六七八九十\d]{0,3}门|等)?[^，。；《》]{0,2}课程?/;
/** What is held may be of these kinds; what is first shown or published there is a work. */
const HELD_BEFORE = /(?:举办|举行|召开|承办|协办)$/;
const HELD = /(?:论坛|沙龙|讲座|科技周|活动|科技节|科普月|展览|展|仪式|讲堂)$/;
/** 承担《茶叶加工研究》课题, 开展《科普进校园》活动 */
const PROJECT_BEFORE = /(?:承担|申报|主持|立项|完成|申请)(?:的|了)?$/;
const DONE_BEFORE = /(?:开展|举办|举行|参加|启动|组织)了?$/;
/** Laws and books are what an activity is about. */
const PAPER = /(?:法|典|条例|规划|纲要|办法|规定|意见|通知|方案|公约|读本|手册|报告|日报|杂志|歌)$/;
const FIRST_SHOWN = /^(?:首发|首映|首播|发布|新书|上线|开播|签约|赠书)/;
const SHORTEST_NAME = 4;
/** The longest name that is looked at, in UTF-16 units. */
const LONGEST_NAME = 40;
/** Titles beside it share what stands around the row: 开设《甲》《乙》两门课程. */
const ROW_BEFORE = /(?:《[^《》]{1,40}》[、和]?){1,6}$/;
const ROW_BEHIND = /^(?:[、和]?《[^《》]{1,40}》){1,6}/;
/** How far the row is followed, in UTF-16 units */
const REACH = 90;
/** How far around the title its kind is looked for, in characters. */
const NEAR = 10;

export const textBookMark: TextRule = {
  id: "text/book-mark",
  scope: "text",
  looksFor: setOfClasses(OPENING),
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "活动、会议、奖项、证件、课题的名称不用书名号。",
    en: "《》 is not used for activities, meetings, awards, certificates or research projects.",
  },
  why: {
    zh: "书名号标明作品；用在别处，读者会以为是一本书或一份文件。",
    en: "Book-title marks indicate a work; used elsewhere, they make readers think of a book or a document.",
  },
  source: "GB/T 15834-2011, 4.15",
  examples: [
    textExample({
      name: { zh: "会议和证书", en: "A meeting and a certificate" },
      text: "举办《示例市青年学术年会》，颁发《科普辅导员证书》。",
      at: [3, 17],
    }),
    textExample({
      name: { zh: "课程和论坛", en: "Courses and a forum" },
      text: "学院开设《人工智能导论》《数据素养》两门课程，举办《示例论坛》。",
      at: [5, 13, 26],
    }),
    textExample({
      name: { zh: "文件、书刊、文章", en: "Documents, periodicals, papers" },
      text: "印发《示例市青年学术年会工作方案》，《示例论坛》《科学课程》刊发《论获奖》一文。",
    }),
    textExample({
      name: {
        zh: "以活动命名的节目，作品的首发和研讨",
        en: "A programme named like an activity, works first shown",
      },
      text: "志愿者参加电视节目《示例诗词大会》的录制，举行《走近科学展》首发式，讲授《红楼梦》，开展《民法典》宣传活动，举办《示例论坛》有奖征文。",
    }),
  ],
  *check(line) {
    const { text } = line;
    for (const { mark, open, close } of line.pairing.pairs) {
      if (mark !== "《") continue;
      const name = text.slice(open + 1, close);
      const front = text
        .slice(Math.max(0, open - REACH), open)
        .replace(ROW_BEFORE, "")
        .slice(-NEAR);
      const behind = text
        .slice(close + 1, close + 1 + REACH)
        .replace(ROW_BEHIND, "")
        .slice(0, NEAR);
      const isCourse = COURSE_BEFORE.test(front) && COURSE_BEHIND.test(behind);
      const isHeld = HELD_BEFORE.test(front) && HELD.test(name) && !FIRST_SHOWN.test(behind);
      const isProject = PROJECT_BEFORE.test(front) && /^(?:课题|项目)/.test(behind);
      const isDone = DONE_BEFORE.test(front) && /^活动/.test(behind) && !PAPER.test(name);
      const isNamed = name.length >= SHORTEST_NAME && NO_WORK.test(name);
      if (name.length > LONGEST_NAME || !(isCourse || isHeld || isNamed || isProject || isDone)) continue;
      if (WORK.test(front + behind)) continue;
      yield copyFinding(line, {
        start: open,
        end: close + 1,
        message: {
          zh: `“${name}”像是活动、会议、奖项或证件的名称，不用书名号。`,
          en: `“${name}” looks like the name of an activity, meeting, award or certificate, which does not take 《》.`,
        },
        help: {
          zh: "请删去书名号，需要突出时用引号；若确是作品名，可以不改。",
          en: "Remove the marks, or use quotation marks for emphasis; leave them if it is the title of a work.",
        },
      });
    }
  },
};
