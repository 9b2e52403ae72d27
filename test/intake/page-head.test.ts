/** Which line of a page its head calls the title: what the window adds to it, in front or behind, is the site's. */
import { describe, expect, it } from "vitest";
import { isTitleOfPage } from "../../src/intake/plain/page-head.js";

const LINE = "白水镇举办“科普下乡”讲座";

describe("the title of the window names the article", () => {
  it.each([
    [`${LINE}_基层动态_示例市科协`, LINE, true],
    [`${LINE}-SLKX 示例市科协`, LINE, true],
    [`${LINE}（二）-SLKX 示例市科协`, LINE, false],
    [`【乡村】${LINE} 示例市科协`, `【乡村】${LINE}`, true],
    [`示例科普--${LINE}`, LINE, true],
    [`示例市科协组织${LINE}`, LINE, false],
    [`${LINE}圆满结束`, LINE, false],
    ["示例市科协 - 基层动态", "基层动态", false],
    ["讲座 示例市科协", "讲座", false],
    [`${LINE}——示例省示例市科协`, "示例省示例市科协", false],
    ["云岭区举办第二届科普讲座活动——示例省云岭市科学技术协会", "示例省云岭市科学技术协会", false],
  ])("%s: %s", (windowTitle, words, expected) => {
    const head = { title: undefined, windowTitle, unit: undefined, day: undefined };
    expect(isTitleOfPage(words, head)).toBe(expected);
  });
});
