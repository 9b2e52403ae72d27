/**
 * A parser whose work on one text is counted, and ended where it is more than any author's text asks for. Some
 * constructs of Markdown go through the whole paragraph again for each mark that finds no partner: emphasis,
 * brackets, tags, code. What they do is counted here, step by step, not guessed from the text: marks that find
 * their partners cost next to nothing, however many there are.
 */
import { autolink, codeText, htmlText, labelEnd, setextUnderline } from "micromark-core-commonmark";
import type { Data } from "unified";

export type Syntax = NonNullable<Data["micromarkExtensions"]>[number];
type ConstructMap = NonNullable<Syntax["text"]>;
type Construct = Exclude<NonNullable<ConstructMap[string]>, readonly unknown[]>;
type Tokenizer = Construct["tokenize"];
type Context = ThisParameterType<Tokenizer>;
type Effects = Parameters<Tokenizer>[0];
type Resolver = NonNullable<Construct["resolveAll"]>;
type Events = Parameters<Resolver>[0];

/** Steps over one event of the parser, each some nanoseconds: half a second in all. */
const MOST_STEPS = 100_000_000;
/** What taking one character costs, in such steps */
const STEPS_A_CHARACTER = 25;
/** What copying an event costs: all that a mark closes over is copied, again for each mark around it. */
const STEPS_AN_EVENT = 10;

/** What cutting a word out of the text costs, and one more for each of its characters */
const STEPS_A_SLICE = 40;

/** Thrown out of the parser, which has no other way to be ended; parse-markup.ts alone catches it. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
  /** where in the text the parser was */
  readonly offset: number;

  constructor(offset: number) {
    super("the text asks for more work than it may");
    this.offset = offset;
  }
}

/** @returns extensions that do what the given ones do, and replace what the parser itself brings for inlines */
export function boundedWork(extensions: readonly Syntax[]): Syntax[] {
  const own: Syntax = {
    text: {
      [codeOf("<")]: [autolink, htmlText].map(boundedCore),
      [codeOf("]")]: boundedCore(labelEnd),
      [codeOf("`")]: boundedCore(codeText),
    },
    flow: {
      [codeOf("=")]: boundedUnderline,
      [codeOf("-")]: boundedUnderline,
    },
    disable: { null: REPLACED.map(({ name }) => name ?? "") },
  };
  return [...extensions.map(boundedExtension), own];
}

const REPLACED: readonly Construct[] = [autolink, htmlText, labelEnd, codeText, setextUnderline];

/**
 * Makes a heading of the paragraph before it. The parser copies all events of the text for that; those in front
 * of the paragraph are of no concern to it.
 */
const boundedUnderline: Construct = {
  ...setextUnderline,
  name: "bounded setextUnderline",
  resolveTo(events, context) {
    const from = events.findLastIndex(([kind, token]) => kind === "enter" && token.type === "content");
    const own = events.splice(Math.max(0, from));
    for (const event of setextUnderline.resolveTo?.(own, context) ?? own) events.push(event);
    return events;
  },
};

const codeOf = (character: string): number => character.charCodeAt(0);

function boundedExtension(extension: Syntax): Syntax {
  const { text, insideSpan } = extension;
  return {
    ...extension,
    ...(text === undefined ? {} : { text: boundedMap(text) }),
    ...(insideSpan === undefined
      ? {}
      : { insideSpan: { null: insideSpan.null?.map(boundedResolver) ?? [] } }),
  };
}

function boundedMap(map: ConstructMap): ConstructMap {
  const entries = Object.entries(map).map(([code, constructs]) => {
    if (constructs === undefined) return [code, undefined] as const;
    return [code, [constructs].flat().map(boundedConstruct)] as const;
  });
  return Object.fromEntries(entries);
}

/** Under a name of its own: the parser's are turned off by theirs. */
const boundedCore = (construct: Construct): Construct => ({
  ...boundedConstruct(construct),
  name: `bounded ${construct.name}`,
});

/** The same for the same one: the parser knows constructs by identity. */
const known = new WeakMap<Construct, Construct>();

