/** `look`: a house's and an issue's keys over those of the template, and what is told where they do not fit. */
import "../with-parser.js";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { readIssue } from "../../src/read/read-issue.js";
import { checkTemplate, readTemplate } from "../../src/read/read-template.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { describe, type Files, ITEM, MANIFEST } from "./reading.js";

const SHIPPED: Files = Object.fromEntries(
  readdirSync("templates", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return [path.slice("templates/".length), readFileSync(path)];
    }),
);

/** @param own the manifest's look, over the house's */
function laid(
  look: string,
  { own = "", files = {} }: { readonly own?: string; readonly files?: Files } = {},
) {
  const workspace = memoryWorkspace({
    "bulletin.yaml": look === "" ? "template: jianbao\n" : `look: ${look}\n`,
    "issue.yaml": own === "" ? MANIFEST : `${MANIFEST}look: ${own}\n`,
    "items/01.md": ITEM,
    ...files,
  });
  const { issue, diagnostics, sources } = readIssue("issue.yaml", workspace);
  if (issue === undefined) throw new Error("not read");
  const templates = memoryWorkspace(SHIPPED);
  const template = readTemplate(issue.house, { templates, workspace });
  const all = new Map([...sources, ...template.sources]);
  const checked = checkTemplate(issue.house, templates, workspace);
  expect(checked.diagnostics).toEqual(template.diagnostics);
  return {
    template: template.value,
    diagnostics: [...diagnostics, ...template.diagnostics],
    found: describe([...diagnostics, ...template.diagnostics], all),
  };
}

const plain = laid("").template;

test("only what is named differs", () => {
  const { template, found } = laid('{colors: {accent: "#A00000"}, masthead: {max-size-pt: 54}}');
  expect(found).toEqual([]);
  expect(template).toEqual({
    ...plain,
    colors: { ...plain?.colors, accent: "#A00000" },
    masthead: { ...plain?.masthead, maxSizePt: 54 },
    houseColors: { accent: "#A00000" },
  });
});

test("the issue's look lies over the house's, key by key", () => {
  const { template } = laid('{colors: {accent: "#A00000", muted: "#444444"}, contents: {own-page: true}}', {
    own: '{colors: {accent: "#006000"}}',
  });
  expect(template?.colors).toMatchObject({ accent: "#006000", muted: "#444444" });
  expect(template?.contents).toEqual({ show: true, ownPage: true });
});

test("any key: a size deep inside, a list, a choice", () => {
  const { template, found } = laid(
    "{roles: {note: {office: {size-pt: 9}}}, rhythm: {title-heights: [2, 3, 4]}, composition: {hang: end}, page-number: {placement: center}}",
  );
  expect(found).toEqual([]);
  expect(template?.roles.note).toEqual({
    ...plain?.roles.note,
    office: { ...plain?.roles.note.office, sizeHalfPoints: 18 },
  });
  expect(template?.rhythm.titleHeights).toEqual([2, 3, 4]);
  expect(template?.composition).toEqual({ emphasis: "dots", hang: "end" });
  expect(template?.pageNumber.placement).toBe("center");
});

test.each([
  ["{size-pt: 15}", { sizePt: 15, office: { sizeHalfPoints: 30, spacingTwips: 0 } }],
  ["{size-pt: 15, office: {size-pt: 16}}", { sizePt: 15, office: { sizeHalfPoints: 32, spacingTwips: -5 } }],
  [
    "{size-pt: 15, office: {spacing-pt: 1}}",
    { sizePt: 15, office: { sizeHalfPoints: 30, spacingTwips: 20 } },
  ],
  ["{weight: 700}", { weight: 700, office: { sizeHalfPoints: 32, spacingTwips: -5 } }],
])("a size is that of PDF and DOCX where only one is given: %s", (role, expected) => {
  expect(laid(`{roles: {body: ${role}}}`).template?.roles.body).toMatchObject(expected);
});

test.each([
  ["{max-size-pt: 30}", 30, 30],
  ["{min-size-pt: 80}", 80, 80],
  ["{max-size-pt: 54}", 36, 54],
  ["{min-size-pt: 20, max-size-pt: 30}", 20, 30],
])("the template's bound of the name gives way to the look's: %s", (masthead, least, most) => {
  expect(laid(`{masthead: ${masthead}}`).template?.masthead).toMatchObject({
    minSizePt: least,
    maxSizePt: most,
  });
});

test.each([
  ["an unknown key", '{colours: {accent: "#A00000"}}', ["manifest/unknown-key «colours»"]],
  ["an unknown key inside", '{colors: {acent: "#A00000"}}', ["manifest/unknown-key «acent»"]],
  ["a role that is none", "{roles: {titel: {size-pt: 20}}}", ["manifest/unknown-key «titel»"]],
  ["no colour", "{colors: {accent: 红}}", ["manifest/invalid-value «红»"]],
  ["out of range", "{masthead: {max-size-pt: 900}}", ["manifest/invalid-value «900»"]],
  ["a word for a map", "{masthead: big}", ["manifest/invalid-value «big»"]],
  ["an empty list", "{roles: {title: {families: []}}}", ["manifest/invalid-value «[]»"]],
  ["no room", "{page: {margin-left-mm: 180}}", ["manifest/invalid-value «180»"]],
  ["no height", "{page: {margin-top-mm: 150, margin-bottom-mm: 140}}", ["manifest/invalid-value «150»"]],
  [
    "no room for letters",
    "{roles: {body: {size-pt: 300}}}",
    ["manifest/invalid-value «{roles: {body: {size-pt: 300}}}»"],
  ],
  ["bounds that cross", "{masthead: {max-size-pt: 20, min-size-pt: 30}}", ["manifest/invalid-value «30»"]],
  ["no such style sheet", "{style-sheet: ours.css}", ["manifest/invalid-value «ours.css»"]],
  ["a style sheet elsewhere", "{style-sheet: ../ours.css}", ["manifest/invalid-value «../ours.css»"]],
  ["empty", "", []],
  ["a map of nothing", "{}", []],
])("told at the look's own key: %s", (_, look, expected) => {
  const { found, diagnostics } = laid(look);
  expect(found).toEqual(expected);
  expect(diagnostics.every(({ span }) => span.path === "bulletin.yaml")).toBe(true);
});

test("a colour without quotes is a comment to YAML, and is told", () => {
  const { found, diagnostics } = laid("\n  colors:\n    accent: #A00000\n    muted:  # later\n    link:");
  expect(found).toEqual(["manifest/invalid-value «accent»"]);
  expect(diagnostics[0]?.help?.en).toBe('Put the value in quotes: "#A00000".');
});

it("names the key that may be meant", () => {
  const [finding] = laid('{colors: {acent: "#A00000"}}').diagnostics;
  expect(finding?.help).toEqual({ zh: "是否想写“accent”（强调颜色）？", en: "Did you mean “accent”?" });
});

test("a style sheet of the house's own stands beside its file", () => {
  const { template, found } = laid("{style-sheet: web/ours.css}", {
    files: { "web/ours.css": "p { color: red }" },
  });
  expect(found).toEqual([]);
  expect(template?.styleSheet).toBe("p { color: red }");
  expect(template?.pageFrame).toEqual(plain?.pageFrame);
});

test("nothing required of a template is asked of a look, and a default is no value", () => {
  const { template, found } = laid("{roles: {title: {office: {bold: true}}}}");
  expect(found).toEqual([]);
  expect(template?.roles.title).toEqual({
    ...plain?.roles.title,
    office: { ...plain?.roles.title.office, bold: true },
  });
});
