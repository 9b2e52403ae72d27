/**
 * The frame of a page: menus, paths, bars of buttons, lists of other articles, feet. Told by structure: elements and
 * roles that HTML has for them, and, around the article, blocks made of links. The article is the smallest part of the
 * page that holds all its sentences; no sentence of it is ever of the frame. Names of classes are but a hint.
 */
import type { Element, Nodes } from "hast";
import { isWebLine } from "../web-lines.js";
import { attribute, styleOf } from "./inline-style.js";
import { isTitleOfPage, type PageHead } from "./page-head.js";

export interface PageFrame {
  /** elements whose words are no text of the article */
  readonly elements: ReadonlySet<Element>;
  /** hidden only until a script shows them: the article itself is in it */
  readonly shown: ReadonlySet<Element>;
  /** words of the element that is the title; undefined where none was told */
  readonly title: string | undefined;
}

export interface FrameReading {
  readonly isBlock: (tag: string) => boolean;
  readonly isUnseen: (tag: string) => boolean;
}

/** What is known of an element with all that stands in it. */
interface Weighed {
  readonly element: Element;
  readonly parent: Weighed | undefined;
  readonly children: Weighed[];
  /** words that stand in it between its blocks */
  own: string;
  /** characters, and those of them that are links */
  letters: number;
  linked: number;
  sentences: number;
  readonly isHidden: boolean;
  readonly order: number;
}

/** Parts that HTML has for what stands around an article. @see HTML, 4.3; WAI-ARIA 1.2, 5.3.4 (landmarks) */
const FRAME_TAGS: ReadonlySet<string> = new Set(["nav", "aside", "footer", "header"]);
const FRAME_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|alert|dialog)$/;
const HINT =
  /(?:^|[\s_-])(?:nav\w*|menu\w*|(?:bread)?crumbs?|bread|(?:bd|j)?share\w*|social\w*|relat\w*|recommend\w*|hot|rank\w*|side\w*|foot\w*|copyright|pages?|pager|prev\w*|next\w*|tools?\w*|print\w*|font-?size|comment\w*|login|search|links?|friend\w*|position|location|dqwz|weizhi|xglj|xgxw|xgyd|logo|top\w*|header)(?:$|[\s_\d-])/iu;
