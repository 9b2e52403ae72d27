/**
 * Whether bytes that GB18030 can read, as it can nearly all, are Big5 of Taiwan and Hong Kong. The characters in use
 * of Big5 begin with A4–C6 (its level 1, by strokes) and its marks with A1–A3; those in use of GB 2312 have a second
 * byte above A0 and begin with B0–F7. A text is told by where its pairs lie, without a list of characters.
 */
export function tellBig5(bytes: Uint8Array): "big5" | "perhaps" | "no" {
  let pairs = 0;
  let ofBig5 = 0;
  let ofGb = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    const trail = bytes[at] ?? 0;
    // Four bytes of GB18030 have a digit here, which Big5 never has.
    if (trail >= 0x30 && trail <= 0x39) return "no";
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xc6 && isTrail(trail)) ofBig5 += 1;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))) ofGb += 1;
  }
  if (pairs === 0 || ofBig5 < pairs * IN_USE || ofGb > pairs * BY_CHANCE) return "no";
  return pairs >= ENOUGH ? "big5" : "perhaps";
}

const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

/** Share of the characters of a text that are in common use. */
const IN_USE = 0.95;
/** Share that would be in use in the other encoding as well. */
const BY_CHANCE = 0.8;
/** Pairs that make a text; a few may be a name of rare characters. */
const ENOUGH = 10;
