/** Labels in a signature, which say what the name beside them did: 供稿单位：, 通讯员, 文/图. */
import { hanPattern } from "./han-pattern.js";
import { isPersonName } from "./unit-names.js";

export interface Label {
  readonly kind: "sender" | "author" | "photographer" | "checker";
  readonly length: number;
}

/** A name that belongs to what follows or precedes it: who sends, who writes, who takes pictures, who checks. */
const SENDER =
  /^(?:供稿单位|(?:信息)?报送单位|来稿单位|投稿单位|选送单位|推荐单位|填报单位|撰稿单位|编写单位|作者单位|供稿部门|报送部门|单位|稿件来源|信息来源|文稿来源|稿源|来源|供稿|来稿|报送|投稿|选送)/u;
const AUTHOR =
  /^(?:文字|文稿|撰稿|撰文|写稿|执笔|作者|(?:本[刊报网台])?(?:特约|实习)?(?:通讯员|记者)|信息员|宣传员|供稿人|报送人|投稿人|联系人|整理|摄影报道|文[/／、]图|图[/／、]文|图文|文)(?:人|者)?/u;
const PHOTOGRAPHER = /^(?:摄影|摄|供图|图片|图|拍摄)(?:者)?/u;
const CHECKER =
  /^(?:一审|二审|三审|初审|复审|终审|审核|审稿|审校|校对|编辑|责任编辑|责编|编审|签发|监制)(?:人)?/u;
/** Something of each label that says who sends or who writes: the last words of most paragraphs hold none. */
const HOLDS_SIGNING_LABEL =
  /单位|部门|来源|稿|报送|选送|文|撰|执笔|作者|通讯员|记者|信息员|宣传员|联系人|整理|摄影报道/;

/** @returns false where no label of `labelAt` says who sends or who writes, at any place of the words */
export const mayNameSigner = (words: string): boolean => HOLDS_SIGNING_LABEL.test(words);

/** What parts two names, or a label from its name. */
export const SEPARATOR = /^[\s\u3000\u00a0、，,；;|｜·:：/／—–-]+/u;
/** A run of characters that names are made of. */
export const RUN = hanPattern(String.raw`^[\p{Script=Han}A-Za-z0-9“”《》·（）()]+`);

/** Most words that are read so begin no label, and for these nothing dearer is compiled. */
const BEGINS_LABEL = /^[供信报来投选推填撰编作单稿文写执本特实通记宣联整摄图拍一二三初复终审校责签监]/;

/** A label ends in a colon, or stands apart from what follows; 通讯员 may touch the name. */
export function labelAt(rest: string): Label | undefined {
  if (!BEGINS_LABEL.test(rest)) return undefined;
  const kinds = [
    ["sender", SENDER],
    ["author", AUTHOR],
    ["photographer", PHOTOGRAPHER],
    ["checker", CHECKER],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const length = pattern.exec(rest)?.[0].length;
    if (length === undefined) continue;
    const behind = rest.slice(length);
    if (behind === "" || SEPARATOR.test(behind)) return { kind, length };
    // 通讯员张三
    const isGlued = kind === "author" && length > 1 && isPersonName(RUN.exec(behind)?.[0] ?? "");
    if (isGlued) return { kind, length };
  }
  return undefined;
}
