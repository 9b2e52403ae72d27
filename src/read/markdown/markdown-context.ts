/** What the readers of blocks and inlines share while one item's body is read. */
import type { Definition } from "mdast";
import type { Diagnostic, Message, TextEdit } from "../../diagnostics/diagnostic.js";
import type { SuppressionComment } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import type { Figure, ImageFacts } from "../../model/text.js";

export interface MarkdownContext {
  readonly path: string;
  /** the whole file; positions of the tree count in it */
  readonly text: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly findImage: (destination: string) => ImageFacts;
  /** @returns the number a call of this note prints, or undefined where it may not be called here */
  readonly callNote: (identifier: string, span: Span) => number | undefined;
  /** names of HTML elements reported already, whose end tags need no finding of their own */
  readonly openedTags: Set<string>;
  readonly report: (fault: MarkdownFault) => void;
  readonly suppress: (comment: SuppressionComment) => void;
}

export interface MarkdownFault {
  readonly rule: "item/raw-html" | "item/unsupported-markup" | "item/unresolved-reference";
  readonly span: Span;
  readonly message: Message;
  readonly help?: Message;
  readonly fix?: readonly TextEdit[];
}

export const diagnosticOf = (fault: MarkdownFault): Diagnostic => ({ severity: "error", ...fault });

/** Where pictures found amid text are put: behind their paragraph; undefined where none may stand. */
export type FigureSink = Figure[] | undefined;

interface Placed {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

export function spanOfNode(node: Placed, { path }: { readonly path: string }): Span {
  const start = node.position?.start.offset ?? 0;
  return { path, start, end: node.position?.end.offset ?? start };
}
