/**
 * Sentences of the genre, put together from invented names by counting: nothing is drawn by lot, and
 * no paragraph is like another.
 */
const BODIES = ["云湖区科协", "桐浦区科协", "鹿鸣区科协", "青岚县科协", "雁洲县科协", "澜川市造船工程学会"];
const EVENTS = [
  "科普进校园活动",
  "青年学者论坛",
  "技术服务对接会",
  "科技志愿者培训班",
  "乡村科普巡讲",
  "学术年会",
];
const TOPICS = ["水产养殖", "低碳动力", "湿地保护", "智能装备", "应急避险", "营养健康", "新材料应用"];
const PEOPLE = ["科技工作者", "中小学教师", "农技人员", "企业技术骨干", "社区居民", "高校师生"];
const DEEDS = [
  "围绕实际需要开展咨询服务",
  "现场解答生产中的疑难问题",
  "展示了最新研究成果和应用案例",
  "签署合作协议并明确年度任务",
  "发放科普资料并组织互动体验",
];
const OUTCOMES = [
  "与会人员认为，活动贴近基层、内容实用。",
  "下一步，主办单位将建立长效机制，持续推进成果转化。",
  "活动进一步增强了公众的科学意识。",
  "有关负责人表示，要总结经验、扩大覆盖面。",
];

/** @returns a paragraph of at least `length` characters, the same for the same number */
export function makeParagraph(number, length) {
  let text = "";
  for (let sentence = 0; text.length < length; sentence += 1)
    text += makeSentence(number * 31 + sentence * 7);
  return text;
}

function makeSentence(seed) {
  const at = (list, step) => list[Math.floor(seed / step) % list.length];
  const day = `${1 + (seed % 12)}月${1 + (Math.floor(seed / 12) % 28)}日`;
  return (
    `${day}，${at(BODIES, 1)}举办${at(EVENTS, 3)}，${20 + (seed % 977)}名${at(PEOPLE, 5)}参加。` +
    `活动以“${at(TOPICS, 2)}与${at(TOPICS, 11)}”为主题，${at(DEEDS, 7)}，${at(DEEDS, 13)}，` +
    `共收集建议${1 + (seed % 89)}条。${at(OUTCOMES, 4)}`
  );
}
