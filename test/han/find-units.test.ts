/** Runs that read as one. Brackets show the units found; what stands in none may part freely. */
import { describe, expect, it } from "vitest";
import { findUnits, findUrlBreak } from "../../src/han/find-units.js";

const CASES: readonly (readonly [law: string, text: string, units: readonly string[]])[] = [
  ["a number and its classifier", "举办活动12场", ["12场"]],
  ["with 余", "共280余人参加", ["280余人"]],
  ["with 万", "覆盖3.5万人次", ["3.5万人次"]],
  ["a percentage", "增长3.5%左右", ["3.5%"]],
  ["an ordinal", "第26届大会", ["第26届"]],
  ["the parts of a date, and month with day", "2023年10月9日", ["2023年", "10月", "10月9日", "9日"]],
  ["a number with commas", "1,280人次", ["1,280人次"]],
  ["a sum of money", "￥1200元", ["￥1200元"]],
  ["a sign", "气温-12℃", ["-12℃"]],
  ["a hyphen is no sign", "型号-100", ["-100"]],
  ["a code with its hyphens", "C919-100及KJ-2026-0118", ["C919-100", "KJ-2026-0118"]],
  ["a code behind No.", "编号No.2023-045，", ["No.2023-045"]],
  ["a number of a standard", "见GB/T 15834-2011。", ["GB/T 15834-2011"]],
  ["a day in digits", "2026-03-31", ["2026-03-31"]],
  ["a long name of a file may part", "bulletin-installer-version-2", ["2"]],
  ["a short compound word", "Wi-Fi与state-of-the-art", ["Wi-Fi"]],
  ["a telephone number in groups", "电话010-8461 2345，", ["010-8461 2345"]],
  ["a telephone number behind a country's code", "电话+86-10-5555 0100。", ["+86-10-5555 0100"]],
  [
    "one in groups of its own",
    "+44 20 7946 0100及+86 10 5555 0100",
    ["+44 20 7946 0100", "+86 10 5555 0100"],
  ],
  [
    "an area code in brackets",
    "电话(010) 5555 0100、（010）55550100",
    ["(010) 5555 0100", "（010）55550100"],
  ],
  ["an extension with its 转", "电话010-5555 0100转801", ["010-5555 0100", "转801"]],
  ["a sum with its sign is no telephone number", "增加+1200元", ["+1200元"]],
  ["a document's number", "依据云科协〔2026〕12号、〔2026〕第3号", ["〔2026〕12号", "〔2026〕第3号"]],
  ["a year in brackets alone", "〔2026〕年", ["2026"]],
  ["a book's number", "ISBN 978-7-302-12345-6", ["978-7-302-12345-6"]],
  ["a free telephone number", "拨打400-810-0000", ["400-810-0000"]],
  ["a mobile telephone number in groups", "手机138 0000 0000。", ["138 0000 0000"]],
  ["any symbol behind a space", "浓度420 ppm、65 dB、3 mSv", ["420 ppm", "65 dB", "3 mSv"]],
  ["a product of symbols", "功耗3.6kW·h、5 mg·L⁻¹", ["3.6kW·h", "5 mg·L⁻¹"]],
  ["a unit of two characters", "面积35平方米", ["35平方米"]],
  ["个 with what it counts is not longer than 个", "6个领域", ["6个"]],
  ["a symbol behind a space", "全长12.5 km，", ["12.5 km"]],
  ["no symbol is cut out of a word", "3 models", ["3"]],
  ["a range of percentages", "20%～30%", ["20%", "20%～30%", "30%"]],
  ["a range of years", "2024—2026年", ["2024", "2024—2026年", "2026年"]],
  ["a time", "10:30开始", ["10", "10:30", "30"]],
  ["a mail address", "信箱name@example.org。", ["name@example.org"]],
  ["two mail addresses beside each other", "a@x.cn,b@y.cn", ["a@x.cn", "b@y.cn"]],
  ["a mail address ends before the sentence's stop", "见a@x.cn.", ["a@x.cn"]],
  ["no mail address without both its parts", "@x a@", []],
  ["a local part is no longer than 64 characters", `${"a".repeat(70)}@x.cn`, [`${"a".repeat(64)}@x.cn`]],
  ["two mail addresses that share a part end each other", "a@b@c", ["a@b"]],
  ["an address without its scheme", "见www.example.org，", ["www.example.org"]],
  ["two URLs", "http://a.cn http://b.cn", ["http://a.cn", "http://b.cn"]],
  ["a URL ends before the characters that close a sentence", "(http://a.cn/b).'", ["http://a.cn/b"]],
  ["a URL ends before a Chinese mark", "见https://example.org/a?b=1。", ["https://example.org/a?b=1"]],
  ["a URL's own final stop is the sentence's", "see https://example.org.", ["https://example.org"]],
  [
    "digits inside a URL are no number",
    "https://example.org/2026年",
    ["https://example.org/2026", "年"].slice(0, 1),
  ],
  ["a short title in 《》", "《乃粒》一篇", ["《乃粒》"]],
  ["a long title may part", "《示例市科学技术普及条例》", []],
  ["Latin letters with digits are a word, not a unit", "AI与STEM", []],
];

