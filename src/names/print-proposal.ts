/** A proposed roster and register as YAML that can be pasted into bulletin.yaml, and as plain data. */
import type { Language } from "../diagnostics/language.js";
import { indexLines, positionAt } from "../diagnostics/line-index.js";
import { printable } from "../diagnostics/printable.js";
import type { Span } from "../model/located.js";
import type { Printed, Proposal, ProposedPerson, Unclear, UnclearReason } from "./propose-names.js";

export interface ProposalFacts {
  readonly from: string;
  readonly issues: number;
  readonly sources: ReadonlyMap<string, string>;
}

export function printProposal(proposal: Proposal, facts: ProposalFacts, language: Language): string {
  const words = WORDS[language];
  const lineOf = lineFinder(facts.sources);
  const places = (spans: readonly Span[]) =>
    spans.map((span) => `${printable(span.path)}:${lineOf(span)}`).join(" ");
  const told = ({ count, first, last, places: where }: Printed) =>
    `${words.times(count)} ${first === last ? first : `${first}–${last}`} ${places(where)}`;
  const { units, people, unclear, known } = proposal;
  const lines = [
    `# ${words.head(printable(facts.from), facts.issues, proposal.items)}`,
    `# ${words.confirm}`,
    ...(known.units + known.people > 0 ? [`# ${words.known(known.units, known.people)}`] : []),
  ];
  if (units.length > 0) lines.push("units:");
  for (const unit of units) {
    const { name, aliases } = unit;
    const value =
      aliases.length === 0
        ? plain(name)
        : `{name: ${plain(name)}, aliases: [${aliases.map(plain).join(", ")}]}`;
    lines.push(`  - ${value}  # ${told(unit)}`);
  }
  if (people.length > 0) lines.push("lint:", "  words:", "    names:");
  for (const person of people) {
    lines.push(`      ${plain(person.name)}: ${postsOf(person)}  # ${told(person)}`);
    if (person.posts.length > 1)
      for (const { post, count, first, last } of person.posts)
        lines.push(`      #   ${post}: ${words.times(count)} ${first === last ? first : `${first}–${last}`}`);
  }
  if (units.length + people.length === 0) lines.push(`# ${words.nothing}`);
  if (unclear.length > 0) lines.push(`# ${words.unclear}`);
  for (const one of unclear)
    lines.push(
      `#   ${printable(one.text)}: ${words.reasons[one.reason](one)}; ${words.times(one.count)} ${places([one.place])}`,
    );
  return `${lines.join("\n")}\n`;
}

/** What programs read: the same, with paths and lines. */
export function proposalRecord(proposal: Proposal, { from, issues, sources }: ProposalFacts): unknown {
  const lineOf = lineFinder(sources);
  const placeOf = (span: Span) => ({ path: span.path, line: lineOf(span) });
  const printed = ({ count, first, last, places }: Printed) => ({
    count,
    first,
    last,
    places: places.map(placeOf),
  });
  return {
    version: 1,
    from,
    issues,
    items: proposal.items,
    units: proposal.units.map(({ name, aliases, ...rest }) => ({ name, aliases, ...printed(rest) })),
    names: proposal.people.map(({ name, posts, ...rest }) => ({ name, posts, ...printed(rest) })),
    unclear: proposal.unclear.map(({ place, ...rest }) => ({ ...rest, place: placeOf(place) })),
    known: { units: proposal.known.units, names: proposal.known.people },
  };
}

const postsOf = ({ posts }: ProposedPerson): string =>
  posts.length === 1 ? plain(posts[0]?.post ?? "") : `[${posts.map(({ post }) => plain(post)).join(", ")}]`;

/** Quoted where YAML might read it as something else. */
const plain = (word: string): string =>
  /^[\p{Script=Han}（）·]+$/u.test(word) ? word : JSON.stringify(word);

function lineFinder(sources: ReadonlyMap<string, string>): (span: Span) => number {
  const indices = new Map<string, ReturnType<typeof indexLines>>();
  return ({ path, start }) => {
    const index = indices.get(path) ?? indexLines(sources.get(path) ?? "");
    indices.set(path, index);
    return positionAt(index, start).line;
  };
}

const ZH = {
  head: (from: string, issues: number, items: number) => `从 ${from} 的 ${issues} 期、${items} 篇稿件读出。`,
  confirm:
    "请逐条核对，再贴进 bulletin.yaml；人名的先后是礼宾次序，请自行排定。行末是次数、日期和最先出现的地方。",
  known: (units: number, people: number) => `名录中已有的没有列：单位 ${units} 个，人名 ${people} 个。`,
  nothing: "没有读出名录中还没有的单位和人名。",
  unclear: "拿不准的，没有列入：",
  times: (count: number) => `${count} 次`,
  reasons: {
    "end-of-name": () => "职务后面像是人名，到哪个字为止看不出",
    "near-another": ({ near = "" }) => `只出现一次，与“${near}”只差一个字`,
    "no-post": () => "署名或发言的人，没有写职务",
  } satisfies Record<UnclearReason, (one: Unclear) => string>,
};

const EN: typeof ZH = {
  head: (from, issues, items) =>
    `Read from ${from}: ${issues} ${issues === 1 ? "issue" : "issues"}, ${items} ${items === 1 ? "item" : "items"}.`,
  confirm:
    "Check each line before you paste it into bulletin.yaml; put persons into protocol order. A line ends with count, days and first places.",
  known: (units, people) => `Left out because they are listed already (units: ${units}, persons: ${people}).`,
  nothing: "Nothing was found that is not listed already.",
  unclear: "Unclear, and left out:",
  times: (count) => `${count}×`,
  reasons: {
    "end-of-name": () => "a name seems to follow the post, but its end is not certain",
    "near-another": ({ near = "" }) => `found once, and one character off “${near}”`,
    "no-post": () => "who signed or spoke, without a post",
  },
};

const WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };
