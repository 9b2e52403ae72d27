/** How large a picture may say it is, whatever its format. */

/** One side; 4 m at 300 dpi. */
const MAX_SIDE_PX = 50_000;
/** A browser or an office program needs four bytes for each: 1 GiB. */
const MAX_PIXELS = 268_435_456;

export const isTooLarge = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_PIXELS;
