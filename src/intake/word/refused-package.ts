/**
 * Why a Word file is not read at all. Thrown from wherever it is seen, so that inflating and parsing stop
 * there; caught once, in read-word-package.ts, which tells it (word-notices.ts has the words).
 */

export type Refusal =
  /** no whole zip, or a part of it does not hold what it should; `part`: which, where it is known */
  | { readonly kind: "damaged"; readonly part: string | undefined }
  /** encrypted entries */
  | { readonly kind: "locked" }
  /** more, longer or deeper than any document written by people */
  | { readonly kind: "too-big"; readonly what: "entries" | "part" | "whole" | "elements" | "depth" }
  /** says things that no Word file says: a DOCTYPE, two parts of one name */
  | { readonly kind: "hostile"; readonly what: "doctype" | "two-of-one-name" }
  /** a package of another program */
  | { readonly kind: "not-word"; readonly format: "excel" | "powerpoint" | "visio" | "opendocument" | "zip" };

export class RefusedPackage extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.kind, options);
    this.name = "RefusedPackage";
    this.refusal = refusal;
  }
}

export const damaged = (part?: string, cause?: unknown): RefusedPackage =>
  new RefusedPackage({ kind: "damaged", part }, { cause });
