/** What `new issue` says: what it took over from the last issue, and what it left to the editor, with the reason. */
import type { Message } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/printable.js";
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { LeftOut, Proposal } from "./propose-issue.js";

const LEFT: Readonly<Record<LeftOut, Message>> = {
  "total-of-series": {
    zh: "总期号没有写：增刊、专刊是否计入总期号，从往期看不出来。要写的请加一行“total: …”。",
    en: "No total was written: the earlier issues do not show whether supplements are counted in it. If it is needed, add a line “total: …”.",
  },
  "total-of-gap": {
    zh: "总期号没有写：没有找到前一期。请加一行“total: …”。",
    en: "No total was written: the issue before this one was not found. Add a line “total: …”.",
  },
  "total-taken": {
    zh: "总期号没有写：接下去的总期号已有一期在用。请加一行“total: …”。",
    en: "No total was written: another issue already has the next one. Add a line “total: …”.",
  },
  "period-of-gap": {
    zh: "收稿期没有写：没有找到前一期。请加一行“period: {from: …, to: …}”。",
    en: "No period was written: the issue before this one was not found. Add a line “period: {from: …, to: …}”.",
  },
  "period-irregular": {
    zh: "收稿期没有写：从前一两期推不出下一个收稿期。请加一行“period: {from: …, to: …}”。",
    en: "No period was written: the last one or two issues do not show which one follows. Add a line “period: {from: …, to: …}”.",
  },
  "period-taken": {
    zh: "收稿期没有写：接下去的收稿期已有一期在用。请加一行“period: {from: …, to: …}”。",
    en: "No period was written: another issue already has the next one. Add a line “period: {from: …, to: …}”.",
  },
  "period-long-over": {
    zh: "收稿期接着上期，但到出刊日期时，再下一个收稿期也已经过去，请核对。",
    en: "The period follows that of the last issue, but by the date of this one another such period is over, too; please check it.",
  },
};

/** 增刊第1期 */
export const countedName = (series: string, number: number): Message => ({
  zh: `${series}第${number}期`,
  en: series === "" ? `issue ${number}` : `${series} issue ${number}`,
});

/** @returns whole lines */
export function proposalWords({ total, period, editorial, distribution, from, left }: Proposal): Message {
  const taken: Message[] = [
    ...(total === undefined ? [] : [{ zh: `总第${total}期`, en: `total ${total}` }]),
    ...(period === undefined
      ? []
      : [
          {
            zh: `收稿期${chineseDate(period.from)}至${chineseDate(period.to)}`,
            en: `period ${isoDate(period.from)} to ${isoDate(period.to)}`,
          },
        ]),
    ...(editorial.size === 0 ? [] : [{ zh: "编审人员", en: "editors" }]),
    ...(distribution.size === 0 ? [] : [{ zh: "报送发单位和印数", en: "recipients and copies" }]),
  ];
  const notes = left.map((one) => LEFT[one]);
  const name = printable(from?.folder ?? "");
  const zh = taken.length === 0 ? [] : [`接着 ${name}：${taken.map((one) => one.zh).join("、")}。`];
  const en = taken.length === 0 ? [] : [`Following ${name}: ${taken.map((one) => one.en).join(", ")}.`];
  return {
    zh: [...zh, ...notes.map((note) => note.zh)].map((line) => `${line}\n`).join(""),
    en: [...en, ...notes.map((note) => note.en)].map((line) => `${line}\n`).join(""),
  };
}
