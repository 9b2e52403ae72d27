/** Under which section an imported item is listed, and whether a person has to look. */
import { describe, expect, it } from "vitest";
import { chooseSection } from "../../src/cli/import/choose-section.js";

const choose = (hint: string | undefined, sections: readonly string[]) =>
  chooseSection({ named: undefined, hint, sections, rules: [] });

describe("the section of an imported item", () => {
  it("is the one that it names", () => {
    expect(choose("学术交流", ["工作动态", "学术交流"])).toMatchObject({ section: "学术交流", isSure: true });
  });

  it.each([
    [["工作动态", "基层动态"], "来稿写的栏目“学术交流”这一期没有，暂列入第一个栏目"],
    [["工作动态"], "来稿写的栏目“学术交流”这一期没有，这一期只有这个栏目"],
  ])("of %j is told where it names another", (sections, words) => {
    expect(choose("学术交流", sections)).toMatchObject({
      section: "工作动态",
      isSure: false,
      missing: "学术交流",
      words: { zh: words },
    });
  });

  it("is the first one where it names none, and a person is told", () => {
    const choice = choose(undefined, ["工作动态", "基层动态"]);
    expect(choice).toMatchObject({ section: "工作动态", isSure: false });
    expect(choice.missing).toBeUndefined();
  });
});
