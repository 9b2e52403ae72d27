/**
 * Hostile text: invisible and reversing characters, what no font has, words without end; and for the
 * rules, long runs of what their patterns look for.
 */
import {
  BUILT,
  bulletinWith,
  EITHER,
  FRONT,
  type HostileCase,
  MANIFEST,
  withBody,
  withItem,
  withTitle,
} from "./hostile-case.js";

const SENTENCE = "1月12日，示例单位召开座谈会，部署下一步工作";

/** Pieces that are put into the title, the body, a table, code, a caption and the attribution. */
const pieces: Readonly<Record<string, string>> = {
  "right-to-left override": "座谈\u202E会议\u202C",
  "isolates never closed": `${"\u2066".repeat(200)}座谈`,
  "Arabic and Hebrew": "座谈السلام שלום会",
  "zero-width characters": `座\u200B谈\u200C会\u200D议\uFEFF题\u2060`,
  "5,000 zero-width joiners": `座${"\u200D".repeat(5000)}谈`,
  "soft hyphens": "座\u00AD谈\u00AD会",
  "variation selectors": "葛\u{E0100}城\u{E0101}葛\uFE00",
  "500 combining marks": `座a${"\u0301".repeat(500)}谈`,
  "emoji families": "👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈".repeat(50),
  "an emoji chain of 2,000": "👩‍".repeat(2000),
  flags: "🇨🇳🇨".repeat(100),
  "extension B": "𠀀𪛖𠮷".repeat(50),
  "private planes": "\u{F0000}\u{10FFFD}\uE000",
  noncharacters: "座\uFFFE谈\uFFFF会\u{1FFFE}",
  "tag characters": "座\u{E0041}\u{E0042}\u{E007F}谈",
  "control characters": "座\u0001谈\u0007会\u0008议\u000B题\u000C\u001F\u007F",
  "escape sequences": "座\u001B[31m谈\u001B]0;owned\u0007会\u001B[2J",
  "C1 controls": "座\u0085谈\u009B31m会\u009D0;x\u009C",
  "line and paragraph separators": "座\u2028谈\u2029会",
  "interlinear annotation": "座\uFFF9谈\uFFFA会\uFFFB",
  "replacement characters": "\uFFFD".repeat(500),
  "ideographic description": "⿰⿱⿲⿳".repeat(100),
  "Hangul fillers": "\u3164\u115F\u1160\uFFA0",
  "spaces of all widths": "座\u00A0谈\u2000会\u2003议\u3000题\u202F\u205F\u1680",
  "a Latin word of 5,000": "a".repeat(5000),
  "a number of 5,000 digits": "8".repeat(5000),
  "full stops without end": "……".repeat(1000),
  "opening brackets without end": "《".repeat(1000),
  "long dashes without end": "——".repeat(1000),
};

const everywhere = (piece: string): string => `---
title: "${yamlEscaped(piece)}"
source: "${yamlEscaped(piece)}"
---

${SENTENCE}${piece}。**${piece}**[${piece}](https://example.org/)

- ${piece}

|${piece}|
|-|
|${piece}|

\`${piece}\`文[^1]

[^1]: ${piece}
`;

