/** Where a submission's bytes come from, and what the rooms of the carriers give each other of it. */
import type { Submission } from "./manuscript.js";

export interface SubmissionSource {
  /** path that findings name */
  readonly path: string;
  /** file name as the unit gave it, without folders */
  readonly name: string;
}

/** Reads what hangs on a mail; the rooms do not import each other. */
export type AttachmentReader = (
  bytes: Uint8Array,
  source: SubmissionSource,
  depth: number,
) => Promise<Submission>;
