/**
 * The styles of a document with what they inherit (ISO/IEC 29500-1, 17.7): each asked once, however long the chain
 * of those it is based on; a circle in it ends where it closes.
 */
import {
  layParagraphProperties,
  NO_PARAGRAPH_PROPERTIES,
  type ParagraphProperties,
  readParagraphProperties,
} from "./paragraph-format.js";
import {
  layRunProperties,
  NO_RUN_PROPERTIES,
  type RunProperties,
  readRunProperties,
  type ThemeFaces,
} from "./run-format.js";
import { shownStyleName, styleOutline } from "./style-names.js";
import { attribute, child, childrenOf, childValue, type XmlElement } from "./xml-element.js";

/** A style with all it inherits. */
export interface Style {
  readonly id: string;
  /** as Word shows it */
  readonly name: string;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  /** style that names the list, where one does: levels point back to it */
  readonly listedBy: string | undefined;
  /** w:tblPr and what stands for single parts of a table, from the style itself to the first of its chain */
  readonly tables: readonly XmlElement[];
}

export interface StyleSheet {
  /** below all styles */
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  readonly themeFace: ThemeFaces;
  /** @param id of a w:pStyle; undefined: that of paragraphs without one */
  readonly paragraphStyle: (id: string | undefined) => Style | undefined;
  readonly characterStyle: (id: string | undefined) => Style | undefined;
  readonly tableStyle: (id: string | undefined) => Style | undefined;
}

type Kind = "paragraph" | "character" | "table";
const LONGEST_CHAIN = 64;
/** A style has some twelve, and is based on one or two. */
const MOST_TABLE_PARTS = 64;

/** @param root of the part of the styles */
export function readStyleSheet(root: XmlElement | undefined, themeFace: ThemeFaces): StyleSheet {
  const written = new Map<string, XmlElement>();
  const defaults = new Map<string, string>();
  for (const style of childrenOf(root, "w:style")) {
    const id = attribute(style, "w:styleId");
    if (id === undefined || written.has(id)) continue;
    written.set(id, style);
    if (isTrue(attribute(style, "w:default"))) defaults.set(attribute(style, "w:type") ?? "paragraph", id);
  }
  const whole = new Map<string, Style>();

  const resolve = (id: string): Style | undefined => {
    const chain: string[] = [];
    let next: string | undefined = id;
    while (next !== undefined && !whole.has(next) && !chain.includes(next) && chain.length < LONGEST_CHAIN) {
      const style = written.get(next);
      if (style === undefined) break;
      chain.push(next);
      next = childValue(style, "w:basedOn");
    }
    let below = next === undefined || chain.includes(next) ? undefined : whole.get(next);
    for (const one of chain.reverse()) {
      const style = written.get(one);
      if (style === undefined) continue;
      below = readStyle(one, style, below, themeFace);
      whole.set(one, below);
    }
    return whole.get(id);
  };

  const find = (kind: Kind, id: string | undefined): Style | undefined => {
    const wanted = id !== undefined && written.has(id) ? id : defaults.get(kind);
    const style = wanted === undefined ? undefined : written.get(wanted);
    if (wanted === undefined || style === undefined) return undefined;
    return (attribute(style, "w:type") ?? "paragraph") === kind
      ? (whole.get(wanted) ?? resolve(wanted))
      : undefined;
  };

  const documentDefaults = child(root, "w:docDefaults");
  return {
    run: readRunProperties(child(child(documentDefaults, "w:rPrDefault"), "w:rPr"), themeFace),
    paragraph: readParagraphProperties(child(child(documentDefaults, "w:pPrDefault"), "w:pPr")),
    themeFace,
    paragraphStyle: (id) => find("paragraph", id),
    characterStyle: (id) => (id === undefined ? undefined : find("character", id)),
    tableStyle: (id) => find("table", id),
  };
}

function readStyle(id: string, style: XmlElement, below: Style | undefined, themeFace: ThemeFaces): Style {
  const name = childValue(style, "w:name") ?? id;
  const own = readParagraphProperties(child(style, "w:pPr"));
  const outline = own.outlineLevel ?? styleOutline(name);
  const tables = [child(style, "w:tblPr"), ...childrenOf(style, "w:tblStylePr")].filter(
    (one) => one !== undefined,
  );
  return {
    id,
    name: shownStyleName(name),
    run: layRunProperties(
      below?.run ?? NO_RUN_PROPERTIES,
      readRunProperties(child(style, "w:rPr"), themeFace),
    ),
    paragraph: layParagraphProperties(
      below?.paragraph ?? NO_PARAGRAPH_PROPERTIES,
      outline === own.outlineLevel ? own : { ...own, outlineLevel: outline },
    ),
    listedBy: own.list !== undefined ? id : below?.listedBy,
    tables: [...tables, ...(below?.tables ?? [])].slice(0, MOST_TABLE_PARTS),
  };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";