function boundedConstruct(construct: Construct): Construct {
  const made = known.get(construct) ?? makeBounded(construct);
  known.set(construct, made);
  return made;
}

function makeBounded(construct: Construct): Construct {
  const { tokenize, resolveTo } = construct;
  return {
    ...construct,
    ...boundedResolver(construct),
    tokenize(effects, ok, nok) {
      // What may be looked for here: a bracket that opens, among all events; its words, among all definitions.
      if (BRACKETS.has(construct.name)) charge(this, this.events.length + this.parser.defined.length);
      return tokenize.call(countingSlices(this), countingEffects(effects, this), ok, nok);
    },
    ...(resolveTo && {
      resolveTo(events, context) {
        charge(context, events.length * STEPS_AN_EVENT);
        return resolveTo(events, context);
      },
    }),
  };
}

const BRACKETS: ReadonlySet<string | undefined> = new Set(["labelEnd", "gfmPotentialFootnoteCall"]);

const knownResolvers = new WeakMap<Resolver, Resolver>();

/** Each mark that may close looks back for its partner, at worst through all events. */
function boundedResolver({ resolveAll }: Pick<Construct, "resolveAll">): Pick<Construct, "resolveAll"> {
  if (resolveAll === undefined) return {};
  const made: Resolver =
    knownResolvers.get(resolveAll) ??
    ((events, context) => {
      charge(context, events.length * (STEPS_AN_EVENT + countClosing(events)));
      return resolveAll(events, countingSlices(context));
    });
  knownResolvers.set(resolveAll, made);
  return { resolveAll: made };
}

function countClosing(events: Events): number {
  let count = 0;
  for (const [kind, token] of events) if (kind === "enter" && token._close === true) count += 1;
  return count;
}

const countingByContext = new WeakMap<Context, Context>();

/** Words are cut out of the text to be compared: those of a link for each bracket that may close them. */
function countingSlices(context: Context): Context {
  const known = countingByContext.get(context);
  if (known !== undefined) return known;
  const counting: Context = Object.create(context);
  counting.sliceSerialize = (token, expandTabs) => {
    charge(context, STEPS_A_SLICE + token.end.offset - token.start.offset);
    return context.sliceSerialize(token, expandTabs);
  };
  countingByContext.set(context, counting);
  countingByContext.set(counting, counting);
  return counting;
}

const countingByEffects = new WeakMap<Effects, Effects>();

function countingEffects(effects: Effects, context: Context): Effects {
  const made = countingByEffects.get(effects) ?? makeCounting(effects, context);
  countingByEffects.set(effects, made);
  return made;
}

function makeCounting(effects: Effects, context: Context): Effects {
  const counting = (attempt: Effects["attempt"]): Effects["attempt"] => {
    return (constructs, ok, nok) => attempt(boundedParts(constructs), ok, nok);
  };
  const made: Effects = {
    ...effects,
    consume(code) {
      charge(context, STEPS_A_CHARACTER);
      effects.consume(code);
    },
    attempt: counting(effects.attempt),
    check: counting(effects.check),
    interrupt: counting(effects.interrupt),
  };
  countingByEffects.set(made, made);
  return made;
}

/** What a construct tries on its way, which is but one thing or another of its own. */
function boundedParts(constructs: Parameters<Effects["attempt"]>[0]): Parameters<Effects["attempt"]>[0] {
  if (Array.isArray(constructs)) return constructs.map(boundedConstruct);
  return isConstruct(constructs) ? boundedConstruct(constructs) : constructs;
}

const isConstruct = (value: Construct | ConstructMap): value is Construct => "tokenize" in value;

const spentBy = new WeakMap<Context["parser"], { steps: number }>();

function charge(context: Context, steps: number): void {
  let spent = spentBy.get(context.parser);
  if (spent === undefined) {
    spent = { steps: 0 };
    spentBy.set(context.parser, spent);
  }
  spent.steps += steps;
  if (spent.steps > MOST_STEPS) throw new TooMuchWork(context.now().offset);
}
