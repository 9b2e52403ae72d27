/**
 * Most heads of items are a few keys with Chinese words or a day behind them. Their nodes are made here, the same to the
 * last offset as the parser makes of them (test/read/plain-yaml.test.ts), in a tenth of the time. Whatever could mean
 * something in YAML is left to the parser.
 */
import { Pair, Scalar, YAMLMap } from "yaml";

/** Nobody writes more; keys are compared each with each. */
const MOST_KEYS = 12;

/**
 * A key, and words of which no sign means anything in YAML: no number, no word of its own (true, null), no quote or
 * bracket in front, no colon, no comment, no blank at the end.
 */
const LINE =
  /([a-z][a-z-]*): (\d{4}-\d\d-\d\d|[A-Za-z\d]{0,8}[\u3007-\u9fff“‘《〈（【「][\w %,/()+\-?;"'.\u00a1-\u1fff\u2010-\u2027\u2030-\ufefe\uff01-\uffee]*)(\r?\n|$)/y;

/** @returns the map; undefined where the text is not plain */
export function parsePlainYaml(text: string): YAMLMap<Scalar<string>, Scalar<string>> | undefined {
  const map = new YAMLMap<Scalar<string>, Scalar<string>>();
  const names = new Set<string>();
  for (let at = 0; at < text.length; ) {
    LINE.lastIndex = at;
    const match = LINE.exec(text);
    if (match === null || names.size === MOST_KEYS) return undefined;
    const [line, name = "", value = "", lineEnd = ""] = match;
    if (value.endsWith(" ") || names.has(name)) return undefined;
    names.add(name);
    const next = at + line.length;
    const start = at + name.length + 2;
    const keyEnd = at + name.length;
    map.items.push(
      new Pair(
        plainScalar(name, [at, keyEnd, keyEnd]),
        plainScalar(value, [start, next - lineEnd.length, next]),
      ),
    );
    at = next;
  }
  if (names.size === 0) return undefined;
  map.range = [0, text.length, text.length];
  return map;
}

function plainScalar(words: string, range: [number, number, number]): Scalar<string> {
  const scalar = new Scalar(words);
  scalar.range = range;
  scalar.source = words;
  scalar.type = Scalar.PLAIN;
  return scalar;
}
