/** The way of a place in a text through edits, and back. */
import type { TextEdit } from "../diagnostics/diagnostic.js";

export interface EditMap {
  /** @returns where a place lies after the edits, on this side of what is put in there */
  readonly forth: (offset: number, side: "before" | "behind") => number;
  /** @returns where a character of the edited text stood, undefined where an edit brought it */
  readonly back: (offset: number) => number | undefined;
  /** @returns where what begins or ends here did so before; of what an edit brought, around what it replaced */
  readonly origin: (offset: number, edge: "start" | "end") => number;
  /** whether a character of the text before is taken away */
  readonly isTaken: (offset: number) => boolean;
}

interface Step {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** @param edits of one text, none of which touches another */
export function mapEdits(edits: readonly TextEdit[]): EditMap {
  const steps: Step[] = [];
  let shift = 0;
  for (const { span, text } of [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    const newStart = span.start + shift;
    steps.push({ start: span.start, end: span.end, newStart, newEnd: newStart + text.length });
    shift += text.length - (span.end - span.start);
  }
  return {
    forth(offset, side) {
      const step =
        steps[
          lastIndex(steps, ({ start, end }) => {
            return start < offset || (side === "behind" && start === offset && end === offset);
          })
        ];
      if (step === undefined) return offset;
      if (offset >= step.end) return offset - step.end + step.newEnd;
      return side === "before" ? step.newStart : step.newEnd;
    },
    back(offset) {
      const step = steps[lastIndex(steps, (one) => one.newStart <= offset)];
      if (step === undefined) return offset;
      return offset < step.newEnd ? undefined : offset - step.newEnd + step.end;
    },
    origin(offset, edge) {
      const isPast = ({ newStart }: Step) => (edge === "start" ? newStart <= offset : newStart < offset);
      const step = steps[lastIndex(steps, isPast)];
      if (step === undefined) return offset;
      return offset < step.newEnd ? step[edge] : offset - step.newEnd + step.end;
    },
    isTaken(offset) {
      const step = steps[lastIndex(steps, (one) => one.start <= offset)];
      return step !== undefined && offset < step.end;
    },
  };
}

/** @returns the index of the last step, in order, that fits; -1 where none does */
function lastIndex(steps: readonly Step[], fits: (step: Step) => boolean): number {
  let low = -1;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const step = steps[middle];
    if (step !== undefined && fits(step)) low = middle;
    else high = middle - 1;
  }
  return low;
}
