/**
 * A person on the roster is given a post at first mention. Source: bulletin.yaml, lint.words.names. Any
 * word that says who somebody is will do (教授, 院士, 组长); wrong ones are name/wrong-post's.
 */
import { hasTitle } from "../../han/posts.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import { daysOf, holdsOn } from "../days.js";
import type { ItemRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    names:
      周砚宁: [党组书记, 主席]
      陆知行: 副主席
      高峰: 秘书长
`);
/** Running text; a title or a table may be short of posts. */
const PLACES: ReadonlySet<CopyLine["kind"]> = new Set(["paragraph", "list", "quote"]);
/** UTF-16 units of the clause in front and behind in which a post is looked for */
const REACH = { before: 48, behind: 12 };
/** Whoever wrote, took or edited it is named without a post. */
const BYLINE = /(?:通讯员|记者|供稿|撰稿|摄影|责任编辑|编辑|校对|审核|[文图][/／：:])[：: ]?$/;

export const namePostMissing: ItemRule = {
  id: "name/post-missing",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "名册上的人，文中第一次出现时写明职务。",
    en: "A person on the roster is given a post at first mention.",
  },
  why: {
    zh: "简报发往外单位，读者未必了解每个人的身份；存档之后更是如此。",
    en: "Bulletins go to other organisations, whose readers may not know who a person is, still less years later.",
  },
  examples: [
    textExample({
      name: { zh: "第一次出现没有职务", en: "First mention without a post" },
      house: HOUSE,
      text: "周砚宁出席并讲话，副主席陆知行主持。",
      at: [1],
    }),
    textExample({
      name: {
        zh: "职务在前、在后，一串名字共用一个职务",
        en: "A post before, after, or shared by several names",
      },
      house: HOUSE,
      text: "市科协主席周砚宁出席，陆知行副主席主持，秘书长高峰汇报。会后，周砚宁作总结。",
    }),
    textExample({
      name: { zh: "别的身份，署名", en: "Another standing, a byline" },
      house: HOUSE,
      text: "评审组组长周砚宁点评。（通讯员 陆知行）",
    }),
    textExample({
      name: { zh: "任期已满的人", en: "A person whose term is over" },
      house: houseWith("lint:\n  words:\n    names:\n      周砚宁: [{post: 主席, until: 2026-02-28}]\n"),
      text: "周砚宁应邀参加座谈。",
    }),
    textExample({
      name: { zh: "与名字同形的词：高峰论坛、用电高峰", en: "Words that look like a name" },
      house: HOUSE,
      text: "青年科学家高峰论坛开幕，客流高峰、错峰安排，登上高峰期。",
    }),
  ],
  *check(item, { dictionary, factsOf, issue }) {
    if (!dictionary.hasPeople) return;
    const days = daysOf({ issue, item });
    const known = new Set<number>();
    for (const line of factsOf(item).copyLines) {
      if (!PLACES.has(line.kind)) continue;
      for (const { start, end, rank, person } of dictionary.mentionsIn(line)) {
        if (known.has(rank)) continue;
        known.add(rank);
        const before = clauseBefore(line.text, start);
        if (BYLINE.test(before) || hasTitle(before) || hasTitle(behindName(line.text, end))) continue;
        const held = person.posts.filter((post) => holdsOn(post, days));
        // Who holds no post any more is named as anybody is.
        if (held.length === 0) continue;
        const name = line.text.slice(start, end);
        const posts = held.map(({ value }) => value).join("、");
        yield {
          span: spanInLine(line, start, end),
          message: {
            zh: `“${name}”第一次出现，没有写职务。`,
            en: `“${name}” is mentioned for the first time without a post.`,
          },
          help: { zh: `名册上是${posts}。`, en: `The roster gives: ${posts}.` },
        };
      }
    }
  },
};

/** A list of names joined by 、 is one clause: they share the post in front. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - REACH.before), at);
  return before.slice(
    Math.max(...["，", "。", "；", "！", "？", "\n"].map((mark) => before.lastIndexOf(mark))) + 1,
  );
}

const behindName = (text: string, at: number): string =>
  /^[^，。；！？\n]*/.exec(text.slice(at, at + REACH.behind))?.[0] ?? "";
