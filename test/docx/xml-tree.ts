/** XML as a tree, strict: an unclosed tag, a bare & or a forbidden character is an error. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

const TOKEN = /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/g;
/** What XML 1.0 cannot carry (XML 1.0, 2.2). */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export function parseXml(xml: string): XmlNode {
  if (FORBIDDEN.test(xml) || !xml.isWellFormed()) throw new Error("a character that XML forbids");
  const root: { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] } = {
    name: "",
    attributes: {},
    children: [],
  };
  const open = [root];
  let end = 0;
  for (const token of xml.matchAll(TOKEN)) {
    if (token.index !== end) throw new Error(`not XML at ${end}: ${xml.slice(end, end + 60)}`);
    end = token.index + token[0].length;
    const [whole, closing, name, attributes = "", empty] = token;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error("text behind the root");
    if (whole.startsWith("<?")) continue;
    if (name === undefined) parent.children.push(decode(whole));
    else if (closing === "/") {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else {
      const node = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(node);
      if (empty !== "/") open.push(node);
    }
  }
  if (end !== xml.length || open.length !== 1) throw new Error("not closed");
  const [top] = root.children.filter((child) => typeof child !== "string");
  if (top === undefined) throw new Error("no root");
  return top;
}

/** @returns all nodes of a name below a node, in document order */
export function findAll(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return [...(child.name === name ? [child] : []), ...findAll(child, name)];
  });
}

export const find = (node: XmlNode, name: string): XmlNode | undefined => findAll(node, name)[0];

/** @returns `w:val` of the first node of a name below */
export const wordValue = (node: XmlNode, name: string): string | undefined =>
  find(node, name)?.attributes["w:val"];

/** @returns the characters of w:t, a line break as \n and a tab as \t, in order */
export function textOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return node.name === "w:t" ? child : "";
      if (child.name === "w:br") return "\n";
      return child.name === "w:tab" && node.name === "w:r" ? "\t" : textOf(child);
    })
    .join("");
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name !== undefined) attributes[name] = decode(value ?? "");
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
    if (code !== null) return String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]));
    const named = NAMED[name];
    if (named === undefined || !whole.endsWith(";")) throw new Error(`bare ${whole}`);
    return named;
  });
}
