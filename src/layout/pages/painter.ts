/** A page while it is painted: its marks in order, each given to an element or named an artifact. */
import type { ElementNode, StructureInMaking } from "../element-node.js";
import type { Artifact, Destination, Mark, Owner } from "../layout.js";
import type { SourcePiece } from "../page-sources.js";

export interface Painter {
  readonly structure: StructureInMaking;
  /** of the page, from 1 */
  readonly number: number;
  readonly marks: Mark[];
  readonly destinations: Destination[];
  /** what comes from the authors' files; undefined where nobody asks */
  readonly sources: SourcePiece[] | undefined;
}

type Unowned<T> = T extends { readonly owner: Owner } ? Omit<T, "owner"> : never;

export function pushMark(painter: Painter, owner: ElementNode | Artifact, mark: Unowned<Mark>): void {
  painter.marks.push({ ...mark, owner: ownerOf(painter, owner) });
}

/** Attaches the element to which the page's next mark belongs. */
export const ownerOf = ({ structure, number, marks }: Painter, owner: ElementNode | Artifact): Owner =>
  typeof owner === "string" ? owner : structure.addMark(owner, number, marks.length);
