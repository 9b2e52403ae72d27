/**
 * Random items as they reach an editor: the parts are those of real news (bold run-in heads, datelines, lists
 * of names, quotations, ranges, tables, captions, notes), and so is what is wrong with them (blanks
 * beside marks and inside bold, half-width marks, pasted lines and tabs, marks typed twice).
 */
import fc from "fast-check";

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const join = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((words) => words.join(""));
const rows = <T>(part: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(part, { minLength, maxLength });

const PHRASE = pick(
  ..."会议强调要抓好落实|与会人员参观了展馆|云湖区科协召开工作会议|全年举办活动三十场|一是强组织|二是抓队伍|各街道认真部署|群众反映良好|坚持以和为贵|推动制造向智造转变|志愿者走进社区|讲解急救知识|市科协主席方砚秋出席|会议由陶镕主持|途经长宁路|甲馆|乙馆|丙馆|和丙馆|等三家单位|参加|主题为|共分三期|重点任务|责任单位|完成时限|AI技术|GDP增长|Nature Communications刊发论文|5G网络覆盖|C919项目|发电1200KWH|截止3月15日|登陆平台报名|近20余人|进行进行|的的|其中|下一步".split(
    "|",
  ),
);
const NAME = pick("方砚秋", "陶 镕", "陆知行", "周　砚宁", "高峰", "欧阳若水");
const UNIT = pick("云湖区科协", "示例市生态学会", "青山小学", "示例大学科协", "滨河社区");
const NUMBER = pick(
  "3",
  "12",
  "3.5%",
  "1,200",
  "12 000",
  "20-30%",
  "5—10%",
  "3～5年",
  "8-12℃",
  "2024-2026年",
  "第3-5期",
  "10：30",
  "3:2",
  "２０２６",
  "一百零二",
  "20余",
  "5KM",
  "No.3",
);
const DATE = pick(
  "3月10日",
  "3月 10 日",
  "2026年3月16日（星期二）",
  "3月10日至12日",
  "10月11-12日",
  "近日",
  "2026.3.16",
);
/** Whatever people and programs put between two phrases. */
const BETWEEN = pick(
  ..."，。；、：！？".split(""),
  ..." ，| 。|， |。 | 、|、 |：: | — |—|——|-|--|...|……|。。|，，|,|, |.|;|; |:|: |!|?| |  |　||，。|、和|与|（|）|(|)|“|”|\"|'|《|》|·|/|%|~|+|=|#|*|_|||&|<|>|[|]".split(
    "|",
  ),
);
const MARKS = pick("**", "*", "__", "_", "~~", "***");
const BLANK = pick("", "", "", "", " ", "  ", "　", "\u00a0", "\u200b", "\t");

const QUOTED = fc
  .tuple(
    pick('""', "''", "“”", "‘’", "《》", "（）", "()", "( )", "【】", "[]", "「」", "<>"),
    BLANK,
    PHRASE,
    BLANK,
  )
  .map(([pair, before, words, behind]) => pair.slice(0, 1) + before + words + behind + pair.slice(-1));
const BOLD = fc
  .tuple(
    MARKS,
    BLANK,
    fc.oneof(PHRASE, NUMBER, QUOTED, pick("。", "，", "一、", "1.", "：")),
    pick("", "", "。", "：", "、", " 。"),
    BLANK,
  )
  .map(([marks, before, words, end, behind]) => marks + before + words + end + behind + marks);
const CODE = pick("`代码, x`", "``a`b``", "` 命令 `");
const LINK = fc
  .tuple(
    fc.oneof(PHRASE, BOLD, QUOTED),
    pick("https://example.org/a,b", "https://example.org/甲", "mailto:a@example.org", ""),
    pick("", ' "题, 注"'),
  )
  .map(([words, url, title]) => `[${words}](${url}${title})`);
const ADDRESS = pick(
  "https://example.org/a?b=c,d",
  "www.example.org",
  "a@example.org",
  "<https://example.org>",
);
const ODD = pick(
  "[^1]",
  "[^2]",
  "<br>",
  "<!-- 注 -->",
  "&nbsp;",
  "&amp;",
  "\\*",
  "\\_",
  "\\[",
  "![图](a.png)",
  "😀",
  "é",
  "☆",
  "①",
  "℃",
);
const INLINE = fc.oneof(
  { weight: 6, arbitrary: PHRASE },
  { weight: 4, arbitrary: BOLD },
  { weight: 3, arbitrary: QUOTED },
  { weight: 2, arbitrary: NUMBER },
  { weight: 2, arbitrary: DATE },
  { weight: 1, arbitrary: NAME },
  { weight: 1, arbitrary: UNIT },
  { weight: 1, arbitrary: CODE },
  { weight: 1, arbitrary: LINK },
  { weight: 1, arbitrary: ADDRESS },
  { weight: 1, arbitrary: ODD },
);
const LINE = fc
  .tuple(INLINE, rows(join(BETWEEN, INLINE), 0, 7), pick("。", "", "，", "：", " 。", "。 ", ".", "！"))
  .map(([first, rest, end]) => first + rest.join("") + end);
/** What a cell, a head or a name in a list has. */
const SHORT = fc.oneof(PHRASE, NUMBER, NAME, UNIT, BOLD, QUOTED, pick("", " ", "-", "合计", "1"));

const PARAGRAPH = join(pick("", "", "", "　　", "  ", "    ", "\u3000"), LINE);
const PASTED = fc
  .tuple(
    rows(join(pick("", "　　", "一、", "1、", "1.", "- ", "  "), LINE), 2, 5),
    pick("\n", "\n", "  \n", "\\\n", "\r\n"),
  )
  .map(([lines, end]) => lines.join(end));
const TABBED = rows(
  rows(SHORT, 2, 4).map((cells) => cells.join("\t")),
  2,
  4,
).map((lines) => lines.join("\n"));
const NAMES = fc
  .tuple(
    pick("参会人员：", "名单", "**获奖者**："),
    rows(NAME, 2, 8),
    pick("、", " ", "　", ",", "， ", "\n"),
  )
  .map(([head, names, between]) => head + names.join(between));
const HEADING = join(
  pick("## ", "### ", "##", "#", "一、", "（一）", "**一、", "1. "),
  SHORT,
  pick("", "", "##", " ##", "**", "：", "。"),
);
const LIST = fc
  .tuple(
    rows(fc.oneof(LINE, SHORT), 1, 4),
    pick("- ", "* ", "1. ", "1) ", "- [ ] ", "  - ", "-"),
    pick("\n", "\n\n"),
  )
  .map(([entries, mark, between]) => entries.map((entry) => mark + entry).join(between));
const QUOTE = rows(LINE, 1, 3).map((lines) => lines.map((line) => `> ${line}`).join("\n"));
const TABLE = fc
  .tuple(rows(rows(SHORT, 3, 3), 1, 4), pick("| - | :-: | -: |", "|---|---|---|", "| --- | --- |", ""))
  .map(([[head = [], ...body], rule]) =>
    [head, ...body]
      .map((cells) => `| ${cells.join(" | ")} |`)
      .flatMap((row, index) => (index === 0 && rule !== "" ? [row, rule] : [row]))
      .join("\n"),
  );
const FIGURE = fc
  .tuple(SHORT, pick("a.png", "../图 1.png", "a.png"), pick('"', "'", "“"), LINE)
  .map(([alt, path, mark, caption]) => `![${alt}](${path} ${mark}${caption}${mark === "“" ? "”" : mark})`);
const NOTE = join(pick("[^1]: ", "[^2]: ", "[^3]:"), LINE);
const OTHER = pick(
  "```\n代码, x\n```",
  "    缩进, 的行",
  "---",
  "***",
  "===",
  "（云湖区科协）",
  "(云湖区科协 方砚秋)",
  "<!-- bulletin-disable-next-line text/dash -- 原文 -->",
  "[1]方砚秋.论科普[J].示例学报，2020，15(3)：45-50.",
);
const BLOCK = fc.oneof(
  { weight: 8, arbitrary: PARAGRAPH },
  { weight: 3, arbitrary: PASTED },
  { weight: 2, arbitrary: TABBED },
  { weight: 1, arbitrary: NAMES },
  { weight: 2, arbitrary: HEADING },
  { weight: 2, arbitrary: LIST },
  { weight: 1, arbitrary: QUOTE },
  { weight: 2, arbitrary: TABLE },
  { weight: 1, arbitrary: FIGURE },
  { weight: 1, arbitrary: NOTE },
  { weight: 1, arbitrary: OTHER },
);
const TITLE_WORDS = fc
  .tuple(
    PHRASE,
    rows(
      join(
        pick("，", ",", " ", "：", ": ", "、", '"', "“", "”", "—", "", " #", "(", ")"),
        fc.oneof(PHRASE, NUMBER, QUOTED),
      ),
      0,
      3,
    ),
    pick("", "", "。", "！", ":", "，"),
  )
  .map(([first, rest, end]) => first + rest.join("") + end);
const TITLE = fc.oneof(
  { weight: 4, arbitrary: TITLE_WORDS },
  {
    weight: 1,
    arbitrary: TITLE_WORDS.map((words) => `"${words.replaceAll("\\", "").replaceAll('"', '\\"')}"`),
  },
  { weight: 1, arbitrary: TITLE_WORDS.map((words) => `'${words.replaceAll("'", "''")}'`) },
  { weight: 1, arbitrary: fc.tuple(TITLE_WORDS, TITLE_WORDS).map(([a, b]) => `|\n  ${a}\n  ${b}`) },
  { weight: 1, arbitrary: TITLE_WORDS.map((words) => `"${words.replaceAll('"', "”")}"`) },
);
const head = (sources: readonly string[]) =>
  fc
    .tuple(
      TITLE,
      pick(...sources),
      pick("", "date: 2026-03-16\n", "date: 2026年3月16日\n"),
      fc.option(TITLE_WORDS),
    )
    .map(
      ([title, source, date, summary]) =>
        `title: ${title}\n${source}${date}${summary === null ? "" : `summary: ${summary}\n`}`,
    );

interface Odds {
  readonly sources: readonly string[];
  /** what stands before the first fence */
  readonly leads: readonly string[];
}

const itemWith = ({ sources, leads }: Odds) =>
  fc
    .tuple(
      head(sources),
      fc.array(BLOCK, { minLength: 1, maxLength: 6 }),
      pick("\n\n", "\n\n", "\n\n\n", "\n"),
      pick("", "", "", "", "\r\n"),
      pick(...leads),
    )
    .map(([values, blocks, between, end, lead]) => {
      const text = `${lead}---\n${values}---\n\n${blocks.join(between)}\n`;
      return end === "" ? text : text.replace(/\r?\n/g, end);
    });

/** An item file, at times with CRLF. */
export const newsItem = itemWith({
  sources: ["", "source: 云湖区科协\n", "source： 云湖区科协\n"],
  leads: [""],
});

/** An item whose head is not read as one, or not all of it, until it is mended. */
export const newsItemOfWrongHead = itemWith({
  sources: ["source: 云湖区科协\n", "Source: 云湖区科协\n"],
  leads: ["", " ", "\n"],
});
