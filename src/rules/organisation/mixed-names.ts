/**
 * A body is named one way in an item: in full first, in short afterwards if at all. Told are a short name in
 * front of the full one, and the full one come back behind the short. Short names are the aliases of the
 * register (bulletin.yaml, units) and those that everybody derives (科学技术协会 → 科协), the latter only where
 * the same place stands in front of both.
 */
import { findDerivedNames } from "../../han/body-names.js";
import { type CopyLine, isInBookTitle, spanInLine } from "../copy-line.js";
import type { Finding, HouseDictionary, ItemRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`units:
  - {name: 澜川市生态学会, aliases: [市生态学会, 生态学会]}
  - {name: 澜川大学环境学院, aliases: [环境学院]}
`);
const PLACES: ReadonlySet<CopyLine["kind"]> = new Set(["paragraph", "list", "quote"]);

export const organisationMixedNames: ItemRule = {
  id: "organisation/mixed-names",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "同一单位在一篇里不混用全称和简称：请第一次用全称，以后用简称。",
    en: "An organisation is named consistently in an item: in full first, then by its short name.",
  },
  why: {
    zh: "同一单位时而全称、时而简称，读者会以为是两家；先用简称，读者又不知所指。",
    en: "An organisation named now in full, now in short looks like two; a short name used first leaves readers unsure who is meant.",
  },
  examples: [
    textExample({
      name: { zh: "先简称，后全称", en: "Short before full" },
      house: HOUSE,
      text: "市生态学会举办观鸟活动。澜川市生态学会理事长致辞。",
      at: [1],
    }),
    textExample({
      name: { zh: "用过简称，又用全称", en: "Full again after the short one" },
      text: "示例市科学技术协会发布通知。示例市科协随后部署。示例市科学技术协会将组织评审。",
      at: [25],
    }),
    textExample({
      name: { zh: "先全称，后简称", en: "Full first, then short" },
      house: HOUSE,
      text: "澜川市生态学会与澜川大学环境学院合作。市生态学会负责选点，环境学院负责培训。",
    }),
    textExample({
      name: { zh: "两个地方的同类单位", en: "Bodies of one kind in two places" },
      text: "示例区科协承办，示例市科学技术协会指导，青石县科协参加，南湖区科学技术协会观摩，北湖区科协协办。",
    }),
    textExample({
      name: { zh: "书名号里的全称", en: "A full name in the title of a document" },
      text: "示例市科协印发《示例市科学技术协会章程》，示例市科协各部门学习。",
    }),
  ],
  *check(item, { dictionary, factsOf }) {
    const uses = new Map<string, Use[]>();
    for (const line of factsOf(item).copyLines) {
      if (!PLACES.has(line.kind)) continue;
      for (const use of usesIn(line, dictionary)) {
        const known = uses.get(use.body);
        if (known === undefined) uses.set(use.body, [use]);
        else known.push(use);
      }
    }
    for (const [body, own] of uses) {
      const found = judge(own);
      if (found !== undefined) yield finding(body, found);
    }
  },
};

interface Use {
  /** by which uses are gathered: the full name */
  readonly body: string;
  readonly isFull: boolean;
  readonly line: CopyLine;
  readonly start: number;
  readonly end: number;
}

function usesIn(line: CopyLine, { units }: HouseDictionary): readonly Use[] {
  const registered = units
    .find(line.text)
    .filter(({ start, value }) => value.isFull || !isTail(line.text, start))
    .map(({ start, end, value }) => ({ body: value.full, isFull: value.isFull, line, start, end }));
  const taken = (at: number) => registered.some(({ start, end }) => at >= start && at < end);
  const derived = findDerivedNames(line.text)
    .filter(({ start, end }) => registered.length === 0 || (!taken(start) && !taken(end - 1)))
    .map((name) => ({ ...name, line }));
  if (registered.length + derived.length === 0) return [];
  return [...registered, ...derived]
    .filter(({ start }) => !isInBookTitle(line, start))
    .sort((a, b) => a.start - b.start);
}

/** 市生态学会 in 邻市生态学会 is another body's: in front stands neither a mark nor a word that joins. */
function isTail(text: string, start: number): boolean {
  return (
    /\p{Script=Han}/u.test(text.charAt(start - 1)) &&
    !/[由和与及在向对经从据按为是以请让将各给跟同，会后前日，]/.test(text.charAt(start - 1))
  );
}

function judge(uses: readonly Use[]): { readonly use: Use; readonly kind: "early" | "back" } | undefined {
  const [first] = uses;
  if (first === undefined) return undefined;
  if (!first.isFull) return uses.some(({ isFull }) => isFull) ? { use: first, kind: "early" } : undefined;
  const short = uses.findIndex(({ isFull }) => !isFull);
  const back = short < 0 ? undefined : uses.slice(short).find(({ isFull }) => isFull);
  return back && { use: back, kind: "back" };
}

function finding(
  body: string,
  { use, kind }: { readonly use: Use; readonly kind: "early" | "back" },
): Finding {
  const { line, start, end } = use;
  const name = line.text.slice(start, end);
  return kind === "early"
    ? {
        span: spanInLine(line, start, end),
        message: {
          zh: `先用了简称“${name}”，后文又用全称“${body}”。`,
          en: `The short name “${name}” is used before the full name, “${body}”.`,
        },
        help: {
          zh: "请第一次用全称，以后用简称。",
          en: "Use the full name first, and the short name after that.",
        },
      }
    : {
        span: spanInLine(line, start, end),
        message: {
          zh: `前文已用简称，这里又用全称“${name}”。`,
          en: `The full name “${name}” is used again after the short one.`,
        },
        help: { zh: "用过简称以后，请都用简称。", en: "Once the short name has been used, keep to it." },
      };
}
