/** The JSON Schema of the issue as JSON (issue-record.ts), draft-07 as our other schemas. */

type Schema = { readonly [key: string]: unknown };

const text: Schema = { type: "string" };
const day: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const count: Schema = { type: "integer", minimum: 1 };
const listOf = (items: Schema, least = 0): Schema => ({ type: "array", items, minItems: least });
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** Keys with a mark behind them may be left out; no others are there. */
function record(keys: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(keys).map(([key, schema]) => [key.replace(/\?$/, ""), schema] as const);
  const required = Object.keys(keys).filter((key) => !key.endsWith("?"));
  return {
    type: "object",
    properties: Object.fromEntries(entries),
    required,
    additionalProperties: false,
  };
}

const kind = (name: string, keys: Readonly<Record<string, Schema>> = {}): Schema =>
  record({ kind: { const: name }, ...keys });

const inlines = listOf(ref("inline"));
const blocks = listOf(ref("block"));

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  inline: {
    oneOf: [
      kind("text", { text }),
      kind("code", { text }),
      kind("emphasis", { content: inlines }),
      kind("strong", { content: inlines }),
      kind("strikethrough", { content: inlines }),
      kind("link", { url: text, content: inlines }),
      kind("line-break"),
      kind("note", { number: count }),
    ],
  },
  picture: record({ file: text, alt: text, "caption?": text, width: count, height: count }),
  block: {
    oneOf: [
      kind("paragraph", { content: inlines }),
      kind("heading", { level: { enum: [1, 2, 3] }, content: inlines }),
      kind("list", {
        ordered: { type: "boolean" },
        "start?": { type: "integer", minimum: 0 },
        items: listOf(record({ "checked?": { type: "boolean" }, blocks })),
      }),
      kind("quote", { blocks }),
      kind("code", { "language?": text, text }),
      kind("table", {
        alignment: listOf({ enum: ["left", "center", "right", null] }, 1),
        header: listOf(inlines, 1),
        rows: listOf(listOf(inlines, 1)),
      }),
      kind("pictures", { pictures: listOf(ref("picture"), 1), "caption?": inlines }),
      kind("break"),
    ],
  },
  item: record({
    title: text,
    "titleLines?": listOf(text, 2),
    "attribution?": text,
    "date?": day,
    "summary?": text,
    "editorsNote?": blocks,
    text,
    blocks,
    "attachments?": listOf(text, 1),
    "signed?": record({ by: listOf(text, 1), "date?": day }),
    "notes?": listOf(record({ number: count, blocks }), 1),
  }),
};

export const ISSUE_SCHEMA: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "一期简报的 JSON 版 / The JSON edition of an issue",
  ...record({
    version: { const: 1 },
    bulletin: record({ name: text, "publisher?": text, language: text }),
    name: text,
    year: count,
    "series?": text,
    number: count,
    "total?": count,
    date: day,
    "period?": record({ from: day, to: day }),
    "marks?": record({
      "copyNumber?": text,
      "secrecy?": text,
      "urgency?": text,
      "marking?": text,
      "draft?": text,
    }),
    "editorsNote?": blocks,
    sections: listOf(record({ name: text, items: listOf(ref("item")) })),
    contact: record({ "label?": text, "email?": text, "phone?": text }),
    "editorial?": record({ "editor?": text, "reviewer?": text, "approver?": text }),
    "distribution?": record({
      "report?": listOf(text, 1),
      "send?": listOf(text, 1),
      "issue?": listOf(text, 1),
      "copies?": count,
    }),
  }),
  definitions: DEFINITIONS,
};
