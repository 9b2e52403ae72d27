/**
 * The lists of a document (ISO/IEC 29500-1, 17.9): w:num with what it overrides of its w:abstractNum, links by
 * style followed. Circles of links end where they close.
 */
import { type FirstLine, readFirstLine } from "./paragraph-format.js";
import { type RunProperties, readRunProperties, type ThemeFaces } from "./run-format.js";
import {
  attribute,
  child,
  childrenOf,
  childValue,
  onOff,
  wholeNumber,
  type XmlElement,
} from "./xml-element.js";

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** of a format `custom`: `001, 002, 003, ...` */
  readonly customFormat: string | undefined;
  /** `%1.%2、` */
  readonly text: string;
  /** all numbers as digits */
  readonly isLegal: boolean;
  /** level (from 1) whose use starts this anew; 0: none; undefined: any higher one */
  readonly restartsAfter: number | undefined;
  /** paragraph style that this level belongs to */
  readonly style: string | undefined;
  readonly firstLine: FirstLine | undefined;
  readonly run: RunProperties;
}

export interface ListDefinition {
  /** lists of one key count on where another of them stopped */
  readonly key: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** by level; the first use of the list counts from here */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;
const LONGEST_TEXT = 64;
const LONGEST_LINK = 16;

/** @returns finds a list by w:numId; none for `0`, which means no list */
export function readListDefinitions(
  root: XmlElement | undefined,
  context: { readonly themeFace: ThemeFaces; readonly listOfStyle: (style: string) => string | undefined },
): (id: string) => ListDefinition | undefined {
  const abstracts = new Map<string, XmlElement>();
  const byStyleLink = new Map<string, string>();
  for (const one of childrenOf(root, "w:abstractNum")) {
    const id = attribute(one, "w:abstractNumId");
    if (id === undefined || abstracts.has(id)) continue;
    abstracts.set(id, one);
    const link = childValue(one, "w:styleLink");
    if (link !== undefined) byStyleLink.set(link, id);
  }
  const numbers = new Map<string, XmlElement>();
  for (const one of childrenOf(root, "w:num")) {
    const id = attribute(one, "w:numId");
    if (id !== undefined && !numbers.has(id)) numbers.set(id, one);
  }

  /** Follows w:numStyleLink: to the list whose style it is, else by that style's own w:num. */
  const abstractOf = (first: string | undefined): string | undefined => {
    const seen = new Set<string>();
    let id = first;
    while (id !== undefined && !seen.has(id) && seen.size < LONGEST_LINK) {
      seen.add(id);
      const link = childValue(abstracts.get(id), "w:numStyleLink");
      if (link === undefined) return id;
      const number = numbers.get(context.listOfStyle(link) ?? "");
      id = byStyleLink.get(link) ?? childValue(number, "w:abstractNumId");
    }
    return first;
  };

  const levelsOf = new Map<string, Levels>();
  const readLevels = (key: string, abstract: XmlElement): Levels => {
    const read =
      levelsOf.get(key) ?? putLevels(new Array(LEVELS).fill(undefined), abstract, context.themeFace);
    levelsOf.set(key, read);
    return read;
  };
  const known = new Map<string, ListDefinition | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    const number = numbers.get(id);
    const key = abstractOf(childValue(number, "w:abstractNumId"));
    const abstract = key === undefined ? undefined : abstracts.get(key);
    const list =
      id === "0" || number === undefined || key === undefined || abstract === undefined
        ? undefined
        : readList(key, readLevels(key, abstract), number, context.themeFace);
    known.set(id, list);
    return list;
  };
}

type Levels = readonly (ListLevel | undefined)[];

function readList(key: string, own: Levels, number: XmlElement, themeFace: ThemeFaces): ListDefinition {
  const starts = new Map<number, number>();
  let levels = own;
  for (const override of childrenOf(number, "w:lvlOverride").slice(0, LEVELS)) {
    levels = putLevels(levels, override, themeFace);
    const index = wholeNumber(attribute(override, "w:ilvl"));
    const start = wholeNumber(childValue(override, "w:startOverride"));
    if (index !== undefined && start !== undefined) starts.set(index, start);
  }
  return { key, levels, starts };
}

/** @returns `levels` with those that stand in `from` in their places */
function putLevels(levels: Levels, from: XmlElement, themeFace: ThemeFaces): Levels {
  const put = [...levels];
  for (const level of childrenOf(from, "w:lvl")) {
    const index = wholeNumber(attribute(level, "w:ilvl"));
    if (index !== undefined && index >= 0 && index < LEVELS) put[index] = readLevel(level, themeFace);
  }
  return put;
}

function readLevel(level: XmlElement, themeFace: ThemeFaces): ListLevel {
  const format = child(level, "w:numFmt");
  const isPicture = child(level, "w:lvlPicBulletId") !== undefined;
  return {
    start: wholeNumber(childValue(level, "w:start")) ?? 0,
    format: isPicture ? "bullet" : ((format && attribute(format, "w:val")) ?? "decimal"),
    customFormat: format && attribute(format, "w:format"),
    text: isPicture ? "●" : (childValue(level, "w:lvlText") ?? "").slice(0, LONGEST_TEXT),
    isLegal: onOff(level, "w:isLgl") ?? false,
    restartsAfter: wholeNumber(childValue(level, "w:lvlRestart")),
    style: childValue(level, "w:pStyle"),
    firstLine: readFirstLine(child(child(level, "w:pPr"), "w:ind")),
    run: readRunProperties(child(level, "w:rPr"), themeFace),
  };
}
