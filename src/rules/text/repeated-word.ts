/**
 * A word typed twice. Only words are looked for whose doubling says nothing (的的, 了了, 进行进行), each
 * with what may stand beside it: 目的的, 为了了解, 现在在, 的的确确 are as they should be. Doubled characters may
 * belong to two words that nobody listed (卖菜的|的儿子, 了|了心愿): their loss is suggested. Words of two
 * characters that only join others are deleted, save in quotations, where somebody may speak so.
 */
import { HAN } from "../../han/copy-class.js";
import { isSurname } from "../../han/surnames.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

interface Doubling {
  /** characters in front of which… behind which the doubling is not a fault */
  readonly before: string;
  readonly after: string;
}

const SINGLE: ReadonlyMap<string, Doubling> = new Map([
  ["的", { before: "目标之打中有端似怎", after: "确士喀" }],
  ["了", { before: "不为末除完罢未私明知时心", after: "解然结却断之无不事望得当心愿一此这桩件分" }],
  ["在", { before: "现存所潜内外自好实旨正健意", after: "线校职建场座编岗读研任册籍途案望握野即家" }],
  ["和", { before: "饱共缓总温柔调中祥谐平随附亲", after: "美气睦谐平解" }],
  // 但是|是激动人心的
  ["是", { before: "国但还可于就总或要若算只正倒更便", after: "非否" }],
  ["也", { before: "", after: "" }],
  ["将", { before: "名大小上少中干健武善", after: "士军领才" }],
  ["被", { before: "棉毛覆植", after: "子褥告动执套服单" }],
  ["及", { before: "以普涉波顾提", after: "时格第早" }],
  // 会议强调要|要求, 主要|要点, 成就|就在
  ["要", { before: "需重主次首必简概纪想只还就将摘扼", after: "求素点害领闻塞件事职道隘么不" }],
  ["就", { before: "成造高屈迁俯将早一", after: "业职近地任餐医读学座" }],
  ["而", { before: "从然幸反", after: "今立" }],
  // 哥们|们 is said
  ["们", { before: "哥爷娘姐", after: "" }],
]);
/** Idioms that end in 是: 实事求是|是…的法宝 */
const ENDS_IN_SHI = /(?:实事求|各行其|自以为|莫衷一|俯拾[皆即]|比比皆|触目皆|国|(?:^|[^要需请追寻])求)是$/;
/** Doubled where no word of the kind exists: 本次次会议, 各各单位 */
const OF_THIS_TIME = /[本此该]次次(?![要品序级日年第生数优货氯])/;
const EACH = /各各(?=[单部地级县区市村乡镇街])/;
/** 校长校长陈澄: a post in front of a name; alone it may be a call */
const POST =
  /^(?:校长|会长|主席|主任|书记|局长|院长|馆长|站长|镇长|处长|科长|部长|区长|县长|市长|教授|老师)$/;
const PAIRS: ReadonlySet<string> = new Set(
  "进行 以及 通过 正在 一致 为了 我们 他们 开展 举办 关于 由于 并且 此外 根据 按照 围绕 对于 因此 同时 其中 已经 可以 能够 需要 应该 这个 示范 促进 推动 加强 会议 召开 参加 提出 取得 积极 科协 本次 此次 同志 主办 承办 协办 强调 指出 介绍 表示 组织 邀请 出席 主持 启动 印发 部署 要求 必须".split(
    " ",
  ),
);
/** Of those: what joins words and bears no doubling, whatever stands around it. */
const CERTAIN: ReadonlySet<string> = new Set(
  "们 进行 以及 由于 并且 此外 按照 对于 因此 其中 已经 本次 此次".split(" "),
);
/** Behind the second of them another word begins: 会议会议程, 参加参加式, 根据根据地, 示范示范区. */
const NEXT_WORD: ReadonlyMap<string, string> = new Map([
  ["会议", "程题事室厅期纪"],
  ["参加", "式者过"],
  ["进行", "曲时式"],
  ["根据", "地"],
  ["通过", "率者"],
  ["促进", "会剂派"],
  ["推动", "力者"],
  ["示范", "区园点户基校村课店性岗田"],
  ["举办", "地方权者城"],
  ["召开", "地"],
  ["提出", "者"],
  ["取得", "者"],
  ["科协", "员"],
  ["主办", "方者地"],
  ["承办", "方者地"],
  ["协办", "方者地"],
  ["组织", "部者生法"],
  ["介绍", "信人"],
  ["启动", "器键"],
  ["邀请", "函赛信"],
  ["主持", "人词"],
  ["要求", "者"],
  ["表示", "法"],
]);

