/** Numbers and addresses of persons: what is one, what only looks like one, and what the house allows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBankCard, isIdentityNumber } from "../../src/check/check-digits.js";
import { allowedData, findPersonalData } from "../../src/check/find-personal-data.js";
import type { Passage } from "../../src/model/passage.js";

const find = (text: string) =>
  findPersonalData([passageOf(text)]).map(({ kind, value }) => `${kind} ${value}`);

const found: readonly (readonly [string, readonly string[]])[] = [
  ["电话：13800138000。", ["mobile 13800138000"]],
  ["+86 138 0013 8000", ["mobile +86 138 0013 8000"]],
  ["13800138000、13900139000", ["mobile 13800138000", "mobile 13900139000"]],
  ["（010）5555 0123", ["landline （010）5555 0123"]],
  ["0571-5555 0123 或 0376-555 0123", ["landline 0571-5555 0123", "landline 0376-555 0123"]],
  ["+86 10 5555 0123", ["landline +86 10 5555 0123"]],
  ["服务热线 5555 0123", ["landline 5555 0123"]],
  ["邮箱：first.last+x@mail.example.org。", ["email first.last+x@mail.example.org"]],
  ["邮箱someone＠example。org，", ["email someone＠example。org"]],
  ["11010519491231002X", ["identity-number 11010519491231002X"]],
  ["订单号13800138000，收货人电话13900139000。", ["mobile 13900139000"]],
  ["流水号：手机号13800138000。", ["mobile 13800138000"]],
  ["证书编号：11010519491231002X。", ["identity-number 11010519491231002X"]],
  ["手机号码13800138000，账号13900139000。", ["mobile 13800138000", "mobile 13900139000"]],
  ["请拨打13800138000号报名。", ["mobile 13800138000"]],
  ["MSN 13800138000", ["mobile 13800138000"]],
  ["6222021234567890128", ["bank-card 6222021234567890128"]],
  ["卡号 6222 0212 3456 7890 128 户名某某", ["bank-card 6222 0212 3456 7890 128"]],
];

const silent: readonly string[] = [
  "2026年3月16日10:30，3月1日至15日",
  "执行GB/T 15834-2011、ISO 9001-2015，型号C919-100",
  "总投资13800138000元，占比13.800138000%",
  "订单号20260316138001380001234",
  "访问55550123次，编号0105555012345",
  "拨打110、12345、95588或400-800-1234",
  "比分3:2，比例1:1000，2024-2026年",
  "统一社会信用代码91110000MA0000000X",
  "设备号4111111111111112，4111-1111-1111-111",
  "订单号13800138000已完成，运单号：13900139000",
  "设备编号为13800138000，序列号 13800138000，SN：13800138000，S/N 13800138000",
  "证书编号：13800138000、13900139000和15000150000",
  "条码（13800138000），批号“13800138000”，流水号13800138000",
  "订单号11010519491231002X，流水号6222021234567890128，产品编号6222021234567890128",
  "第13800138000号证书，发电13800138000千瓦时，运粮13800138000吨",
  "备案号02155550123，专利号13800138000.5",
  "a@b，微信号@示例，@所有人",
];

describe("in printed text", () => {
  it.each(found)("%s", (text, expected) => expect(find(text)).toEqual(expected));
  it.each(silent)("nothing in %s", (text) => expect(find(text)).toEqual([]));

  it("the place is that of the characters", () => {
    const passage = passageOf("报名电话13800138000。");
    expect(findPersonalData([passage])[0]?.span).toEqual({ path: "a.md", start: 104, end: 115 });
  });
});

describe("what the house allows", () => {
  const isAllowed = allowedData(["Hotline@Example.org", "@example.com", "010-5555 0123", "138 0013 8000"]);
  it.each([
    ["hotline@example.org", true],
    ["other@example.org", false],
    ["anyone@EXAMPLE.com", true],
    ["anyone@mail.example.com", false],
    ["(010)55550123", true],
    ["+86 10 5555 0123", true],
    ["+86 13800138000", true],
    ["010-5555 0124", false],
  ])("%s: %s", (text, expected) => {
    const [datum] = findPersonalData([passageOf(text)]);
    expect(datum && isAllowed(datum)).toBe(expected);
  });
});

describe("check digits", () => {
  it("of identity numbers: one of the eleven is right (GB 11643-1999)", () => {
    const body = "11010519491231002";
    expect([..."0123456789X"].filter((digit) => isIdentityNumber(body + digit))).toEqual(["X"]);
  });

  it("of bank cards: one of the ten is right (ISO/IEC 7812-1)", () => {
    expect([..."0123456789"].filter((digit) => isBankCard(`622202123456789012${digit}`))).toEqual(["8"]);
  });
});

it("reads any text without a throw, and in places that lie inside it", () => {
  const characters = fc.constantFrom(..."0123456789138 -@＠.。a电话：（）\n", "\u{1F600}", "\u{20BB7}");
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 400 }), (text) => {
      for (const { span, value } of findPersonalData([passageOf(text)])) {
        expect(text.slice(span.start - 100, span.end - 100)).toBe(value);
      }
    }),
    { numRuns: 2000, seed: 20260316 },
  );
});

it("takes time that grows with the text, whatever it holds", () => {
  const hostile = [
    "1".repeat(200_000),
    "a.".repeat(100_000),
    "010-".repeat(50_000),
    "@".repeat(200_000),
    "1 ".repeat(100_000),
  ];
  const start = performance.now();
  for (const text of hostile) find(text);
  // A million characters; a pattern that backtracks without bound would take hours.
  expect(performance.now() - start).toBeLessThan(5_000);
});

/** A passage whose characters stand in the source as they are, from offset 100 on. */
function passageOf(text: string): Passage {
  const span = { path: "a.md", start: 100, end: 100 + text.length };
  return {
    kind: "paragraph",
    text,
    pieces: [{ at: 0, length: text.length, span, offsets: undefined }],
    span,
    links: [],
  };
}
