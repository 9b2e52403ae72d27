/**
 * Pictures whose files are named as offices name them: `![会场](照片/会场 (1).jpg)`. CommonMark reads no picture
 * where its destination holds a space or a bracket without its partner, and the source would be printed. Where
 * it is plain on one line what is meant (a description, half-width marks, a path that ends like a picture's
 * name), a picture is read. What CommonMark reads itself is left to it; other slips are image/mistyped's.
 */
import type { Image } from "mdast";
import type { Data } from "unified";
import type { Syntax } from "./bounded-work.js";
import type { NodeNotes } from "./node-notes.js";

type ConstructMap = NonNullable<Syntax["text"]>;
type Construct = Exclude<NonNullable<ConstructMap[string]>, readonly unknown[]>;
type State = ReturnType<Construct["tokenize"]>;
type FromMarkdown = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;
type Handler = NonNullable<NonNullable<FromMarkdown["enter"]>[keyof NonNullable<FromMarkdown["enter"]>]>;

interface LoosePicture {
  readonly length: number;
  readonly alt: string;
  readonly destination: string;
  /** of the destination in what was read */
  readonly at: number;
  readonly title: string | undefined;
}

const EXTENSIONS = "jpe?g|png|gif|webp|bmp|tiff?|heic|heif|svg|avif";
/** The shortest path that ends like a picture's name and is followed by what ends a picture. */
const LOOSE = new RegExp(
  `^!\\[([^[\\]]*)\\](\\([ \\t]*)([^<>"]+?\\.(?:${EXTENSIONS}))[ \\t]*(?:"([^"]*)"|'([^']*)')?[ \\t]*\\)`,
  "i",
);
/** What CommonMark reads: a path without spaces whose brackets have partners, in front of a title. */
const STRICT =
  /^!\[[^[\]]*\]\([ \t]*(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))+(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t]*\)/;

/** @param line what stands from the exclamation mark on, on its line */
function readLoosePicture(line: string): LoosePicture | undefined {
  const match = LOOSE.exec(line);
  if (match === null) return undefined;
  const [written, alt = "", opening = "", destination = "", double, single] = match;
  if (!/[\s()]/.test(destination) || STRICT.test(line)) return undefined;
  return {
    length: written.length,
    alt,
    destination,
    at: 2 + alt.length + 1 + opening.length,
    title: double ?? single,
  };
}

/** UTF-16 units in which a picture is looked for */
const LONGEST = 600;
const EXCLAMATION = 0x21;
const BRACKET = 0x5b;
const TOKEN = "loosePicture";

const construct: Construct = {
  name: TOKEN,
  tokenize(effects, ok, nok) {
    let line = "";
    let left = 0;
    const take: State = (code) => {
      if (left === 0) {
        effects.exit(TOKEN as "data");
        return ok(code);
      }
      left -= 1;
      effects.consume(code);
      return take;
    };
    const begin: State = (code) => {
      effects.enter(TOKEN as "data");
      return take(code);
    };
    /** Looks over the line and takes nothing; another picture ends it, so that no character is looked at twice. */
    const lookahead: Construct = {
      name: "loosePictureAhead",
      tokenize(ahead, found, none) {
        const gather: State = (code) => {
          const isNext = code === BRACKET && line.length > 1 && line.endsWith("!");
          if (code === null || code < 0 || isNext || line.length >= LONGEST) return end(code);
          line += String.fromCharCode(code);
          ahead.consume(code);
          return line.length === 2 && code !== BRACKET ? end : gather;
        };
        const end: State = (code) => {
          ahead.exit("data");
          left = readLoosePicture(line)?.length ?? 0;
          return left === 0 ? none(code) : found(code);
        };
        return (code) => {
          line = "";
          ahead.enter("data");
          return gather(code);
        };
      },
    };
    return effects.check(lookahead, begin, nok);
  },
};

export const loosePicture: Syntax = { text: { [EXCLAMATION]: construct } };

const enterPicture: Handler = function (token) {
  const picture = readLoosePicture(this.sliceSerialize(token));
  const node: Image = {
    type: "image",
    url: picture?.destination ?? "",
    alt: picture?.alt ?? "",
    title: picture?.title ?? null,
  };
  if (picture !== undefined) {
    const start = token.start.offset + picture.at;
    const notes: NodeNotes = { destination: { start, end: start + picture.destination.length } };
    node.data = { ...node.data, ...{ bulletin: notes } };
  }
  this.enter(node, token);
};

/** Makes nodes of what the grammar finds. */
export const loosePictureNodes: FromMarkdown = {
  enter: { [TOKEN]: enterPicture },
  exit: {
    [TOKEN](token) {
      this.exit(token);
    },
  },
};