export const textRepeatedWord: TextRule = {
  id: "text/repeated-word",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "同一个词不误打两次：的的、了了、进行进行。",
    en: "No word is typed twice by mistake: 的的, 了了, 进行进行.",
  },
  why: {
    zh: "多半是改稿时留下的；“目的的”“为了了解”“的的确确”不算。",
    en: "It is usually left over from editing. 目的的, 为了了解 and 的的确确 are not reported.",
  },
  examples: [
    textExample({
      name: { zh: "连打的词", en: "Doubled words" },
      text: "会议进行进行得顺利，按照按照计划推进。",
      at: [5, 13],
      fixed: "会议进行得顺利，按照计划推进。",
    }),
    textExample({
      name: { zh: "连打的字，只建议", en: "Doubled characters: suggested" },
      text: "本次活动的的主题明确，取得了了良好效果，大家可以可以畅所欲言。",
      at: [6, 15, 25],
      fixed: "本次活动的的主题明确，取得了了良好效果，大家可以可以畅所欲言。",
      suggested: "本次活动的主题明确，取得了良好效果，大家可以畅所欲言。",
    }),
    textExample({
      name: { zh: "“们们”“本次次”“各各”，姓名前的职务", en: "们们, 本次次, 各各, a post in front of a name" },
      text: "同学们们认真听讲，本次次会议由各各单位承办，校长校长陈澄出席。",
      at: [4, 12, 17, 25],
      fixed: "同学们认真听讲，本次次会议由各各单位承办，校长校长陈澄出席。",
      suggested: "同学们们认真听讲，本次会议由各单位承办，校长陈澄出席。",
    }),
    textExample({
      name: { zh: "以“是”结尾的成语，成叠的数量", en: "Idioms that end in 是, amounts told twice" },
      text: "实事求是是发展的法宝，自以为是是大忌，大家几小时几小时地听，次次会议都到。",
    }),
    textExample({
      name: { zh: "前后两词相接", en: "The end of one word and the start of the next" },
      text: "以交流为目的的活动，为了了解情况，现在在示例馆举行，学生在在线平台学习，关键是是否公开，了了心愿，总和和均值都公布。",
    }),
    textExample({
      name: { zh: "叠词", en: "Reduplications" },
      text: "的的确确，的的喀喀湖，一个一个解决，按根据根据地史料编写，天天学习，人人参与，往往如此，和和美美，研究研究，示例市市长到会，讨论会议会议程和参加参加式培训。",
    }),
  ],
  *check(line) {
    const { text } = line;
    const finding = (start: number, word: string) => {
      const isCertain = CERTAIN.has(word) && line.quoted[start] !== 1;
      return copyFinding(line, {
        start: start + word.length,
        end: start + word.length * 2,
        message: { zh: `“${word}${word}”多打了一个“${word}”。`, en: `“${word}” is typed twice.` },
        help: isCertain
          ? { zh: `删去一个“${word}”。`, en: "Delete one of them." }
          : { zh: `若是误打，删去一个“${word}”。`, en: "If it is a slip, delete one of them." },
        ...(isCertain ? { replacement: "" } : { suggestion: "" }),
      });
    };
    let free = 0;
    for (const at of recurringIn(text)) {
      const unit = text.charCodeAt(at);
      if (unit === text.charCodeAt(at + 1)) {
        if (isDoubled(text, at)) yield finding(at, text.charAt(at));
      } else if (
        at >= free &&
        unit === text.charCodeAt(at + 2) &&
        text.charCodeAt(at + 1) === text.charCodeAt(at + 3) &&
        isPairDoubled(text, at)
      ) {
        yield finding(at, text.slice(at, at + 2));
        free = at + 4;
      } else if (at >= free) {
        const length = lengthOfRepeated(line, at);
        if (length === 0) continue;
        yield finding(at, text.slice(at, at + length));
        free = at + length * 2;
      }
    }
  },
};

function isDoubled(text: string, at: number): boolean {
  const word = text.charAt(at);
  const near = text.slice(Math.max(0, at - 4), at + 1);
  if (word === "次") return OF_THIS_TIME.test(text.slice(Math.max(0, at - 1), at + 3));
  if (word === "各") return text.charAt(at - 1) !== "各" && EACH.test(text.slice(at, at + 3));
  if (word === "是" && ENDS_IN_SHI.test(near)) return false;
  const known = SINGLE.get(word);
  if (known === undefined) return false;
  const first = text.charAt(at - 1);
  const next = text.charAt(at + 2);
  return first !== word && next !== word && !isIn(known.before, first) && !isIn(known.after, next);
}

const LONGEST_REPEATED = 8;
/** Where a unit stood last, behind the place that is looked at; empty between two texts. */
const behind = new Uint32Array(0x10000);

/** @returns the places in order whose unit comes again within LONGEST_REPEATED units: there alone may anything be repeated */
function recurringIn(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    const next = behind[unit] ?? 0;
    if (next > 0 && next - at <= LONGEST_REPEATED) places.push(at);
    behind[unit] = at;
  }
  for (let at = 0; at < text.length; at += 1) behind[text.charCodeAt(at)] = 0;
  return places.reverse();
}

/** @returns how many Han, three at least, stand at `at` and again right behind: 云湖区|云湖区; else 0 */
function lengthOfRepeated({ text, quoted, classes }: CopyLine, at: number): number {
  for (let length = 3; length <= LONGEST_REPEATED && at + length * 2 <= text.length; length += 1) {
    if (text.charCodeAt(at) !== text.charCodeAt(at + length)) continue;
    const words = text.slice(at, at + length);
    if (words !== text.slice(at + length, at + length * 2)) continue;
    // 加油啊加油啊加油啊 is called out, 一个又一个又 goes on.
    const isOnce =
      text.slice(at + length * 2, at + length * 3) !== words &&
      text.slice(at - length, at) !== words &&
      text[at - 1] !== text[at + length - 1];
    const isHan = isAllOf(classes, HAN, at, at + length);
    return isOnce &&
      isHan &&
      quoted[at] !== 1 &&
      !/^(?:[一几又再也不更越]|数(?![字据学码控量值理]))|(.).*\1/u.test(words)
      ? length
      : 0;
  }
  return 0;
}

function isAllOf(classes: Uint8Array, kind: number, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (classes[at] !== kind) return false;
  return true;
}

function isPairDoubled(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  if (POST.test(pair)) return isSurname(text.charAt(at + 4)) && /\p{Script=Han}/u.test(text.charAt(at + 5));
  return PAIRS.has(pair) && !isIn(NEXT_WORD.get(pair) ?? "", text.charAt(at + 4));
}

const isIn = (list: string, character: string): boolean => character !== "" && list.includes(character);
