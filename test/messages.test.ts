/**
 * Every message of the sources, as it is written there: a sentence in both languages (sentence-form.ts). What the
 * rules say in their examples is looked at where those run (rules/rules.test.ts), values filled in.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { allRules } from "../src/check/all-rules.js";
import { faultOfSentence } from "./sentence-form.js";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** Keys under which a message stands, and functions that take them. */
const SENTENCES =
  /^(?:message|help|problem|remedy|otherwise|EnvironmentError|refusal|invalid|invalidTemplate|fault)$/;
/** What stands for a value that is filled in. */
const VALUE = "1";

/** @returns the texts that an expression of literals can be */
function textsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "TemplateLiteral":
      return [
        (node.quasis as readonly { value: { cooked: string } }[])
          .map(({ value }) => value.cooked)
          .join(VALUE),
      ];
    case "ConditionalExpression":
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case "LogicalExpression":
      return textsOf(node.right);
    default:
      return [];
  }
}

const nameIn = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? nameIn(node.property)) : "";

interface Written {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** @param place the nearest key, function or constant around it */
function* messagesIn(node: Node, place = ""): Iterable<Written> {
  let here = place;
  if (node.type === "Property") {
    if (nameIn(node.key) === "related") return;
    here = nameIn(node.key);
  } else if (node.type === "CallExpression" || node.type === "NewExpression") here = nameIn(node.callee);
  else if (node.type === "VariableDeclarator" || node.type === "FunctionDeclaration") here = nameIn(node.id);
  if (node.type === "ObjectExpression" && SENTENCES.test(here)) {
    const textOf = (key: string) =>
      (node.properties as readonly Node[]).find((property) => nameIn(property.key) === key)?.value;
    const [zh, en] = [textOf("zh"), textOf("en")].map(textsOf);
    if (zh !== undefined && en !== undefined && zh.length > 0 && en.length > 0) yield { zh, en };
  }
  for (const child of childrenOf(node)) yield* messagesIn(child, here);
}

/**
 * Findings without a remedy: neither help, nor what mends it. What is spread into one may hold it (the type of
 * `reportInvalid` and of the makers called `invalid…` ask for it); what is spread elsewhere gets it there.
 * @returns where each begins
 */
function* bareFindings(node: Node, text: string, isRelated = false): Iterable<number> {
  if (node.type === "ObjectExpression" && !isRelated) {
    const properties = node.properties as readonly Node[];
    const has = (...keys: readonly string[]) => properties.some(({ key }) => keys.includes(nameIn(key)));
    const isSpread = properties.some(({ type }) => type === "SpreadElement");
    const isInfo = properties.some(({ value }) => isNode(value) && value.value === "info");
    if (has("message") && has("span") && !has("help") && !isSpread && !isInfo) yield node.start;
  }
  if (node.type === "VariableDeclarator" && text.includes(`...${nameIn(node.id)},`)) return;
  const isUnder = isRelated || (node.type === "Property" && nameIn(node.key) === "related");
  for (const child of childrenOf(node)) yield* bareFindings(child, text, isUnder);
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);

const faultsIn = (messages: readonly Written[]) =>
  messages.flatMap(({ zh, en }) => [
    ...zh.flatMap((text) => faultOfSentence({ zh: text, en: "It is." }) ?? []),
    ...en.flatMap((text) => faultOfSentence({ zh: "是。", en: text }) ?? []),
  ]);

describe("messages in the sources", () => {
  const found = files.map((path) => {
    const text = readFileSync(join("src", path), "utf8");
    return [path, [...messagesIn(parseAst(text, { lang: "ts" }) as unknown as Node)]] as const;
  });

  it.each(found.filter(([, messages]) => messages.length > 0))("of %s are sentences", (_, messages) => {
    expect(faultsIn(messages)).toEqual([]);
  });

  it("are found where they are", () => {
    const count = found.reduce((sum, [, messages]) => sum + messages.length, 0);
    expect(count).toBeGreaterThan(500);
    const wrong = 'const a = { message: { zh: `坏${x}`, en: b ? "Bad." : "bad." } };';
    expect(faultsIn([...messagesIn(parseAst(wrong, { lang: "ts" }) as unknown as Node)])).toHaveLength(2);
  });
});

describe("findings in the sources", () => {
  const bareIn = (text: string) =>
    [...bareFindings(parseAst(text, { lang: "ts" }) as unknown as Node, text)].map(
      (at) => text.slice(0, at).split("\n").length,
    );

  it.each(files.filter((path) => readFileSync(join("src", path), "utf8").includes("message")))(
    "of %s have a remedy",
    (path) => expect(bareIn(readFileSync(join("src", path), "utf8"))).toEqual([]),
  );

  it("without one are seen", () => {
    const finding = (more: string) =>
      `report({ rule: "a/b", span, message: { zh: "坏。", en: "Bad." }${more} });`;
    expect(bareIn(finding(""))).toEqual([1]);
    expect(bareIn(finding(", help"))).toEqual([]);
    expect(bareIn(`report({ span, message, help, related: [{ span, message }] });`)).toEqual([]);
  });
});

describe("documentation of the rules", () => {
  it.each(allRules.map((rule) => [rule.id, rule] as const))(
    "%s is in sentences",
    (_, { summary, why, forUnit }) => {
      const all = [
        summary,
        why,
        ...(forUnit === undefined ? [] : [forUnit.ask, ...(forUnit.what ? [forUnit.what] : [])]),
      ];
      expect(all.flatMap((message) => faultOfSentence(message) ?? [])).toEqual([]);
    },
  );
});
