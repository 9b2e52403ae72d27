/**
 * Persons that a text names, by evidence alone: behind or before a post, behind a unit of the register, or as who says
 * something. Where the end of the name is not certain, the place is given as unclear.
 */
import { findPosts, postBefore, postBehind } from "../han/posts.js";
import { isSurname } from "../han/surnames.js";

export interface PersonFound {
  readonly name: string;
  readonly start: number;
  /** posts in front, in the order in which they stand; empty where other evidence names the person */
  readonly posts: readonly string[];
  readonly evidence: "post" | "unit" | "said";
}

export interface UnclearPerson {
  readonly start: number;
  readonly end: number;
}

export interface PeopleFound {
  readonly people: readonly PersonFound[];
  readonly unclear: readonly UnclearPerson[];
}

const HAN = /^\p{Script=Han}+$/u;
/** What a sentence goes on with behind a name; no given name begins so with what stands here. */
const BEHIND =
  /^(?:$|[^\p{Script=Han}]|出席|主持|参加|参会|讲话|致辞|致词|表示|指出|强调|介绍|说[，：:“]|带队|率队|率|作[了报主为]|为[^民国]|[在与和及赴任当]|分别|宣布|汇报|总结|点评|授课|到会|到场|陪同|一行|等[^级]|同志|先生|女士|教授|研究员|传达|部署|要求|通报|宣读|代表|对[^民]|向|从|就|应邀|受邀|深入|调研|走访|看望|慰问|前往|来到|认为|担任|兼任)/u;
/** In front of a name that is said to say something: the begin of a clause. */
const CLAUSE = /(?:^|[，。；：！？、\n“])$/u;
const SAYS =
  /(?<name>\p{Script=Han}{2,3})(?=表示[，：:]|指出[，：:]|强调[，：:]|介绍[，：:]|介绍说|说[，：:“])/gu;
/** Words of the roster's kind that are no surname with a given name. */
const NO_NAME =
  /^(?:[一二三四五六七八九十]|同[志学时]|和|全[体市省国会]|单位|成员|方[面案式]|时[间任候]|安[全排]|温[馨暖]|高[度校新]|华[东南北中西]|金[融额]|江[河苏西]|管[理委]|任[务何]|向|于|应|解[决读]|容|别|成[立员为]|习|明[确年天]|苗|路|党[组委员支总]|公|易|项目|农[业村民]|石|钱|车|沙|经)/;

export function findPeople(text: string, units: readonly { readonly end: number }[]): PeopleFound {
  const people = new Map<number, PersonFound>();
  const unclear: UnclearPerson[] = [];
  for (const post of findPosts(text)) {
    const name = nameAt(text, post.end);
    if (name === "unclear") unclear.push({ start: post.start, end: Math.min(text.length, post.end + 3) });
    else if (name !== undefined)
      people.set(post.end, { name, start: post.end, posts: postsBefore(text, post.end), evidence: "post" });
  }
  for (const { name, start, post } of namesInFront(text))
    if (!people.has(start)) people.set(start, { name, start, posts: [post], evidence: "post" });
  for (const { end } of units) {
    const name = nameAt(text, end);
    if (name !== undefined && name !== "unclear" && !people.has(end))
      people.set(end, { name, start: end, posts: [], evidence: "unit" });
  }
  for (const match of text.matchAll(SAYS)) {
    const name = match.groups?.name ?? "";
    if (
      name.length !== 3 ||
      !isName(name) ||
      !CLAUSE.test(text.slice(0, match.index)) ||
      people.has(match.index)
    )
      continue;
    people.set(match.index, { name, start: match.index, posts: [], evidence: "said" });
  }
  return { people: [...people.values()].sort((a, b) => a.start - b.start), unclear };
}

const isName = (word: string): boolean => HAN.test(word) && isSurname(word.charAt(0)) && !NO_NAME.test(word);

/** @returns the name that begins here; "unclear" where one begins whose end is open; undefined where none does */
function nameAt(text: string, at: number): string | "unclear" | undefined {
  const two = text.slice(at, at + 2);
  if (two.length < 2 || !isName(two)) return undefined;
  const three = text.slice(at, at + 3);
  const isThree = three.length === 3 && HAN.test(three) && endsHere(text, at + 3);
  const isTwo = endsHere(text, at + 2);
  // 主席周砚在 may be 周砚|在 or 周砚在|…
  if (isTwo && isThree) return "unclear";
  if (isTwo) return two;
  return isThree ? three : "unclear";
}

const endsHere = (text: string, at: number): boolean =>
  BEHIND.test(text.slice(at, at + 6)) || postBehind(text, at) !== undefined;

/** 党组书记、主席 in front of a name: both. */
function postsBefore(text: string, at: number): readonly string[] {
  const posts: string[] = [];
  let end = at;
  for (;;) {
    const post = postBefore(text, end);
    if (post === undefined) return posts;
    posts.unshift(bare(text.slice(post.start, post.end)));
    if (text.charAt(post.start - 1) !== "、") return posts;
    end = post.start - 1;
  }
}

const bare = (post: string): string => post.replace(/(?:\s|同志)+$/u, "");

/** 周砚宁副主席: the name begins at a mark, and behind the post the sentence goes on. */
function* namesInFront(text: string) {
  for (const match of text.matchAll(/(?<=^|[，。；：、（“\s])\p{Script=Han}{4,10}/gmu)) {
    const start = match.index;
    for (const length of [3, 2]) {
      const name = text.slice(start, start + length);
      const post = isName(name) ? postBehind(text, start + length) : undefined;
      if (post === undefined || !BEHIND.test(text.slice(post.end, post.end + 6))) continue;
      yield { name, start, post: bare(text.slice(post.start, post.end)) };
      break;
    }
  }
}
