/**
 * Links taken out of the emphasis that they stand in, which is put into them: wangEditor keeps `<a><strong>` and of
 * `<strong><a>` the words alone.
 */
import type { Inline } from "../../../model/text.js";
import type { FlatInline } from "./flat-issue.js";

type Mark = Extract<Inline, { kind: "emphasis" | "strong" | "strikethrough" }>;

export const linksOutermost = (inlines: readonly FlatInline[]): readonly FlatInline[] =>
  inlines.flatMap((inline): readonly FlatInline[] =>
    typeof inline === "string" ? [inline] : outermost(inline),
  );

function outermost(inline: Inline): readonly Inline[] {
  if (!isMark(inline)) return [inline];
  const pieces: Inline[] = [];
  let run: Inline[] = [];
  const endRun = () => {
    if (run.length > 0) pieces.push({ ...inline, children: run });
    run = [];
  };
  for (const child of inline.children.flatMap(outermost)) {
    if (child.kind !== "link") {
      run.push(child);
      continue;
    }
    endRun();
    pieces.push({ ...child, children: [{ ...inline, children: child.children }] });
  }
  endRun();
  return pieces;
}

const isMark = (inline: Inline): inline is Mark =>
  inline.kind === "emphasis" || inline.kind === "strong" || inline.kind === "strikethrough";

/** @returns the same as one strong run; links are taken out of it as of any */
export function asStrong(inlines: readonly FlatInline[]): readonly FlatInline[] {
  const own = inlines.filter((inline): inline is Inline => typeof inline !== "string");
  const [first] = own;
  return first === undefined || own.length < inlines.length
    ? inlines
    : [{ kind: "strong", children: own, span: first.span }];
}