/** Double-quoted YAML takes control characters by escapes alone. */
function yamlEscaped(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What the rules' patterns look for, without end and without a match's last character. */
const runs: Readonly<Record<string, string>> = {
  digits: "1",
  "digits in fours": "6222 ",
  "digits and dashes": "010-",
  "phone numbers": "13800000000，",
  "identity numbers": "11010119900101001",
  Han: "汉",
  "Han by one": "一",
  spaces: " ",
  "spaces and Han": "汉 a ",
  "ideographic spaces": "　",
  "straight quotes": '"',
  "single quotes": "'",
  "curly quotes opened": "“",
  "brackets opened": "（",
  "brackets closed": "）",
  "brackets of two widths": "（(",
  "at signs": "@",
  "at signs and letters": "a@a.",
  dots: ".",
  "full stops": "。",
  commas: "，",
  "semicolons and colons": "；：",
  "exclamation marks": "！?",
  ellipses: "…",
  dashes: "—",
  "percent signs": "5%",
  tildes: "~",
  slashes: "/",
  dates: "2026年1月15日",
  "dates never finished": "2026-1-",
  "vague dates": "近日，",
  years: "二〇二六年",
  units: "5kg ",
  ordinals: "一、",
  organisations: "示例市科协",
  "names between": "·",
  "Latin letters": "a",
  "Latin words": "ab ",
  "full-width letters": "Ａ１",
  "emphasis marks escaped": "\\*",
  "book title marks": "《》",
};

/** A run as long as the reader takes it: words of 1,900 characters, 42,000 in a paragraph. */
function longParagraph(run: string): string {
  const word = run.repeat(Math.floor(1900 / run.length));
  return Array(22).fill(word).join("汉");
}

export const textCases: readonly HostileCase[] = [
  ...Object.entries(pieces).map(([name, piece]) => ({
    name: `text/${name}`,
    files: () => withItem(everywhere(piece)),
    codes: EITHER,
  })),
  ...Object.entries(runs).flatMap(([name, run]): HostileCase[] => [
    {
      name: `rules/two paragraphs of ${name}`,
      files: () => withBody(Array(2).fill(longParagraph(run)).join("\n\n")),
      args: ["lint"],
      codes: EITHER,
    },
    {
      name: `rules/title and source of ${name}`,
      files: () =>
        withItem(
          `---\ntitle: ${JSON.stringify(run.repeat(Math.floor(490 / run.length)))}\nsource: ${JSON.stringify(run.repeat(Math.floor(1990 / run.length)))}\n---\n\n${SENTENCE}。\n`,
        ),
      codes: EITHER,
    },
  ]),
  { name: "text/a title of 10,000 Han", files: () => withTitle("题".repeat(10_000)), codes: EITHER },
  { name: "text/a title of spaces", files: () => withTitle(`"${" ".repeat(1000)}"`) },
  {
    name: "text/a title of invisible characters",
    files: () => withTitle('"\u200B\u200B\u2060"'),
    codes: EITHER,
  },
  {
    name: "text/a title of markup",
    files: () => withTitle('"</title><script>alert(1)</script>&lt;"'),
    codes: EITHER,
  },
  { name: "text/20,000 paragraphs", files: () => withBody(`${SENTENCE}。\n\n`.repeat(5000)), codes: EITHER },
  {
    name: "text/a word of 100 kB",
    files: () => withBody(`${SENTENCE}${"x".repeat(100_000)}`),
    codes: EITHER,
  },
  {
    name: "text/code of one line of 100 kB",
    files: () => withBody(`\`\`\`\n${"x".repeat(100_000)}\n\`\`\``),
    codes: EITHER,
  },
  {
    name: "text/a cell of 50 kB",
    files: () => withBody(`|甲|\n|-|\n|${"字".repeat(16_000)}|`),
    codes: EITHER,
  },
  {
    name: "text/an item of 2 MB",
    files: () => withItem(`${FRONT}${"文".repeat(720_000)}\n`),
    args: ["lint"],
    codes: EITHER,
  },
  {
    name: "text/500 items alike",
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace(
          "[items/01.md]",
          `[${Array.from({ length: 500 }, (_, n) => `items/${n}.md`).join(", ")}]`,
        ),
        ...Object.fromEntries(
          Array.from({ length: 500 }, (_, n) => [
            `items/${n}.md`,
            `---\ntitle: 会议${n}\n---\n\n${`${SENTENCE}。`.repeat(20)}${n}\n`,
          ]),
        ),
      }),
    args: ["lint"],
    codes: EITHER,
  },
  {
    name: "text/a house name of 10,000",
    files: () => bulletinWith({ "issue.yaml": MANIFEST.replace("示例简报", "报".repeat(10_000)) }),
    codes: EITHER,
  },
  {
    name: "text/distribution of 5,000",
    files: () =>
      bulletinWith({ "issue.yaml": `${MANIFEST}distribution: {report: [${"单位,".repeat(5000)}]}\n` }),
    codes: BUILT,
  },
];
