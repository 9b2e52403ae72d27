/**
 * Words of invented issues: sentences of the genre, names, long words that no line parts, and what
 * stands inside a paragraph (marks, links, code, notes). Nobody in them exists.
 */
import type { Dice } from "./dice.js";

const UNITS = [
  "云湖区科协",
  "桐浦区科学技术协会",
  "青岚县科协",
  "雁洲市造船工程学会",
  "澜川大学",
  "鹿鸣区第三小学",
];
const DEEDS = [
  "举办科普进校园活动",
  "召开第八届常务委员会第六次会议",
  "组织专家服务团赴企业调研",
  "开展“银龄e时代”培训",
  "发布《湿地鸟类图鉴》",
  "与兄弟单位座谈交流",
];
const FACTS = [
  "参加人数达到1,280余人次",
  "同比增长12.5%，为近3年最高",
  "收集意见建议89条，当场答复76条",
  "签订合作协议14项，金额3600万元",
  "现场气温-5℃，设备运行正常",
  "展出标本160余件、模型42套",
];
const OUTCOMES = [
  "与会人员认为，活动贴近基层、内容实用",
  "下一步，要建立长效机制，持续推进成果转化",
  "会议强调，各部门要细化措施、明确时限、压实责任",
  "专家指出：“科普要让人听得懂、用得上”",
  "据介绍，AI助手、5G专网和Wi-Fi 6已在12个站点试用",
];
const FAMILY = ["方", "陶", "顾", "卢", "秦", "欧阳", "诸葛"];
const GIVEN = ["砚秋", "镕", "喆", "以宁", "望舒", "明远"];
const LONG_WORDS = [
  "supercalifragilisticexpialidociousantidisestablishmentarianism",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "and_an_even_longer_identifier_without_any_space_inside_it_at_all_for_the_measure",
];
const ADDRESSES = [
  "https://example.org/2026/expo",
  "https://example.org/archive/2026/03/very/long/path/without/any/space/at/all/index.html?from=bulletin&page=128",
  "https://data.example.org/a_b/c-d/e.f/%E7%A7%91%E6%99%AE/2026-03-16T09:30:00Z",
];

export const unitName = (dice: Dice): string => dice.pick(UNITS);
export const personName = (dice: Dice): string => dice.pick(FAMILY) + dice.pick(GIVEN);
export const longWord = (dice: Dice): string => dice.pick(LONG_WORDS);

export function sentence(dice: Dice): string {
  const day = `${dice.roll(1, 12)}月${dice.roll(1, 28)}日`;
  const parts = [
    `${day}，${unitName(dice)}${dice.pick(DEEDS)}，${dice.pick(FACTS)}。`,
    `${dice.pick(OUTCOMES)}。`,
    `${personName(dice)}主持，${personName(dice)}、${personName(dice)}等${dice.roll(5, 300)}人参加，${dice.pick(FACTS)}。`,
    `${dice.pick(FACTS)}；${dice.pick(FACTS)}。`,
  ];
  return dice.pick(parts);
}

/** @returns running text of at least so many characters, without markup */
export function prose(dice: Dice, length: number): string {
  let text = "";
  while (text.length < length) text += sentence(dice);
  return text;
}

/** @returns so many characters of Han, as names and titles have them: without a final mark */
export function phrase(dice: Dice, length: number): string {
  let text = "";
  while (text.length < length) text += unitName(dice) + dice.pick(DEEDS);
  return text.slice(0, length).replace(/[“《][^”》]*$/u, "纪实");
}

/** Calls a note of the item and gives the mark that stands in the text. */
export type CallNote = () => string;

/** A paragraph with what authors put into one. */
export function richProse(dice: Dice, length: number, callNote: CallNote): string {
  let text = "";
  while (text.length < length) text += sentence(dice) + (dice.chance(0.3) ? insertion(dice, callNote) : "");
  return text;
}

function insertion(dice: Dice, callNote: CallNote): string {
  const kind = dice.roll(1, 12);
  switch (kind) {
    case 1:
      return `**${dice.pick(OUTCOMES)}**。`;
    case 2:
      return `*${dice.pick(DEEDS).replace(/[“”《》]/gu, "")}*。`;
    case 3:
      return `~~${dice.pick(FACTS)}~~。`;
    case 4:
      return `运行\`npm run build-${dice.roll(1, 99)}\`即可。`;
    case 5:
      return `见[${dice.pick(UNITS)}网站](${dice.pick(ADDRESSES)})。`;
    case 6:
      return `详见 ${dice.pick(ADDRESSES)} 。`;
    case 7:
      return `代号${longWord(dice)}。`;
    case 8:
      return `The observatory reported 3.6 kW·h and “it’s fine”, he said. `;
    case 9:
      return `☑已完成，见${"①②③"[dice.roll(0, 2)]}。`;
    default:
      return `${dice.pick(FACTS)}${callNote()}。`;
  }
}
