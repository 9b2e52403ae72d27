/**
 * Bare web addresses in Markdown: `见https://example.org/a。欢迎` is a link to
 * https://example.org/a and the Chinese goes on behind it. An address is ASCII, save a name in Han that
 * fills a part of its own and is followed by more of the address (`/通知/2026.html`); it ends before
 * marks that close a sentence. Where Han may belong to it or not, it ends, and link/doubtful-address
 * says so. It takes the place of GitHub's own law, for which an address goes on to the next space;
 * bare mailboxes are found later, in the finished text (mail-addresses.ts).
 */
import type { Data } from "unified";
import { lengthOfHanPart, MAX_HAN_PART } from "./han-in-address.js";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    literalAutolink: "literalAutolink";
    literalAutolinkHttp: "literalAutolinkHttp";
    literalAutolinkWww: "literalAutolinkWww";
  }
}

type Syntax = NonNullable<Data["micromarkExtensions"]>[number];
type ConstructMap = NonNullable<Syntax["text"]>;
type Construct = Exclude<NonNullable<ConstructMap[string]>, readonly unknown[]>;
type Tokenizer = Construct["tokenize"];
type Code = Parameters<NonNullable<Construct["previous"]>>[0];
type State = ReturnType<Tokenizer>;

const codeOf = (character: string): number => character.charCodeAt(0);
const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map(codeOf));

/** RFC 3986: unreserved, reserved without square brackets, and the percent sign. */
const ADDRESS = codesOf(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%",
);
/** May stand in an address, never at its end (GFM, extended autolink path validation); nor may a bracket that opens. */
const TRAILING = codesOf("?!.,:;*_~'(");
const ALPHANUMERIC = codesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
const PREFIXES = ["https://", "http://", "www."] as const;

/** A part of an address begins behind one of them: of the path, of the query, of a value. */
const BEFORE_PART = codesOf("/=");
const SPACE = codeOf(" ");
const LAST_ASCII = 0x7e;

const OPEN = codeOf("(");
const CLOSE = codeOf(")");

const previous = (code: Code): boolean => code === null || !ALPHANUMERIC.has(code);

/** Succeeds where marks that cannot end an address are followed by more of it. */
const moreBehindMarks: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inMarks: State = (code) => {
      if (code !== null && TRAILING.has(code)) {
        effects.consume(code);
        return inMarks;
      }
      return code !== null && ADDRESS.has(code) && code !== CLOSE ? ok(code) : nok(code);
    };
    return (code) => {
      effects.enter("data");
      return inMarks(code);
    };
  },
};

const tokenize: Tokenizer = function (effects, ok, nok) {
  const atStart = this.previous;
  let written = "";
  let parentheses = 0;
  let marksToTake = false;
  let before: Code = null;
  /** units of a part in Han that are still to be taken */
  let hanToTake = 0;

  /** Succeeds where a part in Han begins that surely belongs to the address. */
  const hanPart: Construct = {
    partial: true,
    tokenize(effects, ok, nok) {
      let ahead = "";
      const inAhead: State = (code) => {
        if (code === null || code <= SPACE || ahead.length >= MAX_HAN_PART) {
          hanToTake = lengthOfHanPart(ahead);
          return hanToTake > 0 ? ok(code) : nok(code);
        }
        ahead += String.fromCharCode(code);
        effects.consume(code);
        return inAhead;
      };
      return (code) => {
        effects.enter("data");
        return inAhead(code);
      };
    },
  };

  const inPrefix: State = (code) => {
    if (code === null || code < 0) return nok(code);
    written += String.fromCharCode(code).toLowerCase();
    if (!PREFIXES.some((prefix) => prefix.startsWith(written))) return nok(code);
    effects.consume(code);
    return PREFIXES.some((prefix) => prefix === written) ? atHost : inPrefix;
  };
  const atHost: State = (code) => (code !== null && ALPHANUMERIC.has(code) ? inAddress(code) : nok(code));
  const inAddress: State = (code) => {
    if (hanToTake > 0) return takeHan(code);
    if (code !== null && code > LAST_ASCII && before !== null && BEFORE_PART.has(before))
      return effects.check(hanPart, takeHan, end)(code);
    if (code === null || !ADDRESS.has(code)) return end(code);
    if (TRAILING.has(code) && !marksToTake) return effects.check(moreBehindMarks, takeMark, end)(code);
    if (!TRAILING.has(code)) marksToTake = false;
    if (code === OPEN) parentheses += 1;
    if (code === CLOSE) {
      if (parentheses === 0) return end(code);
      parentheses -= 1;
    }
    before = code;
    effects.consume(code);
    return inAddress;
  };
  const takeHan: State = (code) => {
    hanToTake -= 1;
    before = code;
    effects.consume(code);
    return inAddress;
  };
  // Once looked behind, a row of marks is taken whole: the work stays linear.
  const takeMark: State = (code) => {
    marksToTake = true;
    return inAddress(code);
  };
  const end: State = (code) => {
    effects.exit(written === "www." ? "literalAutolinkWww" : "literalAutolinkHttp");
    effects.exit("literalAutolink");
    return ok(code);
  };
  return (code) => {
    if (!previous(atStart)) return nok(code);
    effects.enter("literalAutolink");
    effects.enter(
      code === codeOf("w") || code === codeOf("W") ? "literalAutolinkWww" : "literalAutolinkHttp",
    );
    return inPrefix(code);
  };
};

const construct: Construct = { name: "bareAddress", previous, tokenize };

export const bareAddress: Syntax = {
  text: {
    [codeOf("h")]: construct,
    [codeOf("H")]: construct,
    [codeOf("w")]: construct,
    [codeOf("W")]: construct,
  },
  disable: { null: ["wwwAutolink", "protocolAutolink", "emailAutolink"] },
};