describe("units", () => {
  it.each(CASES)("%s", (_, text, units) => {
    const found = findUnits(text).map(({ start, end }) => text.slice(start, end));
    expect([...found].sort()).toEqual([...units].sort());
  });

  it("part at a classifier alone, never in their digits, years or ordinals", () => {
    const soft = findUnits("1,280万余人次，3.5%，2023年，第26届，65 dB，12场").flatMap(
      ({ softAt }) => softAt ?? [],
    );
    expect(soft).toEqual([7, 34]);
  });

  it("are told by their kinds", () => {
    const text = "《乃粒》第3期12场，2024—2026年，见https://a.cn和b@c.cn";
    expect(findUnits(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      "book-title 《乃粒》",
      "number 第3期",
      "number 12场",
      "number 2024",
      "range 2024—2026年",
      "number 2026年",
      "url https://a.cn",
      "email b@c.cn",
    ]);
  });

  it.each([
    ["9a", "number 9a"],
    ["z9-Z0", "number z9-Z0"],
    ["A-0", "number A-0"],
    ["电话010-5555 0100转801", "number 010-5555 0100", "number 转801"],
    ["3转801", "number 3", "number 转801"],
    ["转801", "number 801"],
    ["400-800-1234", "number 400-800-1234"],
    ["编号KX-2026-03", "number KX-2026-03"],
    ["Wi-Fi", "number Wi-Fi"],
    ["state-of-the-art"],
    ["GB/T 15834-2011", "number GB/T 15834-2011"],
    ["X-Y-Z", "number X-Y-Z"],
    ["至-5℃", "number -5℃"],
    ["--5", "number 5"],
    ["3-5", "number 3", "range 3-5", "number 5"],
    ["第3—第5期", "number 第3", "range 第3—第5期", "number 第5期"],
    ["3月10日", "number 3月", "date 3月10日", "number 10日"],
    ["$30", "number $30"],
    ["a.b@c.d.e.", "email a.b@c.d.e"],
    ["@c"],
    ["b@"],
    ["x@@y"],
    ["www.a.cn。", "url www.a.cn"],
    ["见www.a.cn/x).", "url www.a.cn/x"],
    ["《乃"],
    ["/a-1/b", "number a-1/b"],
    ["0/1/2", "number 0/1/2"],
    ["1/2", "number 1", "range 1/2", "number 2"],
    ["2026-03-10", "number 2026-03-10"],
    ["ab-cd-ef-gh-ij-kl-mn-op-qr"],
  ])("of %s end where they end", (text, ...units) => {
    expect(findUnits(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(units);
  });

  it("does not slow down on 100 kB without an end", () => {
    for (const piece of ["9", "a", "@", "http://", "9,", "第", "《", "www.", "a@"]) {
      expect(() => findUnits(piece.repeat(100_000 / piece.length))).not.toThrow();
    }
  });
});

describe("breaks of a URL", () => {
  it("parts in front of dots and behind signs, never inside ://", () => {
    const url = "https://www.example.org/path/a-b?c=d";
    const places = [...url]
      .map((_, index) => index)
      .filter((index) => findUrlBreak(url, index) !== undefined);
    const parts = places.map((place, index) => url.slice(place, places[index + 1]));
    expect([url.slice(0, places[0]), ...parts]).toEqual([
      "https://",
      "www",
      ".example",
      ".org/",
      "path/",
      "a-",
      "b?",
      "c=",
      "d",
    ]);
    expect(findUrlBreak(url, url.indexOf("path"))).toBe("poor");
    expect(findUrlBreak(url, url.indexOf(".org"))).toBe("good");
    expect(findUrlBreak(url, url.indexOf("b?c"))).toBe("last");
    expect(findUrlBreak(url, url.indexOf("d", url.indexOf("=")))).toBe("good");
  });
});
