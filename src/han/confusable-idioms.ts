/**
 * Set phrases, and words that no two words make by meeting, with a wrong character: beyond doubt wherever
 * they stand, but where noted. Words that have to be looked at with their neighbours stand in
 * confusable-words.ts. Source: 现代汉语词典 (7th edition).
 */
import type { ConfusableWord } from "./confusable-words.js";

const ALWAYS_WRONG: readonly (readonly [string, string])[] = [
  ["走头无路", "走投无路"],
  ["不负重望", "不负众望"],
  ["循私舞弊", "徇私舞弊"],
  ["园满完成", "圆满完成"],
  ["园满成功", "圆满成功"],
  ["园满落幕", "圆满落幕"],
  ["园满结束", "圆满结束"],
  ["再接再励", "再接再厉"],
  ["迫不急待", "迫不及待"],
  ["一愁莫展", "一筹莫展"],
  ["默守成规", "墨守成规"],
  ["名列前矛", "名列前茅"],
  ["甘败下风", "甘拜下风"],
  ["一如继往", "一如既往"],
  ["出奇不意", "出其不意"],
  ["穿流不息", "川流不息"],
  ["相辅相承", "相辅相成"],
  ["谈笑风声", "谈笑风生"],
  ["有口皆卑", "有口皆碑"],
  ["蜂涌而至", "蜂拥而至"],
  ["耳熟能祥", "耳熟能详"],
  ["因地制益", "因地制宜"],
  ["痉孪", "痉挛"],
  ["粗旷", "粗犷"],
];

export const CONFUSABLE_IDIOMS: readonly ConfusableWord[] = [
  ...ALWAYS_WRONG.map(([wrong, right]): ConfusableWord => ({ wrong, right, certain: true })),
  // 三方鼎立|相助
  { wrong: "鼎立相助", right: "鼎力相助", notBehind: /[足方国]$/, certain: true },
  // Met as variants too: a person decides.
  { wrong: "不径而走", right: "不胫而走" },
  { wrong: "融汇贯通", right: "融会贯通" },
];
