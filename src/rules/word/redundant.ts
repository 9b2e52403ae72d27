/**
 * Phrases that say one thing twice, or run two constructions into one: 涉及到, 目的是为了, 原因是由于. Only those that
 * style guides agree on; what may be meant is for a person, so nothing is mended by itself.
 */
import { type CopyLine, copyFinding, isInBookTitle } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

interface Phrase {
  /** characters without which the pattern cannot be met: few lines have them */
  readonly holds: string;
  readonly pattern: RegExp;
  /** what may stand instead; undefined where the sentence has to be built anew */
  readonly right?: (match: RegExpExecArray) => string;
  readonly zh: string;
  readonly en: string;
}

const CLAUSE = "[^，。；！？：]";
const instead = (right: string) => () => right;

const PHRASES: readonly Phrase[] = [
  {
    // 到会 and 到期 are words of their own.
    holds: "截至到",
    pattern: /截至到(?=20\d\d|\d|今[年天]|去年|本[月年周]|目前)/g,
    right: instead("截至"),
    zh: "“至”就是“到”",
    en: "至 already says 到",
  },
  {
    holds: "涉及到",
    pattern: /涉及到(?!了?[会场达])/g,
    right: instead("涉及"),
    zh: "“及”就是“到”",
    en: "及 already says 到",
  },
  {
    holds: "是为了",
    pattern: /目的(?:就)?是为了/g,
    right: instead("目的是"),
    zh: "“目的”和“为了”重复",
    en: "目的 and 为了 say the same",
  },
  {
    holds: "原因",
    pattern: /(原因)((?:就|主要)?是)(?:由于|因为)/g,
    right: ([, noun = "", verb = ""]) => noun + verb,
    zh: "“原因”和“由于”“因为”重复",
    en: "原因 and 由于 or 因为 say the same",
  },
  {
    holds: "为是",
    pattern: /被(誉|称)为是/g,
    right: ([, verb = ""]) => `被${verb}为`,
    zh: "“为”就是“是”",
    en: "为 already says 是",
  },
  {
    holds: "参加",
    pattern: /出席参加|参加出席/g,
    right: instead("出席"),
    zh: "“出席”和“参加”重复",
    en: "出席 and 参加 say the same",
  },
  {
    holds: "凯旋",
    pattern: /凯旋(?:而归|归来)/g,
    right: instead("凯旋"),
    zh: "“旋”就是归来",
    en: "旋 already says 归来",
  },
  {
    holds: "诸于",
    pattern: /([付诉见])诸于/g,
    right: ([, verb = ""]) => `${verb}诸`,
    zh: "“诸”就是“之于”",
    en: "诸 already says 于",
  },
  {
    holds: "亲眼目睹",
    pattern: /亲眼目睹/g,
    right: instead("目睹"),
    zh: "“目睹”就是亲眼看见",
    en: "目睹 already says 亲眼",
  },
  {
    holds: "悬殊",
    pattern: /悬殊(?:很|较|太|非常|十分)大/g,
    right: instead("悬殊"),
    zh: "“悬殊”就是相差很大",
    en: "悬殊 already says 大",
  },
  {
    holds: "免费赠送",
    pattern: /免费赠送/g,
    right: instead("赠送"),
    zh: "赠送就是不收钱",
    en: "what is given is free",
  },
  {
    holds: "酷似",
    pattern: /十分酷似|非常酷似/g,
    right: instead("酷似"),
    zh: "“酷”就是十分",
    en: "酷 already says 十分",
  },
  {
    holds: "切忌",
    pattern: /切忌(?:不要|不可|勿)/g,
    right: instead("切忌"),
    zh: "“忌”就是不要，两个否定成了肯定",
    en: "two negatives make a positive",
  },
  {
    holds: "不",
    pattern: new RegExp(`(防止|避免|杜绝)(${CLAUSE}{0,16}?)不(?:再)?(?=发生|出现|重演)`, "g"),
    right: ([, verb = "", middle = ""]) => verb + middle + (middle.endsWith("再") ? "" : "再次"),
    zh: "“防止”“避免”后面又用“不”，意思反了",
    en: "不 behind 防止 or 避免 turns the meaning round",
  },
  { holds: "邀请", pattern: /邀请函?邀请/g, zh: "“邀请”重复", en: "邀请 is said twice" },
  {
    // 通过…，使…: nobody is left who does it.
    holds: "，使",
    pattern: new RegExp(
      `(?<=^|[。！？；])通过${CLAUSE}{2,40}，使(?:得)?(?![用命者馆节团领得])(?=\\p{Script=Han})`,
      "gu",
    ),
    right: ([whole]) => whole.replace(/使得?$/, ""),
    zh: "“通过……使……”没有主语",
    en: "通过…使… leaves the sentence without a subject",
  },
  {
    holds: "们",
    pattern:
      /(众多|许多|不少|诸多)((?:(?![我你您他她它咱]们|[和与跟])\p{Script=Han}){2,4}?)(?<![哥姐爷娘人])们/gu,
    right: ([, many = "", noun = ""]) => many + noun,
    zh: "前面说了数量，后面不用“们”",
    en: "们 does not follow a word for a number",
  },
  {
    holds: "胜利凯旋",
    pattern: /胜利凯旋/g,
    right: instead("凯旋"),
    zh: "“凯旋”就是得胜归来",
    en: "凯旋 already says 胜利",
  },
  {
    holds: "莘莘学子们",
    pattern: /莘莘学子们/g,
    right: instead("莘莘学子"),
    zh: "“莘莘”就是众多",
    en: "莘莘 already says many",
  },
  {
    holds: "现状",
    pattern: /目前的?现状/g,
    right: instead("现状"),
    zh: "“现状”就是目前的情况",
    en: "现状 already says 目前",
  },
  {
    holds: "诸多",
    pattern: /诸多(各种|各类|许多|众多)/g,
    right: ([, kind = ""]) => (kind.startsWith("各") ? kind : "诸多"),
    zh: "“诸多”就是许多、各种",
    en: "诸多 already says many",
  },
  {
    holds: "同比",
    pattern: /同比(?:较|比)?去年同期|[较比]去年同期同比/g,
    right: instead("同比"),
    zh: "“同比”就是同上年同期相比",
    en: "同比 already says against the same time of last year",
  },
  {
    // 下午15时: hours to 24 need no word for the part of the day.
    holds: "午",
    pattern: /[下中]午 ?((?:1[3-9]|2[0-3]) ?[时点](?!价))/g,
    right: ([, time = ""]) => time,
    zh: "二十四时制的钟点已经说明是下午",
    en: "an hour of the 24-hour clock already says so",
  },
  {
    holds: "晚上",
    pattern: /晚上 ?((?:1[89]|2[0-3]) ?[时点](?!价))/g,
    right: ([, time = ""]) => time,
    zh: "二十四时制的钟点已经说明是晚上",
    en: "an hour of the 24-hour clock already says so",
  },
  {
    // 一个属于他们的家, 10名教练和我们: the pronoun is another word; 姐们 are one.
    holds: "们",
    pattern:
      /(\d+|[一两三四五六七八九十百几数多]{1,3})(余?[名位个])((?:(?![我你您他她它咱]们|[和与跟])\p{Script=Han}){2,5}?)(?<![哥姐爷娘人])们/gu,
    right: ([, number = "", classifier = "", noun = ""]) => number + classifier + noun,
    zh: "前面有数量，后面不用“们”",
    en: "们 does not follow a number",
  },
];

