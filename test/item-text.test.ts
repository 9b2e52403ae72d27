/** What `bulletin new` offers as comments in a new item or issue: each line is right once its sign is removed. */
import Ajv from "ajv/dist/ajv.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { itemText } from "../src/cli/new/item-text.js";
import { manifestText } from "../src/cli/new/manifest-text.js";
import { jsonSchema } from "../src/read/json-schema.js";

const matches = (name: "item" | "manifest", yaml: string): unknown => {
  const ajv = new Ajv.default({ strict: false, validateFormats: false });
  return ajv.validate(jsonSchema(name), parse(yaml)) ? [] : ajv.errors;
};

/** A line that offers a key: `# key: value # remark` */
const OFFER = /^# (?!yaml)(?=[a-z-]+: )/gm;

const item = (source?: string) =>
  itemText({ title: "示例单位召开会议", source, date: "2026-05-08" }).replace(/^---$/gm, "");

describe("a new item", () => {
  it("has its title alone, and its unit where that is given", () => {
    expect(parse(item())).toEqual({ title: "示例单位召开会议" });
    expect(parse(item("示例区科协"))).toEqual({ title: "示例单位召开会议", source: "示例区科协" });
  });

  it("offers what an editor may fill in, each line as the schema takes it", () => {
    const all = item().replace(OFFER, "");
    expect(Object.keys(parse(all)).sort()).toEqual(
      ["attachments", "date", "editors-note", "signed", "source", "submitter", "summary", "title"].sort(),
    );
    expect(matches("item", all)).toEqual([]);
    expect(parse(all)).toMatchObject({ date: "2026-05-08" });
  });

  it("offers no unit where one is given", () => {
    expect(item("示例区科协").match(/source:/g)).toHaveLength(1);
  });

  it("gives a sound day for an example where the manifest has none", () => {
    expect(itemText({ title: "甲", source: undefined, date: "5月8日" })).toContain("date: 2026-03-16");
  });
});

it("a new issue offers what it may be marked with, as the schema takes it", () => {
  const text = manifestText({
    schema: "# yaml-language-server: $schema=x.json",
    year: 2026,
    number: 3,
    date: { year: 2026, month: 3, day: 16 },
    sections: [{ name: "基层动态", items: [] }],
  });
  const all = text.replace(OFFER, "");
  expect(Object.keys(parse(all))).toEqual(
    expect.arrayContaining(["urgency", "draft", "editors-note", "sections"]),
  );
  expect(matches("manifest", all)).toEqual([]);
});
