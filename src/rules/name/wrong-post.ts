/**
 * A person of the roster is given a post that the roster has. Source: bulletin.yaml, lint.words.names. Told
 * where the same post has another rank (副主席 for 主席), or where a post with no body in front is not
 * theirs; a post in another body (某学会理事长) may be theirs as well, and former posts are history.
 */

import type { Message } from "../../diagnostics/diagnostic.js";
import { type Post, postBefore, postBehind } from "../../han/posts.js";
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { HeldPost } from "../../model/house.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import { daysOf, holdsOn } from "../days.js";
import type { Finding, TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    names:
      周砚宁: [党组书记, 主席]
      陆知行: 副主席
      许仲平: 秘书长
`);
const TERMS = houseWith(`lint:
  words:
    names:
      陆知行:
        - {post: 副主席, from: 2026-03-01}
        - {post: 秘书长, until: 2026-02-28}
      许仲平:
        posts: [{post: 秘书长, from: 2026-03-01}, {post: 副主席, from: 2026-09-01}]
        aliases: [许重平]
`);
const FORMER = /(?:原任?|时任|前任?|历任|曾任|首任|兼任?过|老)[^，。；、]{0,10}$/;
/** In front of a post without a body. */
const BARE = /(?:^|[，。；：、“（\n]|[由与和及向是请])$/;

export const nameWrongPost: TextRule = {
  id: "name/wrong-post",
  scope: "text",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "人名前后的职务与名册相符。",
    en: "The post given with a name agrees with the roster.",
  },
  why: {
    zh: "职务写错是简报中的严重差错；人员职务变动后，沿用旧稿也容易带出旧职务。",
    en: "A wrong post is a serious error in a bulletin; and after a change, old texts still carry the old post.",
  },
  forUnit: {
    what: { zh: "这里的职务与我们掌握的不一致。", en: "The post given here is not the one we have." },
    ask: { zh: "请核对这位同志的职务。", en: "Please check the post." },
  },
  examples: [
    textExample({
      name: { zh: "正职写成副职，副职写成正职", en: "A wrong rank" },
      house: HOUSE,
      text: "市科协副主席周砚宁出席，陆知行主席主持。",
      at: [4, 16],
    }),
    textExample({
      name: { zh: "不是这个人的职务", en: "Somebody else's post" },
      house: HOUSE,
      text: "会议由秘书长陆知行主持。",
      at: [4],
    }),
    textExample({
      name: { zh: "名册上的职务，全称和简称", en: "Posts of the roster, in full and in short" },
      house: HOUSE,
      text: "市科协党组书记、主席周砚宁讲话，常务副主席陆知行主持，书记周砚宁总结，秘书长许仲平汇报。",
    }),
    textExample({
      name: { zh: "别处的兼职，原任的职务", en: "A post elsewhere, a former one" },
      house: HOUSE,
      text: "市生态学会理事长许仲平、原副主席周砚宁、时任市科协秘书长陆知行参加。",
    }),
    textExample({
      name: { zh: "任期已满，或还没有到任", en: "A term that is over, and one that has not begun" },
      house: TERMS,
      text: "市科协秘书长陆知行主持，副主席许仲平汇报。",
      at: [4, 13],
    }),
    textExample({
      name: {
        zh: "任期以内，写明是原任的，别处的同名职务",
        en: "Within the term, a former post told as such, the same post elsewhere",
      },
      house: TERMS,
      text: "副主席陆知行主持，原秘书长陆知行、市生态学会秘书长陆知行、秘书长许仲平参加，秘书长许重平发言。",
    }),
    textExample({
      name: { zh: "主席台、主席团、主任务", en: "主席台 and 主席团 are not posts" },
      house: HOUSE,
      text: "周砚宁主席台就座，陆知行主席团成员。",
    }),
  ],
  *check(line, context) {
    const { dictionary } = context;
    if (!dictionary.hasPeople) return;
    const { text } = line;
    const days = daysOf(context);
    for (const { start, end, person } of dictionary.mentionsIn(line)) {
      const before = postBefore(text, start);
      const post = before ?? postBehind(text, end);
      if (post === undefined) continue;
      const held = person.posts.filter((one) => holdsOn(one, days));
      const place = { text, isBefore: before !== undefined };
      const other = isSamePost(held, post) ? undefined : person.posts.find((one) => isSamePost([one], post));
      const name = text.slice(start, end);
      if (other !== undefined) {
        if (isOfAnotherDay(post, place)) yield notThen({ name, line, post, held, other });
      } else if (isWrong(post, held, place)) {
        const posts = held.map(({ value }) => value).join("、");
        yield {
          span: spanInLine(line, post.start, post.start + post.text.length),
          message: {
            zh: `“${name}”在名册上是${posts}，这里写作“${post.text}”。`,
            en: `The roster has ${posts} for “${name}”; here it is “${post.text}”.`,
          },
          help: CHECK,
          related: [{ span: person.name.span, message: { zh: "名册", en: "The roster" } }],
        };
      }
    }
  },
};

const CHECK: Message = {
  zh: "请核对职务；确有变动的，请修改 bulletin.yaml 的 lint.words.names。",
  en: "Check the post; if it has changed, update lint.words.names in bulletin.yaml.",
};

interface Place {
  readonly text: string;
  readonly isBefore: boolean;
}

const postsIn = (posts: readonly HeldPost[]): readonly Post[] =>
  posts.flatMap(({ value }) => postBefore(value, value.length) ?? []);

const isSamePost = (posts: readonly HeldPost[], post: Post): boolean =>
  postsIn(posts).some(({ stem, rank }) => stem === post.stem && rank === post.rank);

/** A post that the roster gives to the person at another time, not told as such, and not one in another body. */
function isOfAnotherDay(post: Post, { text, isBefore }: Place): boolean {
  const front = text.slice(Math.max(0, post.start - 16), post.start);
  return !isBefore || !(FORMER.test(front) || ELSEWHERE.test(front));
}

/** Bodies in which people hold posts besides. */
const ELSEWHERE = /(?:学会|研究会|商会|基金会|联盟|公司|集团|大学|学院|医院)$/;

function notThen({
  name,
  line,
  post,
  held,
  other,
}: {
  readonly name: string;
  readonly line: CopyLine;
  readonly post: Post;
  readonly held: readonly HeldPost[];
  readonly other: HeldPost;
}): Finding {
  const term = termOf(other);
  const now = held.map(({ value }) => value).join("、");
  return {
    span: spanInLine(line, post.start, post.start + post.text.length),
    message: {
      zh: `名册上“${name}”${term.zh}${now === "" ? "" : `，本期出刊时是${now}`}。`,
      en: `On the roster “${name}” is ${other.value} ${term.en}${now === "" ? "" : `, and ${now} on the day of this issue`}.`,
    },
    help: CHECK,
    related: [{ span: other.span, message: { zh: "名册", en: "The roster" } }],
  };
}

function termOf({ value, from, until }: HeldPost): Message {
  const [first, last] = [from, until].map((day) => (day === undefined ? undefined : chineseDate(day)));
  const [begin, end] = [from, until].map((day) => (day === undefined ? "" : isoDate(day)));
  return {
    zh: `${first === undefined ? "" : `从${first}起`}任${value}${last === undefined ? "" : `到${last}为止`}`,
    en:
      from === undefined
        ? `until ${end}`
        : until === undefined
          ? `from ${begin}`
          : `from ${begin} until ${end}`,
  };
}

function isWrong(post: Post, posts: readonly HeldPost[], { text, isBefore }: Place): boolean {
  const own = postsIn(posts);
  if (own.length === 0) return false;
  const sameStem = own.filter(({ stem }) => stem === post.stem);
  if (sameStem.some(({ rank }) => rank === post.rank)) return false;
  const front = text.slice(Math.max(0, post.start - 16), post.start);
  if (isBefore && FORMER.test(front)) return false;
  return sameStem.length > 0 || (isBefore && BARE.test(front));
}
