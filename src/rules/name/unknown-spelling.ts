/**
 * A name one character off the roster's, beside the post that the roster gives that person. Without the post
 * it may be anybody: real names that differ are left alone. Names of two characters are not compared.
 */
import { findPosts, type Post, postBefore } from "../../han/posts.js";
import type { CalendarDate } from "../../model/calendar-date.js";
import { spanInLine } from "../copy-line.js";
import { daysOf, holdsOn } from "../days.js";
import type { HouseDictionary, RosterPerson, TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`lint:
  words:
    names:
      周砚宁: 主席
      陆知行: 副主席
`);
/** Lengths of names of persons that are compared, in characters. */
const LENGTHS = [3, 4];
/** What stands behind a name of two characters rather than in it: 主席周砚出席. */
const VERB =
  /[出主参强指表介在到赴为一与和及等说作率带宣致调会讲走深先并对向同受代应还也以就均将的了是有来前听看要提点总汇回答率围从把]$/;

export const nameUnknownSpelling: TextRule = {
  id: "name/unknown-spelling",
  scope: "text",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "与名册上的职务连用的人名，须与名册一致。",
    en: "A name that goes with a post on the roster is written as it is there.",
  },
  why: {
    zh: "人名不能写错，而同音字最容易打错。只在职务相同、姓名只差一字时指出，不涉及姓名相近的其他人。",
    en: "Names must be right, and characters that sound alike are easily mistyped. This is reported only if the post is the same and one character differs; other people with similar names are left alone.",
  },
  forUnit: {
    what: {
      zh: "这里的姓名与我们掌握的相差一两个字。",
      en: "The name given here differs slightly from the one we have.",
    },
    ask: { zh: "请核对姓名。", en: "Please check the name." },
  },
  examples: [
    textExample({
      name: { zh: "职务相同，名字差一字", en: "The same post, one character off" },
      house: HOUSE,
      text: "市科协主席周彦宁讲话，副主席陆行知主持。",
      at: [6, 15],
    }),
    textExample({
      name: { zh: "没有职务，或职务不同，是另一个人", en: "No post, or another one: somebody else" },
      house: HOUSE,
      text: "志愿者周砚平参加，研究员陆知新作报告，秘书长周彦宁汇报。",
    }),
    textExample({
      name: { zh: "与名册相同，或是两个字的名字", en: "As the roster has it, or a name of two characters" },
      house: HOUSE,
      text: "主席周砚宁出席，主席周砚出席，副主席陆知行到会，副主席陈砚宁到会，副主席陆知带队。",
    }),
  ],
  *check(line, context) {
    const { dictionary } = context;
    if (!dictionary.hasPeople) return;
    const days = daysOf(context);
    const { text } = line;
    for (const post of findPosts(text)) {
      if (dictionary.mentionsIn(line).some(({ start }) => start === post.end)) continue;
      for (const length of LENGTHS) {
        const end = post.end + length;
        const typed = text.slice(post.end, end);
        const meant = personMeant(typed, post, { dictionary, days });
        if (meant === undefined) continue;
        const name = meant.person.name.value;
        yield {
          span: spanInLine(line, post.end, end),
          message: {
            zh: `名册上没有${post.text}“${typed}”，只有“${name}”。`,
            en: `The roster has no ${post.text} “${typed}”, only “${name}”.`,
          },
          help: {
            zh: `是否想写“${name}”？确是另一人，请加进名册。`,
            en: `Did you mean “${name}”? If it is somebody else, add them to the roster.`,
          },
          related: [{ span: meant.person.name.span, message: { zh: "名册", en: "The roster" } }],
        };
        break;
      }
    }
  },
};

function personMeant(
  typed: string,
  post: Post,
  { dictionary, days }: { readonly dictionary: HouseDictionary; readonly days: readonly CalendarDate[] },
): RosterPerson | undefined {
  if (!/^\p{Script=Han}{3,}$/u.test(typed)) return undefined;
  return dictionary.peopleLike(typed).find(({ person: { name, posts } }) => {
    if (name.value === typed || name.value.length !== typed.length) return false;
    // Where the last character alone differs it may be the next word.
    if (name.value.slice(0, -1) === typed.slice(0, -1) && VERB.test(typed)) return false;
    const own = posts
      .filter((one) => holdsOn(one, days))
      .flatMap(({ value }) => postBefore(value, value.length) ?? []);
    return own.some(({ stem, rank }) => stem === post.stem && rank === post.rank);
  });
}
