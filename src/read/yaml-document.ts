/**
 * Text to YAML nodes: YAML 1.2, core schema, no tags of its own, few aliases, bounded depth and
 * size. What the nodes mean is read by fields/field.ts and its kin; this file tells what is wrong with YAML
 * itself, in an editor's words.
 */
import { Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import { parsePlainYaml } from "./plain-yaml.js";
import { explain, placeOf } from "./yaml-faults.js";

/** Size of a YAML file, FORMATS. */
export const MAX_YAML_BYTES = 1024 * 1024;
/** No house needs more; a bomb needs many. */
const MAX_ALIASES = 20;
/** Maps and lists inside each other. */
const MAX_DEPTH = 20;
/** Findings about YAML itself; behind the first few come only echoes. */
const MAX_SYNTAX_FINDINGS = 10;

export interface YamlSource {
  readonly path: string;
  /** text of the whole file */
  readonly text: string;
  /** the part that is YAML */
  readonly start: number;
  readonly end: number;
  /** rule id under which faults are reported */
  readonly rule: string;
}

export interface YamlDocument {
  readonly source: YamlSource;
  /** undefined where the document is empty or not to be trusted */
  readonly root: Node | undefined;
  /** the node itself, or the one an alias stands for */
  readonly resolve: (node: Node | null | undefined) => Node | undefined;
  /** the plain value of a node, for values whose shape is not ours to know */
  readonly toPlain: (node: Node) => unknown;
  /** where the text ceases to be YAML: what stands behind it, or seems missing, may only be unreadable */
  readonly brokenFrom: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function readYaml(source: YamlSource): YamlDocument {
  const diagnostics: Diagnostic[] = [];
  const report = (message: Message, start: number, end: number, help: Message) => {
    if (diagnostics.length >= MAX_SYNTAX_FINDINGS) return;
    const span = { path: source.path, start: source.start + start, end: source.start + Math.max(start, end) };
    diagnostics.push({ rule: source.rule, severity: "error", message, span, help });
  };
  const unusable: YamlDocument = {
    source,
    root: undefined,
    resolve: () => undefined,
    toPlain: () => undefined,
    brokenFrom: source.start,
    diagnostics,
  };

  const text = source.text.slice(source.start, source.end);
  if (text.length > MAX_YAML_BYTES) {
    report({ zh: "YAML 超过 1 MiB。", en: "The YAML is larger than 1 MiB." }, 0, 0, {
      zh: "请拆成几个文件，或删去不用的内容。",
      en: "Divide it into several files, or delete what is not needed.",
    });
    return unusable;
  }
  const plain = parsePlainYaml(text);
  if (plain !== undefined)
    return {
      source,
      root: plain,
      resolve: (node) => node ?? undefined,
      toPlain: (node) => node.toJS(new Document()),
      brokenFrom: undefined,
      diagnostics,
    };
  const deep = findTooDeep(text);
  if (deep !== undefined) {
    report(TOO_DEEP, deep, deep + 1, FEWER_LEVELS);
    return unusable;
  }
  const document = parse(text);
  if (document === undefined) {
    report(TOO_DEEP, 0, 0, FEWER_LEVELS);
    return unusable;
  }
  let firstFault: number | undefined;
  let lastFault: number | undefined;
  for (const error of document.errors.slice(0, MAX_SYNTAX_FINDINGS)) {
    // One finding a line: what follows a mistake on its line is mostly its echo.
    const [start, end] = placeOf(error, text);
    if (lastFault !== undefined && !/[\r\n]/.test(text.slice(lastFault, start))) continue;
    lastFault = start;
    firstFault = Math.min(start, firstFault ?? start);
    const { message, help } = explain(error, text);
    report(message, start, end, help);
    // A quote that never ends has swallowed all that follows.
    if (start < error.pos[0]) break;
  }
  for (const warning of document.warnings.slice(0, MAX_SYNTAX_FINDINGS)) {
    report(
      { zh: "这里用了不支持的 YAML 标签。", en: "This YAML tag is not supported." },
      ...placeOf(warning, text),
      { zh: "请删去以“!”开头的标签。", en: "Remove the tag that begins with “!”." },
    );
  }
  for (const key of findRepeatedKeys(document)) {
    report({ zh: `“${key.name}”写了两次。`, en: `“${key.name}” is written twice.` }, ...key.range, {
      zh: "请只留一个。",
      en: "Keep one of them.",
    });
  }
  const anchors = readAnchors(document);
  const unsafe = anchors.unsafe;
  if (unsafe !== undefined) {
    report(unsafe.message, ...unsafe.range, {
      zh: "请直接写出内容，不用别名。",
      en: "Write the values out instead of using an alias.",
    });
    return unusable;
  }
  return {
    source,
    root: isEmptyDocument(document) ? undefined : (document.contents ?? undefined),
    resolve: (node) => (isAlias(node) ? anchors.nodes.get(node) : (node ?? undefined)),
    toPlain: (node) => node.toJS(document, { maxAliasCount: MAX_ALIASES }),
    brokenFrom: firstFault === undefined ? undefined : source.start + firstFault,
    diagnostics,
  };
}

/** @returns the span of a node's own characters */
export function spanOf(node: Node, source: YamlSource): Span {
  const [start, end] = node.range ?? [0, 0];
  return { path: source.path, start: source.start + start, end: source.start + end };
}

const TOO_DEEP: Message = {
  zh: `嵌套太深，超过了 ${MAX_DEPTH} 层。`,
  en: `Values are nested deeper than ${MAX_DEPTH} levels.`,
};

const FEWER_LEVELS: Message = { zh: "请减少嵌套的层数。", en: "Use fewer levels." };

const isEmptyDocument = ({ contents }: Document.Parsed): boolean =>
  contents === null || (isScalar(contents) && contents.value === null);

function parse(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      // Looked for below: the parser compares each key with each.
      uniqueKeys: false,
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
      stringKeys: false,
      // "silent" would let a second document pass without a word.
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Looks for nesting before the parser does, whose work grows with it. Quotes are not minded. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  let lineDashes = 0;
  let atLineStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    if (unit === "\n") {
      atLineStart = true;
      lineDashes = 0;
    } else if (unit === "[" || unit === "{") depth += 1;
    else if ((unit === "]" || unit === "}") && depth > 0) depth -= 1;
    if (atLineStart && (unit === "-" || unit === "?")) lineDashes += 1;
    else if (unit !== " " && unit !== "\n") atLineStart = false;
    if (depth > MAX_DEPTH * 10 || lineDashes > MAX_DEPTH) return index;
  }
  return undefined;
}

interface RepeatedKey {
  readonly name: string;
  readonly range: readonly [number, number];
}

function findRepeatedKeys(document: Document.Parsed): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.source ?? key.value) : "";
        if (seen.has(name) && isScalar(key)) repeated.push({ name, range: rangeOf(key) });
        seen.add(name);
      }
      return repeated.length > MAX_SYNTAX_FINDINGS ? visit.BREAK : undefined;
    },
  });
  return repeated;
}

