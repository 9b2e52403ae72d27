/**
 * A template's page frame (page.html) to data: plain elements around named places, no logic. It is read strictly, so
 * that a slip is told to the designer instead of being repaired in silence, and so that a template found somewhere can
 * neither run nor fetch anything.
 *
 * The grammar is the well-formed part of HTML: every element closed, attributes in double quotes, comments anywhere.
 * `<slot name="…"></slot>` marks a place; each of FRAME_PLACES stands exactly once.
 */
import type { Diagnosed, Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { linkTarget } from "../model/link-target.js";
import { FRAME_PLACES, type FrameNode, type FramePlace, type PageFrame } from "../model/page-frame.js";

const ELEMENTS = "a aside br div em footer header hr img li ol p section slot small span strong ul".split(
  " ",
);
const VOID_ELEMENTS = ["br", "hr", "img"];
const ATTRIBUTES = "alt class height href id lang name role src title width".split(" ");
/** As deep as quotes and lists of an item. */
const MOST_LEVELS = 30;
/** After so many the file is something else, and more findings would not help. */
const MOST_FAULTS = 20;

/** A comment, a tag, a stretch of text, or, where none of these fits, a lone `<`. */
const TOKENS =
  /<!--[\s\S]*?-->|<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-z-]+="[^"<]*")*)\s*\/?>|[^<]+|</g;

/** An element that is open, and what stands in it so far. */
interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: FrameNode[];
  /** where its tag stands */
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly path: string;
  /** outermost first; the first is no element but the frame itself */
  readonly open: OpenElement[];
  readonly missing: Set<string>;
  readonly diagnostics: Diagnostic[];
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** @returns undefined where anything is wrong with it; what is wrong is reported */
export function readPageFrame(source: string, path: string): Diagnosed<PageFrame | undefined> {
  const root: OpenElement = { name: "", attributes: {}, children: [], start: 0, end: 0 };
  const reading: Reading = { path, open: [root], missing: new Set(FRAME_PLACES), diagnostics: [] };
  const isWhole = readTokens(source, reading);
  if (isWhole) checkWhole(reading, source.length);
  const { diagnostics } = reading;
  return { value: diagnostics.length === 0 ? root.children : undefined, diagnostics };
}

/** @returns false where the rest cannot be made sense of */
function readTokens(source: string, reading: Reading): boolean {
  for (const token of source.matchAll(TOKENS)) {
    if (reading.diagnostics.length >= MOST_FAULTS) return false;
    const { slash, name, attributes = "" } = token.groups ?? {};
    const [start, end] = [token.index, token.index + token[0].length];
    if (token[0].startsWith("<!--")) continue;
    if (token[0] === "<") {
      report(reading, [start, end], {
        zh: "标签写法不对：请用小写字母，属性值加双引号",
        en: "a tag is malformed: use lower-case letters, and double quotes around values",
      });
      return false;
    }
    if (name === undefined) addNode(reading, { kind: "text", value: withoutReferences(token[0]) });
    else if (slash === "/") {
      if (!closeElement(reading, { name, attributes, start, end })) return false;
    } else if (!openElement(reading, { name, attributes, start, end })) return false;
  }
  return true;
}

function checkWhole(reading: Reading, length: number): void {
  const unclosed = reading.open.at(-1);
  if (reading.open.length > 1 && unclosed !== undefined) {
    const { name, start, end } = unclosed;
    report(reading, [start, end], { zh: `<${name}> 没有结束标签`, en: `<${name}> is not closed` });
    return;
  }
  // What was dropped for another reason may hold them.
  if (reading.missing.size === 0 || reading.diagnostics.length > 0) return;
  const names = [...reading.missing];
  report(reading, [length, length], {
    zh: `缺少位置：${names.join("、")}`,
    en: `these places are missing: ${names.join(", ")}`,
  });
}

