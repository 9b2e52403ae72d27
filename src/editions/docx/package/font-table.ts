/**
 * The font table: the other names under which a face of the template may be installed (Windows calls
 * 仿宋 FangSong, older offices have the GB2312 versions), so that a missing face is replaced by its closest
 * relative and not by just any.
 */
import type { Template } from "../../../model/template.js";

/** @returns w:font elements in the order of the template's roles, each face once */
export function fontElements(template: Template): string {
  const names = new Set(
    Object.values(template.roles).flatMap(({ office }) => [office.eastAsia, office.latin]),
  );
  return [...names].map(fontElement).join("");
}

function fontElement(name: string): string {
  const family = FACE_FAMILIES.find(({ pattern }) => pattern.test(name));
  const others = family?.names.filter((other) => other !== name) ?? [];
  const isChinese = family !== undefined || /\p{Script=Han}/u.test(name);
  return [
    `<w:font w:name="${escapeAttribute(name)}">`,
    others.length === 0 ? "" : `<w:altName w:val="${escapeAttribute(others.join(","))}"/>`,
    // 86 is the code of GB 2312 (ECMA-376, 17.8.3.2).
    `<w:charset w:val="${isChinese ? "86" : "00"}"/>`,
    `<w:family w:val="${family?.family ?? "auto"}"/>`,
    `<w:pitch w:val="${isChinese ? "default" : "variable"}"/>`,
    "</w:font>",
  ].join("");
}

/** Faces used in Chinese offices, with their names on Windows, in WPS and on macOS. */
const FACE_FAMILIES = [
  {
    pattern: /小标宋|XiaoBiaoSong/i,
    names: ["方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun"],
    family: "roman",
  },
  { pattern: /仿宋|FangSong/i, names: ["仿宋", "FangSong", "STFangsong"], family: "modern" },
  { pattern: /楷体|KaiTi/i, names: ["楷体", "KaiTi", "STKaiti"], family: "modern" },
  { pattern: /黑体|SimHei/i, names: ["黑体", "SimHei", "STHeiti"], family: "modern" },
  { pattern: /宋体|SimSun/i, names: ["宋体", "SimSun", "STSong"], family: "auto" },
] as const;

export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
