/**
 * Straight quotation marks to curved ones: two that are a pair, and several of which a person has to say which pair.
 * Source: GB/T 15834-2011, 4.8.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import { isNestingLikely, type StraightPair } from "../han/straight-pairs.js";
import { type CopyLine, copyFinding, replaceInLine } from "./copy-line.js";
import type { Finding } from "./rule.js";

const DOUBLE = "“”";
const SINGLE = "‘’";

/** By the quotation around it; book titles are none (GB/T 15834-2011, 4.8.3.3). */
function marksAt({ pairing }: CopyLine, at: number): typeof DOUBLE | typeof SINGLE {
  // In the order of their closing marks the innermost comes first.
  const around = pairing.pairs.find(({ open, close, mark }) => open < at && at < close && /[“‘]/.test(mark));
  return around?.mark === "“" ? SINGLE : DOUBLE;
}

/** @param isCertain true where no other mark can be the partner of either */
export function quotation(
  line: CopyLine,
  { open, close, isCertain }: StraightPair & { readonly isCertain: boolean },
): Finding {
  const marks = marksAt(line, open);
  const kind = marks === SINGLE ? "单" : "双";
  const help = isCertain
    ? { zh: `改为弯的${kind}引号。`, en: `Write ${marks}.` }
    : { zh: `若这两个成对，改为弯的${kind}引号。`, en: `If these two are a pair, write ${marks}.` };
  const found = copyFinding(line, {
    start: open,
    end: open + 1,
    message: { zh: "中文里用了直引号。", en: "There are straight quotation marks in Chinese text." },
    help,
  });
  const edits = curved(line, { open, close }, marks);
  if (edits === undefined) return found;
  return isCertain ? { ...found, fix: edits } : { ...found, suggestions: [{ message: help, edits }] };
}

function curved(
  line: CopyLine,
  { open, close }: StraightPair,
  marks: string,
): readonly TextEdit[] | undefined {
  const edits = [
    replaceInLine(line, { start: open, end: open + 1, text: marks.charAt(0) }),
    replaceInLine(line, { start: close, end: close + 1, text: marks.charAt(1) }),
  ];
  return edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

/** @param pairs marks in twos by turns, of which one pair may be inside of another */
export function unclearQuotations(line: CopyLine, pairs: readonly StraightPair[]): Finding {
  const [first, second, third] = pairs;
  const found = copyFinding(line, {
    start: first?.open ?? 0,
    end: (first?.open ?? 0) + 1,
    message: {
      zh: "分不清这几个直引号怎样成对：是并列的，还是一对套在另一对里面。",
      en: "Which of these straight quotation marks pair is not clear: side by side, or one pair within the other.",
    },
    help: {
      zh: "并列的都改为“”；一对套在另一对里面的，外面的改为“”，里面的改为‘’。",
      en: "Write “” for each if they stand side by side; “” outside and ‘’ inside if one is within the other.",
    },
  });
  if (first === undefined || second === undefined || third !== undefined) return found;
  const outer = marksAt(line, first.open);
  const inner = outer === DOUBLE ? SINGLE : DOUBLE;
  const ways = [
    {
      message: {
        zh: `一对套在另一对里面：外面的改为${outer}，里面的改为${inner}。`,
        en: `One within the other: write ${outer} outside and ${inner} inside.`,
      },
      edits: [
        curved(line, { open: first.open, close: second.close }, outer),
        curved(line, { open: first.close, close: second.open }, inner),
      ],
    },
    {
      message: { zh: `并列的两对：都改为${outer}。`, en: `Two side by side: write ${outer} for both.` },
      edits: [curved(line, first, outer), curved(line, second, outer)],
    },
  ];
  const suggestions = (isNestingLikely(line.text, first, second) ? ways : ways.reverse()).flatMap(
    ({ message, edits }) =>
      edits.includes(undefined) ? [] : [{ message, edits: edits.flatMap((edit) => edit ?? []) }],
  );
  return { ...found, suggestions };
}
