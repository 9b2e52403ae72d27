/**
 * Issues whose contents take a known number of lines, as an author's files: what the pages of an office
 * program are judged by. Titles of one line and of two, one section to four, both templates, with and
 * without an imprint. Everything in them is invented.
 */
export interface ContentsIssue {
  readonly name: string;
  /** lines that the contents take, headings of sections among them */
  readonly lines: number;
  readonly titles: readonly string[];
  /** the author's files by path below the issue's folder */
  readonly files: Readonly<Record<string, string>>;
}

interface Shape {
  readonly lines: number;
  readonly sections: number;
  readonly template: "jianbao" | "newsletter";
  /** every third title takes two lines of the contents */
  readonly isMixed: boolean;
  readonly hasImprint: boolean;
}

const LINES = [8, 9, 10, 11, 12, 13, 14];

/** @returns every combination: 224 issues */
export function contentsIssues(): readonly ContentsIssue[] {
  return LINES.flatMap((lines) =>
    [1, 2, 3, 4].flatMap((sections) =>
      (["jianbao", "newsletter"] as const).flatMap((template) =>
        [false, true].flatMap((isMixed) =>
          [false, true].map((hasImprint) => makeIssue({ lines, sections, template, isMixed, hasImprint })),
        ),
      ),
    ),
  );
}

/**
 * @returns an eighth of them: each count of lines with each count of sections once, and either template, mixed titles
 * or not, imprint or not with as many counts as the other
 */
export function shareOfContentsIssues(): readonly ContentsIssue[] {
  return LINES.flatMap((lines) =>
    [1, 2, 3, 4].map((sections) =>
      makeIssue({
        lines,
        sections,
        template: (lines + sections) % 2 === 0 ? "jianbao" : "newsletter",
        isMixed: Math.floor(lines / 2 + sections) % 2 === 0,
        hasImprint: Math.floor(lines + sections / 2) % 2 === 0,
      }),
    ),
  );
}

const SECTIONS = ["工作要闻", "学术交流", "科普活动", "基层动态"];
const NUMBERS = [..."一二三四五六七八九十甲乙丙丁"];

function makeIssue(shape: Shape): ContentsIssue {
  const { lines, sections, template, isMixed, hasImprint } = shape;
  const titles = titlesFor(lines - sections, isMixed);
  const paths = titles.map((_, index) => `items/${String(index + 1).padStart(2, "0")}.md`);
  const listed = SECTIONS.slice(0, sections).map((section, index) => {
    const own = paths.filter((_, item) => Math.floor((item * sections) / paths.length) === index);
    return `  - name: ${section}\n    items: [${own.join(", ")}]\n`;
  });
  return {
    name: `${template}-${lines}-lines-${sections}-sections${isMixed ? "-mixed" : ""}${hasImprint ? "-imprint" : ""}`,
    lines,
    titles,
    files: {
      "issue.yaml": manifestOf(template, listed) + (hasImprint ? IMPRINT : ""),
      ...Object.fromEntries(titles.map((title, index) => [paths[index] ?? "", itemOf(title, index)])),
    },
  };
}

const manifestOf = (template: Shape["template"], sections: readonly string[]): string => `bulletin:
  name: 示例科协信息
  publisher: 示例市科学技术协会
year: 2026
number: 3
date: 2026-03-16
template: ${template}
contact:
  label: 信息报送邮箱
  email: submissions@example.org
sections:
${sections.join("")}`;

const IMPRINT = `editorial: {editor: 某甲, reviewer: 某乙, approver: 某丙}
distribution:
  report: [示例市人民政府办公室, 示例省科学技术协会]
  issue: [各区科学技术协会]
  copies: 20
`;

/** @returns titles that together take so many lines */
function titlesFor(lines: number, isMixed: boolean): readonly string[] {
  const titles: string[] = [];
  for (let left = lines; left > 0; ) {
    const number = NUMBERS[titles.length] ?? "";
    const isLong = isMixed && titles.length % 3 === 1 && left > 1;
    titles.push(isLong ? longTitle(number) : `示例区科协举办第${number}届科普日活动`);
    left -= isLong ? 2 : 1;
  }
  return titles;
}

/** Two lines of the contents in either template, and of a title in each. */
const longTitle = (number: string): string =>
  `示例区科协联合区教育局等单位在湖滨社区文化广场举办第${number}届青少年科技创新成果展示交流活动暨科普集市`;

/**
 * Latin letters and digits stand in the first alone, whose lines have room: where the reader's machine lacks
 * their face, another is wider, and what lines it breaks is no fault of the document. Nor does a paragraph end with a
 * line that is full to the last mark, which LibreOffice does not close up.
 */
const SENTENCES = [
  "3月10日，云湖区科协在湖滨社区举办科普集市，吸引600余名居民参加。",
  "现场设置科学实验、健康义诊、防灾减灾、垃圾分类四个展区，科技志愿者边演示边讲解，孩子们围着展台问个不停。",
  "区科协有关负责人表示，下一步将把科普服务送到更多社区，让居民在家门口就能听懂科学、用上科学。",
  "活动现场发放了科普读物。",
];

/** Tables side by side, in a quotation and in a list, each with words that lead it in. */
export function tablesIssue(): ContentsIssue {
  const titles = ["示例区科协公布两张表", "示例区科协再公布一张表", "示例区科协举办科普日活动"];
  const table = (before = "") =>
    ["| 项目 | 数量 |", "| --- | ---: |", "| 甲 | 1 |"].map((row) => before + row).join("\n");
  const body = [
    "两张相邻的表：",
    `${table()}\n\n`,
    table(),
    `> 引文里的表：\n>\n${table("> ")}`,
    `- 列表里的表：\n\n${table("  ")}`,
    "最后是表：",
    table(),
  ].join("\n\n");
  const items = titles.map(
    (title, index) => [`items/${index}.md`, `---\ntitle: ${title}\n---\n\n${body}\n`] as const,
  );
  return {
    name: "tables",
    lines: titles.length + 1,
    titles,
    files: {
      "issue.yaml": manifestOf("jianbao", [
        `  - name: 工作要闻\n    items: [${items.map(([path]) => path).join(", ")}]\n`,
      ]),
      ...Object.fromEntries(items),
    },
  };
}

/** Titles of several lines by template; `|` shows where Word is to end a line. */
const BROKEN_TITLES = {
  jianbao: [
    "澜川市科协召开全市科技工作者座谈会|共商新年发展大计",
    "“启明”青年科技人才托举项目立项评审会暨|导师聘任仪式举办",
    "《科普条例》国际科学理事会青年|人才托举工程立项评审会在京召开",
    "示例市科协党组书记方某会见国际科学理事会|主席彼得·格卢克曼一行",
    "“启明”青年科技人才托举工程立项评审会|暨《示例市科普条例》宣传贯彻工作会议在|科学会堂隆重召开",
    "示例区科协为全区120所中小学|配送科普图书和科学实验器材",
    "鹿鸣区科协联合教育局举办|第三十届青少年科技创新大赛",
    "2026年全国科普日主场活动暨第12届海岛|科技文化节在示例市开幕",
    "示例市科协联合A&B实验室举办|AI大模型应用能力提升培训班",
    "市科协“三长”联席会议：示例县、示例区、|示例市三地协同推进基层组织建设",
    "中国科协“科创中国”——示例市试点城市|建设推进会召开",
    "Don’t Panic：示例市科协举办“银河系漫游”|主题科幻沙龙活动",
    "示例市科学技术协会第十届委员会第三次全体会议暨|全市科协系统工作会议在市科学会堂召开",
  ],
  newsletter: [
    "示例市科协党组书记方某会见国际科学理事会|主席彼得·格卢克曼一行",
    "示例市科协举办“科技点亮生活、创新引领未来”|主题科普日系列活动",
    "2026年全国科普日主场活动暨第12届海岛|科技文化节在示例市开幕",
    "市科协“三长”联席会议：示例县、示例区、|示例市三地协同推进基层组织建设",
    "示例市科学技术协会第十届委员会第三次全体会议暨|全市科协系统工作会议在市科学会堂召开",
  ],
} as const;

/** @returns an issue whose titles, with `|` in them, are those of the template */
export function titlesIssue(template: Shape["template"]): ContentsIssue {
  const titles = BROKEN_TITLES[template];
  const items = titles.map(
    (title, index) => [`items/${index}.md`, itemOf(title.replaceAll("|", ""), index)] as const,
  );
  return {
    name: `${template}-titles`,
    lines: titles.length + 1,
    titles,
    files: {
      "issue.yaml": manifestOf(template, [
        `  - name: 工作要闻\n    items: [${items.map(([path]) => path).join(", ")}]\n`,
      ]),
      ...Object.fromEntries(items),
    },
  };
}

function itemOf(title: string, index: number): string {
  const [first = "", ...others] = SENTENCES;
  const rest = Array.from({ length: index % 3 }, (_, paragraph) =>
    others.slice(0, 1 + ((index + paragraph) % others.length)).join(""),
  );
  const paragraphs = [first, ...rest];
  return `---\ntitle: ${title}\nsource: 示例区科协\n---\n\n${paragraphs.join("\n\n")}\n`;
}
