/**
 * Fills a template's page frame (page.html): plain elements around named places, no logic. It is
 * read strictly, so that a slip is told to the designer instead of being repaired in silence, and
 * so that a template found somewhere can neither run nor fetch anything.
 *
 * The grammar is the well-formed part of HTML: every element closed, attributes in double quotes,
 * comments anywhere. `<slot name="…"></slot>` marks a place; each of PLACES stands exactly once.
 */
import type { Element, ElementContent } from "hast";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { element } from "./element.js";
import { safeUrl } from "./safe-url.js";

/** What the page puts into the frame, each with its own landmark element. */
export const PLACES = ["skip-link", "masthead", "contents", "text", "colophon"] as const;
export type Place = (typeof PLACES)[number];

/** What fills each place; nothing is right too (the contents of an issue with one item). */
export type Fillings = Readonly<Record<Place, readonly ElementContent[]>>;

/** The frame of a template that has none of its own. */
export const DEFAULT_FRAME = PLACES.map((place) => `<slot name="${place}"></slot>`).join("\n");

const ELEMENTS = "a aside br div em footer header hr img li ol p section slot small span strong ul".split(
  " ",
);
const VOID_ELEMENTS = ["br", "hr", "img"];
const ATTRIBUTES = "alt class height href id lang name role src title width".split(" ");

/** A comment, a tag, a stretch of text, or, where none of these fits, a lone `<`. */
const TOKENS =
  /<!--[\s\S]*?-->|<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-z-]+="[^"<]*")*)\s*\/?>|[^<]+|</g;

/**
 * @returns what stands in the frame, its places filled
 * @throws EnvironmentError with the line where the frame is not as described above
 */
export function fillFrame(source: string, fillings: Fillings): ElementContent[] {
  const root = element("div", {});
  const frame: Frame = { source, open: [root], missing: new Set(PLACES), fillings };
  for (const token of source.matchAll(TOKENS)) {
    const { slash, name, attributes = "" } = token.groups ?? {};
    if (token[0] === "<") {
      throw fault(frame, token.index, {
        zh: "标签写法不对：请用小写字母，属性值加双引号",
        en: "a tag is not well formed: use small letters, and double quotes for values",
      });
    }
    if (token[0].startsWith("<!--")) continue;
    if (name === undefined)
      innermost(frame).children.push({ type: "text", value: withoutReferences(token[0]) });
    else if (slash === "/") closeElement(frame, name, token.index);
    else openElement(frame, { name, attributes, offset: token.index });
  }
  if (frame.open.length > 1) {
    const { tagName } = innermost(frame);
    throw fault(frame, source.length, { zh: `<${tagName}> 没有结束标签`, en: `<${tagName}> is not closed` });
  }
  if (frame.missing.size > 0) {
    const names = [...frame.missing].join(", ");
    throw fault(frame, source.length, { zh: `缺少位置：${names}`, en: `these places are missing: ${names}` });
  }
  return root.children;
}

/** Where the reading stands. */
interface Frame {
  readonly source: string;
  /** elements open, outermost first; the first is the body's stand-in */
  readonly open: Element[];
  readonly missing: Set<string>;
  readonly fillings: Fillings;
}

function openElement(frame: Frame, tag: { name: string; attributes: string; offset: number }): void {
  const { name, offset } = tag;
  if (!ELEMENTS.includes(name)) {
    throw fault(frame, offset, {
      zh: `框架里不能用 <${name}>，可用的有：${ELEMENTS.join(" ")}`,
      en: `<${name}> cannot stand in a frame; these can: ${ELEMENTS.join(" ")}`,
    });
  }
  const node = element(name, readAttributes(frame, tag));
  innermost(frame).children.push(node);
  if (!VOID_ELEMENTS.includes(name)) frame.open.push(node);
}

function closeElement(frame: Frame, name: string, offset: number): void {
  const node = innermost(frame);
  if (frame.open.length === 1 || node.tagName !== name) {
    throw fault(frame, offset, {
      zh: `</${name}> 没有对应的开始标签`,
      en: `</${name}> closes nothing that is open`,
    });
  }
  frame.open.pop();
  if (name === "slot") fillPlace(frame, node, offset);
}

function fillPlace(frame: Frame, slot: Element, offset: number): void {
  const place = PLACES.find((one) => one === slot.properties.name);
  if (place === undefined || !frame.missing.delete(place)) {
    const name = String(slot.properties.name ?? "");
    throw fault(frame, offset, {
      zh: `位置“${name}”不存在或重复；每个位置恰好出现一次：${PLACES.join(", ")}`,
      en: `the place “${name}” does not exist or stands twice; each stands once: ${PLACES.join(", ")}`,
    });
  }
  const around = innermost(frame).children;
  around.splice(around.indexOf(slot), 1, ...frame.fillings[place]);
}

function readAttributes(frame: Frame, tag: { attributes: string; offset: number }): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [, name = "", raw = ""] of tag.attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) {
    const value = withoutReferences(raw);
    if (!isSafeAttribute(name, value)) {
      throw fault(frame, tag.offset, {
        zh: `框架里不能写 ${name}="${value}"：只能用 ${ATTRIBUTES.join(" ")} 和 aria-*，链接须安全，图片须以 data: 内嵌`,
        en: `${name}="${value}" cannot stand in a frame: there are ${ATTRIBUTES.join(" ")} and aria-*, links must be safe, pictures carried inside as data:`,
      });
    }
    properties[name === "class" ? "className" : name] = value;
  }
  return properties;
}

function isSafeAttribute(name: string, value: string): boolean {
  if (name === "href") return value.startsWith("#") || safeUrl(value) !== undefined;
  if (name === "src") return /^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/.test(value);
  return ATTRIBUTES.includes(name) || /^aria-[a-z]+$/.test(name);
}

/** The body's stand-in is never popped. */
function innermost(frame: Frame): Element {
  const node = frame.open.at(-1);
  if (node === undefined) throw new Error("the frame's outermost element was closed");
  return node;
}

/** The five references of XML; other characters are written as themselves. */
function withoutReferences(value: string): string {
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => characters[name] ?? "");
}

function fault(frame: Frame, offset: number, what: Message): EnvironmentError {
  const line = frame.source.slice(0, offset).split("\n").length;
  return new EnvironmentError(
    {
      zh: `模板的页面框架第${line}行：${what.zh}`,
      en: `page frame of the template, line ${line}: ${what.en}`,
    },
    { zh: "改正模板的 page.html 后再生成", en: "mend the template's page.html and build again" },
  );
}
