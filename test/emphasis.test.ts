/**
 * Emphasis is seen in all editions: by dots, or, where a house wants it, by a face of its own; by dots again where that
 * face is not at hand, is the one of the text around, or is asked for Han alone.
 */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type BuildResult, build, memoryEnvironment } from "../src/index.js";
import type { GlyphRun } from "../src/layout/layout.js";
import { find, findAll, parseXml, textOf } from "./docx/xml-tree.js";

const BODY = "甲乙*丙丁*戊*ABC*己。\n\n> 庚*辛壬*。\n\n再有*子丑*。";

const make = (look: string, body = BODY): Promise<BuildResult> =>
  build(
    "issue.yaml",
    memoryEnvironment({
      "issue.yaml": `bulletin: {name: 示例科协信息}
number: 3
date: 2026-03-16
slug: 2026-03
contact: {label: 投稿邮箱, email: post@example.org}
sections: [{name: 基层动态, items: [items/01.md]}]
${look}
`,
      "items/01.md": `---\ntitle: 示例区科协举办科普展\n---\n\n${body}\n`,
    }),
    { editions: ["docx", "pdf", "html"], structuralOnly: true },
  );

const bytesOf = ({ artifacts }: BuildResult, name: "docx" | "html"): Uint8Array =>
  artifacts.find(({ edition }) => edition === name)?.bytes ?? new Uint8Array();

/** @returns how many dots stand on the pages: runs that stand for no character */
function dotsInPdf({ layout }: BuildResult): number {
  const runs = (layout?.pages ?? []).flatMap(({ marks }) =>
    marks.filter((mark): mark is GlyphRun => mark.kind === "glyphs"),
  );
  return runs.filter(({ text }) => text === "").reduce((sum, { glyphs }) => sum + glyphs.ids.length, 0);
}

/** @returns the words that Word sets dots under, by their own format or by the style of emphasis */
function dottedInWord(result: BuildResult): readonly string[] {
  const parts = unzipSync(bytesOf(result, "docx"));
  const part = (name: string) => parseXml(strFromU8(parts[name] ?? new Uint8Array()));
  const style = findAll(part("word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === "Emphasis",
  );
  const isStyled = style !== undefined && find(style, "w:em") !== undefined;
  return findAll(part("word/document.xml"), "w:r")
    .filter(
      (run) =>
        find(run, "w:em") !== undefined ||
        (isStyled && find(run, "w:rStyle")?.attributes["w:val"] === "Emphasis"),
    )
    .map(textOf);
}

const emphasisInHtml = (result: BuildResult) =>
  strFromU8(bytesOf(result, "html")).match(/<em\b.*?<\/em>/g) ?? [];
const told = ({ diagnostics }: BuildResult) => diagnostics.filter(({ rule }) => rule.startsWith("layout/"));

describe("emphasis by dots", () => {
  it("is dotted in all editions, and nothing is told", async () => {
    const result = await make("");
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([dotsInPdf(result), told(result)]).toEqual([9, []]);
    expect(dottedInWord(result)).toEqual(["丙丁", "ABC", "辛壬", "子丑"]);
    expect(strFromU8(bytesOf(result, "html"))).toContain('data-emphasis="dots"');
  });
});

describe("emphasis by a face", () => {
  const face = "look: {composition: {emphasis: face}}";

  it("has dots in the PDF where there is no face for it, told once, with the remedy", async () => {
    const result = await make(face);
    expect(dotsInPdf(result)).toBe(9);
    expect(told(result).map(({ rule, severity }) => [rule, severity])).toEqual([
      ["layout/font-substituted", "info"],
    ]);
    expect(told(result)[0]?.message.zh).toContain("着重号");
    expect(told(result)[0]?.help?.zh).toContain("fonts.folders");
  });

  it("has dots in Word and in the page where the name asked for is that of the text, or no Han follows it", async () => {
    const result = await make(face);
    expect(dottedInWord(result)).toEqual(["ABC", "辛壬"]);
    expect(emphasisInHtml(result)).toEqual([
      "<em>丙丁</em>",
      '<em class="dots">ABC</em>',
      "<em>辛壬</em>",
      "<em>子丑</em>",
    ]);
    const page = strFromU8(bytesOf(result, "html"));
    expect(page).toMatch(/\[data-emphasis="face"\] em \{[^}]*"KaiTi"[^}]*var\(--hei\)/);
    expect(page).toMatch(/data-emphasis="face"[^{}]*blockquote[^{}]*em \{/);
  });

  it("has no dots where the face is another: Noto Sans among Noto Serif; but for Latin letters", async () => {
    const result = await make(
      "look: {composition: {emphasis: face}, roles: {emphasis: {families: [Noto Sans SC], weight: 500}}}",
    );
    expect([dotsInPdf(result), told(result)]).toEqual([3, []]);
  });

  it("says nothing of Latin letters alone", async () => {
    const result = await make(face, "甲*ABC*乙。");
    expect([dotsInPdf(result), told(result)]).toEqual([3, []]);
  });
});
