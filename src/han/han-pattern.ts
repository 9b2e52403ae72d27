/**
 * Patterns that speak of ideographs, cheap to begin with. V8 asks ICU for the set of \p{Script=Han} each time that it
 * reads such a pattern, and compiles each range beyond the BMP as pairs of surrogates: up to fifty times the work of the
 * same pattern without them. Hardly a text holds such a pair, and in one without, ranges of the BMP say the same.
 */

/**
 * \p{Script=Han} within the BMP, as all supported releases of Node have it (test/han/han-pattern.test.ts). Beyond it
 * Unicode adds ideographs every other year: there the engine says what they are.
 */
const HAN_OF_BMP =
  "\\u2e80-\\u2e99\\u2e9b-\\u2ef3\\u2f00-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufa6d\\ufa70-\\ufad9";
const HAN = "\\p{Script=Han}";

const SURROGATE = /[\ud800-\udfff]/;

export interface HanPattern {
  /** @returns the pattern for this text and its parts; of two with `lastIndex`, each keeps its own */
  readonly for: (text: string) => RegExp;
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
}

/**
 * @param source of a pattern under the flag u
 * @param flags beside it
 */
export function hanPattern(source: string, flags = ""): HanPattern {
  let plain: RegExp | undefined;
  let whole: RegExp | undefined;
  const patternFor = (text: string): RegExp => {
    if (SURROGATE.test(text)) {
      whole ??= new RegExp(source, `${flags}u`);
      return whole;
    }
    plain ??= makePlain(source, flags);
    return plain;
  };
  return {
    for: patternFor,
    test: (text) => patternFor(text).test(text),
    exec: (text) => patternFor(text).exec(text),
  };
}

function makePlain(source: string, flags: string): RegExp {
  let isInClass = false;
  const plain = source.replace(/\\p\{Script=Han\}|\\.|[[\]]/gs, (part) => {
    if (part === HAN) return isInClass ? HAN_OF_BMP : `[${HAN_OF_BMP}]`;
    if (part === "[" || part === "]") isInClass = part === "[";
    return part;
  });
  // Without pairs the flag u means nothing, but for what only it can say, and for how letters change their case.
  const needsUnicode = flags.includes("i") || /\\[pPu]\{/.test(plain);
  return new RegExp(plain, needsUnicode ? `${flags}u` : flags);
}