/** @returns false where the rest cannot be made sense of */
function openElement(reading: Reading, tag: Tag): boolean {
  const { name, start, end } = tag;
  if (!ELEMENTS.includes(name)) {
    report(reading, [start, end], {
      zh: `框架里不能用 <${name}>，可用的有：${ELEMENTS.join("、")}`,
      en: `<${name}> is not allowed in a frame; these are: ${ELEMENTS.join(", ")}`,
    });
  }
  const attributes = readAttributes(reading, tag);
  if (VOID_ELEMENTS.includes(name)) {
    addNode(reading, { kind: "element", name, attributes, children: [] });
    return true;
  }
  if (reading.open.length > MOST_LEVELS) {
    report(reading, [start, end], {
      zh: `元素嵌套太深：最多只能有 ${MOST_LEVELS} 层`,
      en: `elements are nested too deeply: at most ${MOST_LEVELS} levels are allowed`,
    });
    return false;
  }
  reading.open.push({ name, attributes, children: [], start, end });
  return true;
}

/** @returns false where nothing of that name is open */
function closeElement(reading: Reading, { name, start, end }: Tag): boolean {
  const element = reading.open.at(-1);
  if (reading.open.length === 1 || element === undefined || element.name !== name) {
    report(reading, [start, end], {
      zh: `</${name}> 没有对应的开始标签`,
      en: `</${name}> has no matching opening tag`,
    });
    return false;
  }
  reading.open.pop();
  const { attributes, children } = element;
  if (name === "slot") addPlace(reading, element);
  else addNode(reading, { kind: "element", name, attributes, children });
  return true;
}

function addPlace(reading: Reading, { attributes, start, end }: OpenElement): void {
  const { name = "" } = attributes;
  const place = FRAME_PLACES.find((one): one is FramePlace => one === name);
  if (place !== undefined && reading.missing.delete(place)) {
    addNode(reading, { kind: "place", place });
    return;
  }
  report(reading, [start, end], {
    zh: `位置“${name}”不存在或重复；以下每个位置须出现一次：${FRAME_PLACES.join("、")}`,
    en: `the place “${name}” does not exist or is used twice; each of these must be used once: ${FRAME_PLACES.join(", ")}`,
  });
}

const addNode = ({ open }: Reading, node: FrameNode): void => {
  open.at(-1)?.children.push(node);
};

function readAttributes(reading: Reading, tag: Tag): Readonly<Record<string, string>> {
  const attributes: [string, string][] = [];
  for (const [, name = "", raw = ""] of tag.attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) {
    const value = withoutReferences(raw);
    if (isSafeAttribute(name, value)) {
      attributes.push([name, value]);
      continue;
    }
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    report(reading, [tag.start, tag.end], {
      zh: `框架里不能写 ${name}="${shown}"：只能用 ${ATTRIBUTES.join("、")} 和 aria-*，链接须安全，图片须以 data: 内嵌`,
      en: `${name}="${shown}" is not allowed in a frame: use only ${ATTRIBUTES.join(", ")} and aria-*; links must be safe, and pictures embedded as data:`,
    });
  }
  return Object.fromEntries(attributes);
}

function isSafeAttribute(name: string, value: string): boolean {
  if (name === "href") return value.startsWith("#") || linkTarget(value) !== undefined;
  if (name === "src") return /^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/.test(value);
  return ATTRIBUTES.includes(name) || /^aria-[a-z]+$/.test(name);
}

/** The five references of XML; other characters are written as themselves. */
function withoutReferences(value: string): string {
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => characters[name] ?? "");
}

function report(
  { path, diagnostics }: Reading,
  [start, end]: readonly [number, number],
  what: Message,
): void {
  diagnostics.push({
    rule: "manifest/invalid-value",
    severity: "error",
    span: { path, start, end },
    message: { zh: `网页框架：${what.zh}。`, en: `Page frame: ${what.en}.` },
    help: {
      zh: "框架里可以写什么，见说明文档 templates.md 的“html/page.html”一节。",
      en: "See templates.md, under html/page.html, for what a frame may contain.",
    },
  });
}
