/**
 * The door of the intake: one file that came to what is in it. Tells the carrier by the bytes and loads the
 * room that reads it, no other. Decides nothing about items (decide/), and throws at nothing that came.
 */
import { damaged, refusal, tooDeep, tooLong } from "./carrier-notices.js";
import { MAX_TEXT_BYTES } from "./intake-limits.js";
import type { Manuscript, Notice, Submission } from "./manuscript.js";
import { nothingIn } from "./no-story-notices.js";
import { decodeText } from "./plain/decode-text.js";
import { encodingNotices } from "./plain/plain-notices.js";
import type { SubmissionSource } from "./submission-source.js";
import { tellCarrier } from "./tell-carrier.js";

/** @param bytes the whole file, or what was pasted, in any encoding */
export const readSubmissionFile = (bytes: Uint8Array, source: SubmissionSource): Promise<Submission> =>
  readAtDepth(bytes, source, 0);

async function readAtDepth(bytes: Uint8Array, source: SubmissionSource, depth: number): Promise<Submission> {
  try {
    return await readCarrier(bytes, source, depth);
  } catch (fault) {
    // The stack or an array that a file would need is more than there is.
    if (!(fault instanceof RangeError)) throw fault;
    return submission(source, { notices: [tooDeep(source.name)] });
  }
}

async function readCarrier(bytes: Uint8Array, source: SubmissionSource, depth: number): Promise<Submission> {
  const carrier = tellCarrier(bytes);
  switch (carrier.kind) {
    case "refused":
      return submission(source, { notices: [refusal(carrier.format, source.name)] });
    case "picture":
      return submission(source, {
        loosePictures: [{ name: source.name, bytes, description: undefined, widthMm: undefined }],
      });
    case "word": {
      const { readWordPackage } = await import("./word/read-word-package.js");
      return ofOne(source, await readWordPackage(bytes, source));
    }
    case "word-97": {
      const { readWord97 } = await import("./legacy/read-word-97.js");
      return ofOne(source, readWord97(bytes, source));
    }
    case "mail": {
      const { readMail } = await import("./mail/read-mail.js");
      return readMail(bytes, source, { depth, readAttachment: readAtDepth });
    }
    case "html": {
      const { readPage } = await import("./plain/read-page.js");
      return ofOne(source, readPage(bytes, source));
    }
    case "text":
      return readTextFile(bytes, source);
    default:
      return carrier satisfies never;
  }
}

async function readTextFile(bytes: Uint8Array, source: SubmissionSource): Promise<Submission> {
  const decoded = bytes.length > MAX_TEXT_BYTES ? undefined : decodeText(bytes);
  if (decoded === undefined)
    return submission(source, { notices: [tooLong(source.name, MAX_TEXT_BYTES >> 20)] });
  if (FRONT_MATTER.test(decoded.text.slice(0, HEAD_CHARACTERS)))
    return submission(source, { item: decoded.text, notices: encodingNotices(decoded) });
  const { readPlainText } = await import("./plain/read-text.js");
  return ofOne(source, {
    manuscript: readPlainText(decoded.text, source, encodingNotices(decoded)),
    notices: [],
  });
}

/** What read/find-front-matter.ts opens an item by, and a first key, so that no rule of hyphens is taken for one. */
const FRONT_MATTER =
  /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r(?!\n)|\n))*[A-Za-z][A-Za-z-]*[ \t]*:/;
/** Comments in front of the first key are few. */
const HEAD_CHARACTERS = 4096;

function ofOne(
  source: SubmissionSource,
  {
    manuscript,
    notices,
  }: { readonly manuscript: Manuscript | undefined; readonly notices: readonly Notice[] },
): Submission {
  if (manuscript === undefined)
    return submission(source, { notices: notices.length > 0 ? notices : [damaged(source.name)] });
  const isEmpty = manuscript.pictures.size === 0 && !hasText(manuscript);
  return submission(source, {
    manuscripts: [manuscript],
    notices: isEmpty ? [...notices, nothingIn(source.name)] : notices,
  });
}

const hasText = ({ blocks }: Manuscript): boolean =>
  blocks.some((block) => block.kind === "table" || block.runs.length > 0);

const submission = ({ path }: SubmissionSource, known: Partial<Omit<Submission, "path">>): Submission => ({
  path,
  mail: undefined,
  manuscripts: [],
  loosePictures: [],
  notices: [],
  ...known,
});
