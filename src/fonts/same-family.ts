/**
 * Families that go by a Chinese and an English name. Most fonts carry both (read-names.ts); a copy made by a converter,
 * or of an old system, may carry one alone, and what asks for it may say the other.
 */

/** The fonts of Windows, macOS, Office and Founder, by the names that their makers give them. */
const PAIRS: readonly (readonly [chinese: string, english: string])[] = [
  ["宋体", "SimSun"],
  ["新宋体", "NSimSun"],
  ["仿宋", "FangSong"],
  ["仿宋_GB2312", "FangSong_GB2312"],
  ["楷体", "KaiTi"],
  ["楷体_GB2312", "KaiTi_GB2312"],
  ["黑体", "SimHei"],
  ["微软雅黑", "Microsoft YaHei"],
  ["等线", "DengXian"],
  ["隶书", "LiSu"],
  ["幼圆", "YouYuan"],
  ["华文宋体", "STSong"],
  ["华文仿宋", "STFangsong"],
  ["华文楷体", "STKaiti"],
  ["华文黑体", "STHeiti"],
  ["华文中宋", "STZhongsong"],
  ["华文细黑", "STXihei"],
  ["细明体", "MingLiU"],
  ["細明體", "MingLiU"],
  ["新細明體", "PMingLiU"],
];

/** @returns the name itself, then the other of its pair, letter case aside */
export function namesOf(family: string): readonly string[] {
  const asked = family.trim().toLowerCase();
  const others = PAIRS.flatMap(([chinese, english]) =>
    asked === chinese.toLowerCase() ? [english] : asked === english.toLowerCase() ? [chinese] : [],
  );
  return [family, ...others];
}
