/** Pictures made small enough for other people's pages (intake/pictures), for the forms that take them so. */
import type { EditionInput } from "./editions/edition.js";

/** What the editor of an official account takes: 1 MB, and no more pixels than it shows. */
const LIMITS = { widthPx: 1080, bytes: 1_000_000 } as const;

/** @param readCodec undefined where no codec is at hand: pictures stay as they are */
export function pictureFitter(
  readCodec: ((name: string) => Promise<Uint8Array>) | undefined,
): EditionInput["fitPicture"] {
  if (readCodec === undefined) return undefined;
  const codecs = lazily(async () => {
    const { openCodecs } = await import("./intake/pictures/codecs.js");
    return openCodecs(readCodec);
  });
  return async (picture) => {
    const { fitPicture } = await import("./intake/pictures/fit-picture.js");
    return fitPicture(picture, await codecs(), LIMITS);
  };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
