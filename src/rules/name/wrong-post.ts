/**
 * A person of the roster is given a post that the roster has. Source: bulletin.yaml, lint.words.names. Told
 * where the same post has another rank (副主席 for 主席), or where a post with no body in front is not
 * theirs; a post in another body (某学会理事长) may be theirs as well, and former posts are history.
 */
import { type Post, postBefore, postBehind } from "../../han/posts.js";
import type { Person } from "../../model/house.js";
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    names:
      周砚宁: [党组书记, 主席]
      陆知行: 副主席
      许仲平: 秘书长
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
      name: { zh: "主席台、主席团、主任务", en: "主席台 and 主席团 are not posts" },
      house: HOUSE,
      text: "周砚宁主席台就座，陆知行主席团成员。",
    }),
  ],
  *check(line, { dictionary }) {
    if (!dictionary.hasPeople) return;
    const { text } = line;
    for (const { start, end, person } of dictionary.mentionsIn(line)) {
      const before = postBefore(text, start);
      const post = before ?? postBehind(text, end);
      if (post === undefined || !isWrong(post, person, { text, isBefore: before !== undefined })) continue;
      const name = person.name.value;
      const posts = person.posts.map(({ value }) => value).join("、");
      yield {
        span: spanInLine(line, post.start, post.start + post.text.length),
        message: {
          zh: `“${name}”在名册上是${posts}，这里写作“${post.text}”。`,
          en: `The roster has ${posts} for “${name}”; here it is “${post.text}”.`,
        },
        help: {
          zh: "请核对职务；确有变动的，请修改 bulletin.yaml 的 lint.words.names。",
          en: "Check the post; if it has changed, update lint.words.names in bulletin.yaml.",
        },
        related: [{ span: person.name.span, message: { zh: "名册", en: "The roster" } }],
      };
    }
  },
};

function isWrong(
  post: Post,
  { posts }: Person,
  { text, isBefore }: { readonly text: string; readonly isBefore: boolean },
): boolean {
  const own = posts.flatMap(({ value }) => postBefore(value, value.length) ?? []);
  if (own.length === 0) return false;
  const sameStem = own.filter(({ stem }) => stem === post.stem);
  if (sameStem.some(({ rank }) => rank === post.rank)) return false;
  const front = text.slice(Math.max(0, post.start - 16), post.start);
  if (isBefore && FORMER.test(front)) return false;
  return sameStem.length > 0 || (isBefore && BARE.test(front));
}