interface Anchors {
  readonly nodes: ReadonlyMap<Node, Node>;
  readonly unsafe: { readonly message: Message; readonly range: readonly [number, number] } | undefined;
}

/** Resolves every alias once, and refuses what would unfold without end. */
function readAnchors(document: Document.Parsed): Anchors {
  const byName = new Map<string, Node>();
  const nodes = new Map<Node, Node>();
  let unsafe: Anchors["unsafe"];
  visit(document, (_key, node, ancestors) => {
    const depth = ancestors.reduce(
      (count, ancestor) => count + (isMap(ancestor) || isSeq(ancestor) ? 1 : 0),
      0,
    );
    const range = rangeOf(node);
    if (depth > MAX_DEPTH) {
      unsafe = { message: TOO_DEEP, range };
      return visit.BREAK;
    }
    if (isAlias(node)) {
      const target = byName.get(node.source);
      if (target === undefined) {
        unsafe = {
          message: {
            zh: `“*${node.source}”没有对应的内容；值如果以“*”开头，请加引号。`,
            en: `“*${node.source}” refers to nothing; put quotes around a value that begins with “*”.`,
          },
          range,
        };
        return visit.BREAK;
      }
      nodes.set(node, target);
      // An alias to what holds an alias is how a bomb multiplies; an alias to its own ancestor never ends.
      if (nodes.size > MAX_ALIASES || ancestors.includes(target) || holdsAlias(target)) {
        unsafe = {
          message: {
            zh: `别名（*${node.source}）太多，或互相套用。`,
            en: `There are too many aliases, or an alias inside an alias (*${node.source}).`,
          },
          range,
        };
        return visit.BREAK;
      }
    } else if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
      byName.set(node.anchor, node);
    }
    return undefined;
  });
  return { nodes, unsafe };
}

function rangeOf(node: unknown): readonly [number, number] {
  const holder = isPair(node) ? node.key : node;
  const range =
    isMap(holder) || isSeq(holder) || isScalar(holder) || isAlias(holder) ? holder.range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function holdsAlias(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
