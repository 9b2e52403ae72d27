/** Where a submission's bytes come from, and what the rooms of the carriers give each other of it. */
import type { ManuscriptPicture, Submission } from "./manuscript.js";

export interface SubmissionSource {
  /** path that findings name */
  readonly path: string;
  /** file name as the unit gave it, without folders */
  readonly name: string;
  /** pictures that hang on the same mail, by which a page or a Markdown text may call them */
  readonly beside?: NamedPictures;
}

/** Pictures by the names by which a text calls them: `cid:…` of a mail, the name of a file. */
export type NamedPictures = ReadonlyMap<string, NamedPicture>;

export type NamedPicture = Pick<ManuscriptPicture, "bytes" | "name">;

/** @returns the picture that an address means: the same words, or the name at the end of a path */
export function pictureBeside(beside: NamedPictures | undefined, address: string): NamedPicture | undefined {
  if (beside === undefined) return undefined;
  const whole = beside.get(address);
  if (whole !== undefined || /^[a-z][a-z0-9+.-]+:/iu.test(address)) return whole;
  const name = address.split(/[?#]/u)[0]?.split(/[/\\]/u).at(-1) ?? "";
  return beside.get(name) ?? beside.get(decoded(name));
}

/** %E5%9B%BE1.jpg */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Reads what hangs on a mail; the rooms do not import each other. */
export type AttachmentReader = (
  bytes: Uint8Array,
  source: SubmissionSource,
  depth: number,
) => Promise<Submission>;
