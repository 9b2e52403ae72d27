/** What the document's styles mean for mammoth, which takes for emphasis only what is italic. */
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { styleNames } from "../../src/editions/docx/styles/style-names.js";
import { issueOf, item, paragraph, renderIssue, section } from "./sample-issue.js";

const parts = unzipSync(
  await renderIssue(issueOf(section("学术交流", item({ blocks: [paragraph("正文。")] })))),
);
const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

it("is in the file, with a type, and names styles that the document has", () => {
  const map = part("mammoth/style-map");
  expect(map.split("\n")[0]).toBe("r[style-name='Emphasis'] => em");
  const names = [...map.matchAll(/style-name='([^']+)'/g)].map(([, name]) => name);
  expect(names.length).toBe(4);
  for (const name of names) expect(Object.values(styleNames)).toContain(name);
  expect(part("[Content_Types].xml")).toContain('PartName="/mammoth/style-map"');
});