/** Of the words around an article, how many are links where it is a menu or a list of others */
const MOST_LINKED = 0.3;
/** Addresses of files that belong to the article */
const FILE = /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|7z)(?:$|[?#])/i;
const LEAST_SENTENCE = 12;
const NOTHING: PageFrame = { elements: new Set(), shown: new Set(), title: undefined };

export function findPageFrame(root: Nodes, head: PageHead, reading: FrameReading): PageFrame {
  const { top, all } = weigh(root, reading);
  if (top === undefined) return NOTHING;
  const shown = hiddenArticle(all);
  const elements = new Set<Element>();
  const add = (one: Weighed): void => {
    elements.add(one.element);
  };
  // Landmarks first: what they say is not looked for an article in, unless there is no other.
  const landmarks = all.filter((one) => isLandmark(one) && !isInArticle(one));
  const apart = new Set(landmarks);
  const isApart = (one: Weighed): boolean => {
    for (let at: Weighed | undefined = one; at !== undefined; at = at.parent) if (apart.has(at)) return true;
    return false;
  };
  const said = all.filter((one) => isSentence(one.own) && (shown.size > 0 || !isCovered(one)));
  const sentences = said.filter((one) => !isApart(one));
  const article = commonOf(sentences.length > 0 ? sentences : said);
  if (article === undefined) return { ...NOTHING, shown };
  const around = new Set<Weighed>();
  for (let at: Weighed | undefined = article; at !== undefined; at = at.parent) around.add(at);
  const title = titleIn(all, { head, article, isApart });
  const isOfTitle = (one: Weighed): boolean => title !== undefined && holds(one, title);
  for (const one of landmarks) if (!around.has(one) && !isOfTitle(one)) add(one);
  const outside = (one: Weighed): void => {
    if (elements.has(one.element)) return;
    if (one === article) return;
    if (around.has(one) || isOfTitle(one)) {
      if (one !== title) for (const child of one.children) outside(child);
      return;
    }
    if (isListOfLinks(one) || isBeforeTitle(one, { title, article })) add(one);
    else for (const child of one.children) outside(child);
  };
  outside(top);
  // In the article itself only what names itself so, and says nothing in a sentence.
  const inside = (one: Weighed): void => {
    if (one !== article && one.sentences === 0 && one !== title && !isOfTitle(one) && isNamedFrame(one)) {
      add(one);
      return;
    }
    for (const child of one.children) inside(child);
  };
  inside(article);
  return { elements, shown, title: title === undefined ? undefined : plain(title.own) };
}

function weigh(
  root: Nodes,
  { isBlock, isUnseen }: FrameReading,
): { readonly top: Weighed | undefined; readonly all: readonly Weighed[] } {
  const all: Weighed[] = [];
  let top: Weighed | undefined;
  const walk = (node: Nodes, block: Weighed | undefined, isLink: boolean): void => {
    if (node.type === "text") {
      if (block !== undefined) count(block, node.value, isLink);
      return;
    }
    if (node.type === "root") for (const child of node.children) walk(child, block, isLink);
    if (node.type !== "element" || isUnseen(node.tagName)) return;
    const isIn = isLink || (node.tagName === "a" && isElsewhere(node));
    if (!isBlock(node.tagName)) {
      if (node.tagName === "br" && block !== undefined) block.own += "\n";
      for (const child of node.children) walk(child, block, isIn);
      return;
    }
    const made: Weighed = {
      element: node,
      parent: block,
      children: [],
      own: "",
      letters: 0,
      linked: 0,
      sentences: 0,
      isHidden: styleOf(node).isHidden,
      order: all.length,
    };
    all.push(made);
    block?.children.push(made);
    top ??= made;
    for (const child of node.children) walk(child, made, isIn);
    if (isSentence(made.own)) made.sentences += 1;
    if (block !== undefined) {
      block.letters += made.letters;
      block.linked += made.linked;
      block.sentences += made.sentences;
    }
  };
  walk(root, undefined, false);
  return { top, all };
}

function count(block: Weighed, text: string, isLink: boolean): void {
  const letters = text.replace(/\s/gu, "").length;
  block.letters += letters;
  if (isLink) block.linked += letters;
  // What is a link says nothing of its own.
  block.own += isLink ? text.replace(/[。！？]/gu, "") : text;
}

const isElsewhere = (link: Element): boolean => {
  const href = attribute(link, "href");
  return href !== undefined && !FILE.test(href);
};

const plain = (words: string): string => words.replace(/\s+/gu, " ").trim();

/** More than a label: a foot of the page is none, however it ends. */
const isSentence = (own: string): boolean =>
  /[。！？]/u.test(own) &&
  own
    .split("\n")
    .some(
      (line) =>
        /[。！？]/u.test(line) &&
        plain(line).length >= LEAST_SENTENCE &&
        !isWebLine(plain(line)) &&
        !NOTE.test(line),
    );

/** What sites say of themselves and of their readers' machines */
const NOTE = /版权|转载|免责|浏览器|分辨率|备案|举报|本网站|本站/u;

const isLandmark = ({ element }: Weighed): boolean =>
  FRAME_TAGS.has(element.tagName) || FRAME_ROLES.test(attribute(element, "role") ?? "");

function isInArticle({ parent }: Weighed): boolean {
  for (let at = parent; at !== undefined; at = at.parent)
    if (/^(?:article|main)$/.test(at.element.tagName) || attribute(at.element, "role") === "main")
      return true;
  return false;
}

/** @returns the smallest element that holds all of them; a paragraph stands for what it is in */
function commonOf(found: readonly Weighed[]): Weighed | undefined {
  let [common] = found;
  for (const one of found) while (common !== undefined && !holds(common, one)) common = common.parent;
  return common;
}

/** `order` counts from the top, so that what follows the last child is outside. */
function holds(outer: Weighed, inner: Weighed): boolean {
  for (let at: Weighed | undefined = inner; at !== undefined && at.order >= outer.order; at = at.parent)
    if (at === outer) return true;
  return false;
}

const isListOfLinks = (one: Weighed): boolean =>
  one.letters > 0 && one.sentences === 0 && (one.linked > one.letters * MOST_LINKED || isNamedFrame(one));

const nameOf = ({ element }: Weighed): string =>
  `${attribute(element, "className") ?? ""} ${attribute(element, "id") ?? ""}`;

/** A name is believed where what stands in it is made of links or of the words of a page. */
const isNamedFrame = (one: Weighed): boolean =>
  one.element.tagName === "nav" ||
  ((isLandmark(one) || HINT.test(nameOf(one))) &&
    (one.linked > one.letters * MOST_LINKED || everyLine(one, isWebLine)));

function everyLine(one: Weighed, is: (line: string) => boolean): boolean {
  const lines = one.own.split("\n").map(plain);
  return (
    lines.every((line) => line === "" || is(line)) && one.children.every((child) => everyLine(child, is))
  );
}

interface TitleSearch {
  readonly head: PageHead;
  readonly article: Weighed;
  readonly isApart: (one: Weighed) => boolean;
}

const isHeading = ({ element }: Weighed): boolean => /^h[1-6]$/.test(element.tagName);

/** What the head of the page calls so: a heading, else the nearest to the article; else its one heading of the first level. */
function titleIn(all: readonly Weighed[], { head, article, isApart }: TitleSearch): Weighed | undefined {
  const named = all.filter(({ own }) => isTitleOfPage(plain(own), head));
  const reached = named.filter(({ order }) => order <= article.order);
  const found = named.find(isHeading) ?? reached.at(-1) ?? named[0];
  if (found !== undefined) return found;
  const firsts = all.filter(
    (one) => one.element.tagName === "h1" && plain(one.own) !== "" && one.linked === 0,
  );
  const inText = firsts.filter((one) => !isApart(one));
  return inText.length === 1 ? inText[0] : inText.length === 0 && firsts.length === 1 ? firsts[0] : undefined;
}

/** Above the title, outside of the article */
const isBeforeTitle = (
  one: Weighed,
  { title, article }: { readonly title: Weighed | undefined; readonly article: Weighed },
): boolean =>
  title !== undefined &&
  one.order < title.order &&
  one.order < article.order &&
  !holds(one, title) &&
  one.sentences === 0;

/** Pages that hide their article until a script has run: all sentences stand in what is hidden. */
function hiddenArticle(all: readonly Weighed[]): ReadonlySet<Element> {
  const hidden = all.filter((one) => one.isHidden);
  if (hidden.length === 0) return new Set();
  const said = all.filter(({ own }) => isSentence(own));
  if (said.length === 0 || said.some((one) => !isCovered(one))) return new Set();
  return new Set(hidden.filter(({ sentences }) => sentences > 0).map(({ element }) => element));
}

function isCovered(one: Weighed): boolean {
  for (let at: Weighed | undefined = one; at !== undefined; at = at.parent) if (at.isHidden) return true;
  return false;
}
