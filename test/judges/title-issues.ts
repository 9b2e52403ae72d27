/** Issues of titles for the judges of the page's lines, as an author's files. Everything in them is invented. */

/** Of 12 to 24 characters, as units write them. */
const TITLES = [
  "云湖区科协举办春季科普集市",
  "青岚县科学技术协会召开第五次代表大会",
  "市科协赴雁洲县调研基层科普服务能力建设",
  "澜川大学科协举办研究生学术道德宣讲会",
  "鹿鸣区青少年科技创新大赛圆满落幕",
  "市领导看望慰问在澜院士专家",
  "全市科普场馆联合行动启动仪式举行",
  "省科协来澜督导全民科学素质工作",
  "石门乡科普惠农服务站揭牌",
  "桐荫街道开展防灾减灾科普宣传进社区活动",
  "科学家精神报告团走进澜川一中",
  "市学会联合会换届大会暨学术年会召开",
  "长亭县首届农民科学素质网络竞赛结束",
  "白塔区科技志愿服务队助力春耕生产",
  "市科协与澜川银行签署金融支持科技工作者合作协议",
  "第十二届澜川青年科学家论坛在高新区举行",
  "东篱镇中心小学科普教育基地通过验收",
  "市科技馆流动科普大篷车巡展走进山区",
  "湿地生态与鸟类保护学术沙龙走进雁洲县",
  "绿色船舶与海洋装备学术论坛在鹿鸣区举办",
  "全国科技工作者日主题活动在我市启动",
  "南屏区科协开展科技助企专家服务团对接活动",
  "市科协机关党委召开理论学习中心组学习会议",
  "竹坞县组织参加全省科普讲解大赛获佳绩",
];

/** Marks that Latin and Han share, amid Latin; emphasis; an address. */
const BODY = `It’s *重点*内容，**加粗**，Don’t panic.

He said “hello” to me.

他说“你好”的地方，见<https://example.org/2026/expo>。

#### 一、关于开展全民科学素质提升行动的几点工作建议
`;

/** @returns the author's files by path, an issue a template */
export function titleIssues(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    ["jianbao", "newsletter"].map((template) => [
      `titles-${template}`,
      {
        "issue.yaml": manifestOf(template),
        ...Object.fromEntries(
          TITLES.map((title, index) => [
            pathOf(index),
            `---\ntitle: ${title}\nsource: 示例区科协\n---\n\n${BODY}\n正文，说明这项工作的时间、地点和结果。\n`,
          ]),
        ),
      },
    ]),
  );
}

const pathOf = (index: number): string => `items/${String(index).padStart(2, "0")}.md`;

const manifestOf = (template: string): string => `template: ${template}
bulletin:
  name: 示例市科学技术协会学会学术工作情况信息通报
  publisher: 示例市科学技术协会、示例市教育委员会、示例市生态环境局办公室
year: 2026
number: 3
date: 2026-03-16
contact:
  label: 信息报送邮箱
  email: submissions@example.org
sections:
  - name: 工作要闻
    items: [${TITLES.map((_, index) => pathOf(index)).join(", ")}]
`;