export const wordRedundant: TextRule = {
  id: "word/redundant",
  scope: "text",
  signs: "截涉目因被席凯诸睹悬赠酷忌防避杜邀使们莘状比午晚",
  severity: "info",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "不说重复和杂糅的话：涉及到、目的是为了、原因是由于、通过……使……。",
    en: "No phrase says one thing twice or mixes two constructions: 涉及到, 目的是为了, 原因是由于, 通过…使….",
  },
  why: {
    zh: "这些话人人看得懂，却是审读最常挑出的语病。",
    en: "Everybody understands them, but they are what reviewers mark first.",
  },
  source: "《现代汉语词典》第7版",
  examples: [
    textExample({
      name: { zh: "意思重复", en: "One thing said twice" },
      text: "此次调整涉及到12个社区，目的是为了提高效率，该镇被誉为是“柑橘之乡”。",
      at: [5, 14, 26],
      suggested: "此次调整涉及12个社区，目的是提高效率，该镇被誉为“柑橘之乡”。",
    }),
    textExample({
      name: { zh: "句式杂糅、缺主语", en: "Mixed constructions, a sentence without a subject" },
      text: "通过这次培训，使大家掌握了方法。减少的原因是由于场地维修，12名志愿者们到场。",
      at: [1, 20, 30],
      suggested: "通过这次培训，大家掌握了方法。减少的原因是场地维修，12名志愿者到场。",
    }),
    textExample({
      name: { zh: "时段和钟点，同比和去年同期", en: "A part of the day and an hour, two comparisons" },
      text: "会议于下午15时开始，晚上20时结束，参会人数同比去年同期增长5%。",
      at: [4, 12, 24],
      suggested: "会议于15时开始，20时结束，参会人数同比增长5%。",
    }),
    textExample({
      name: { zh: "没有毛病的", en: "As they should be" },
      text: "此次调整涉及12个社区，目的是提高效率。区科协通过培训，使大家掌握了方法，各位同学们踊跃报名，亲眼看见，下午3时开会，晚上8点结束，下午15:00复会。",
    }),
  ],
  *check(line) {
    for (const phrase of PHRASES) {
      if (!line.text.includes(phrase.holds)) continue;
      for (const match of line.text.matchAll(phrase.pattern)) {
        if (isInBookTitle(line, match.index)) continue;
        yield faultOf(line, phrase, match);
      }
    }
  },
};

function faultOf(line: CopyLine, { right, zh, en }: Phrase, match: RegExpExecArray) {
  const [whole] = match;
  const better = right?.(match);
  return copyFinding(line, {
    start: match.index,
    end: match.index + whole.length,
    message: { zh: `“${whole}”：${zh}。`, en: `“${whole}”: ${en}.` },
    help:
      better === undefined
        ? { zh: "请改写这一句。", en: "Please rewrite the sentence." }
        : { zh: `可改为“${better}”。`, en: `Better: “${better}”.` },
    ...(better === undefined ? {} : { suggestion: better }),
  });
}
