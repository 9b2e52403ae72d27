/** Colours of a house's own on the page: the style sheet's properties on the light page, readable ones on the dark. */
import { describe, expect, it } from "vitest";
import { houseColorRules } from "../../src/editions/html/house-colors.js";
import type { Template } from "../../src/model/template.js";

// The function looks at nothing else of a template.
const rulesOf = (houseColors: Template["houseColors"]): string =>
  houseColorRules({ houseColors } as Template);

it("nothing is added where the template's colours hold", () => {
  expect(rulesOf(undefined)).toBe("");
  expect(rulesOf({})).toBe("");
});

it("the accent is that of masthead and sections, and says nothing of the rest", () => {
  const rules = rulesOf({ accent: "#A00000" });
  expect(rules).toContain("\n:root { --accent: #a00000; --red: #a00000; --brand: #a00000; }\n");
  expect(rules).toContain("@media print { :root { --accent: #a00000;");
  expect(rules).not.toMatch(/--ink|--muted|--link/);
});

it("links take theirs where there is one", () => {
  expect(rulesOf({ link: "#1F4E79" })).toContain("color: var(--link);");
});

const darkOf = (color: string): string =>
  /prefers-color-scheme: dark\) { :root { --muted: (#[0-9a-f]{6});/.exec(rulesOf({ muted: color }))?.[1] ??
  "";

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** Reckoned anew from WCAG 2.2's definition. */
const contrastOnDark = (color: string): number => contrastOf(color, "#1b1917");

function contrastOf(color: string, ground: string): number {
  const [one = 0, other = 0] = [color, ground].map((each) => {
    const [r = 0, g = 0, b = 0] = channels(each).map((channel) => {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe("where a reader asks for more contrast", () => {
  const blocks = (color: string) => [
    ...rulesOf({ text: color, accent: color, link: color, muted: color }).matchAll(
      /prefers-contrast: more\)( and \(prefers-color-scheme: dark\))? \{ :root \{(.*?)\} \}/g,
    ),
  ];

  it.each(["#C00000", "#A00000", "#1F4E79", "#006000", "#595959", "#FFFFFF", "#FFD700", "#0000FF"])(
    "%s has it on the grounds of both schemes",
    (color) => {
      expect(blocks(color).map(([, dark]) => dark !== undefined)).toEqual([false, true]);
      for (const [, dark, rules = ""] of blocks(color)) {
        const colors = rules.match(/#[0-9a-f]{6}/g) ?? [];
        expect(colors).toHaveLength(6);
        const grounds =
          dark === undefined
            ? ["#fffefb", "#ffffff", "#f6f2ea", "#f1f5f9"]
            : ["#1b1917", "#14181d", "#24211e", "#1d232a"];
        for (const one of colors)
          for (const ground of grounds) expect(contrastOf(one, ground), one).toBeGreaterThanOrEqual(7);
      }
    },
  );
});

describe("on the dark page", () => {
  it.each([
    "#000000",
    "#A00000",
    "#C00000",
    "#1F4E79",
    "#006000",
    "#0000FF",
    "#4B0082",
    "#595959",
    "#FFFFFF",
    "#FFD700",
  ])("%s can be read", (color) => {
    expect(contrastOnDark(darkOf(color))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["#A00000", "red"],
    ["#1F4E79", "blue"],
    ["#006000", "green"],
  ])("%s stays %s", (color, name) => {
    const [red = 0, green = 0, blue = 0] = channels(darkOf(color));
    expect(Math.max(red, green, blue)).toBe({ red, green, blue }[name]);
  });

  it("a colour that is light enough stays as it is", () => {
    expect(darkOf("#bbbbbb")).toBe("#bbbbbb");
  });
});
