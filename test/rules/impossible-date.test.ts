/** Days are read only where one of them may not exist (src/rules/number/impossible-date.ts): none is missed by that. */
import { expect, it } from "vitest";
import { checkSubmission } from "../../src/check/check-issue.js";
import { findDates } from "../../src/han/find-dates.js";
import { isRealDate } from "../../src/model/calendar-date.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import "../with-parser.js";

const FORMS: readonly ((month: string, day: string) => string)[] = [
  (month, day) => `会议于${month}月${day}日召开。`,
  (month, day) => `会议于2026年 ${month} 月 ${day} 号召开。`,
  (month, day) => `会议于${month}月1日至${day}日召开。`,
  (month, day) => `会议于${month}月${day}、9日召开。`,
  (month, day) => `会议于${month}月2——${day} 日召开。`,
  (month, day) => `会议于${month}月3日（周二）和${day}日召开。`,
];
const MONTHS = ["0", "00", "1", "02", "2", "4", "9", "10", "11", "12", "13", "19", "20", "45"];
const DAYS = ["0", "00", "01", "1", "9", "10", "28", "29", "30", "31", "32", "39", "40", "99"];

async function daysTold(lines: readonly string[]): Promise<ReadonlySet<number>> {
  const text = `---\ntitle: 题\n---\n\n${lines.join("\n\n")}\n`;
  const read = readSubmission("a.md", memoryWorkspace({ "a.md": text }));
  const { diagnostics } = await checkSubmission(read, { everyFinding: true });
  const told = diagnostics.filter(({ rule }) => rule === "number/impossible-date");
  return new Set(told.map(({ span }) => text.slice(0, span.start).split("\n\n").length - 2));
}

it("tells each day that does not exist, and no other", async () => {
  for (const month of MONTHS) {
    const lines = FORMS.flatMap((form) => DAYS.map((day) => form(month, day)));
    const told = await daysTold(lines);
    for (const [index, line] of lines.entries()) {
      const exist = [...findDates(line)].every((date) => isRealDate({ ...date, year: date.year ?? 2024 }));
      expect({ line, exist: !told.has(index) }).toEqual({ line, exist });
    }
  }
});
