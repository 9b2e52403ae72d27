/**
 * Asterisks between two digits are characters: `120*80*60` is a size and `138****5678` a number with
 * its middle covered. To CommonMark two of them in a paragraph are emphasis, and the printed number
 * would be another one.
 */
import type { Data } from "unified";

type Syntax = NonNullable<Data["micromarkExtensions"]>[number];
type ConstructMap = NonNullable<Syntax["text"]>;
type Construct = Exclude<NonNullable<ConstructMap[string]>, readonly unknown[]>;
type State = ReturnType<Construct["tokenize"]>;
type Code = Parameters<NonNullable<Construct["previous"]>>[0];

const ASTERISK = 0x2a;

const isDigit = (code: Code): boolean => code !== null && code >= 0x30 && code <= 0x39;

const construct: Construct = {
  name: "asteriskBetweenDigits",
  previous: isDigit,
  tokenize(effects, ok, nok) {
    const isBehindDigit = isDigit(this.previous);
    const inRun: State = (code) => {
      if (code === ASTERISK) {
        effects.consume(code);
        return inRun;
      }
      if (!isDigit(code)) return nok(code);
      effects.exit("data");
      return ok(code);
    };
    return (code) => {
      if (!isBehindDigit) return nok(code);
      effects.enter("data");
      return inRun(code);
    };
  },
};

export const asteriskBetweenDigits: Syntax = { text: { [ASTERISK]: construct } };
