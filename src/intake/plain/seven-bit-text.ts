/**
 * Chinese text in bytes that all look like ASCII: HZ (RFC 1843), UTF-7 (RFC 2152) and ISO-2022 (RFC 1468, 1922).
 * Each is told by runs that decode to Han characters, for to any other reader they are plain letters.
 */
export type SevenBitEncoding = "hz" | "utf-7" | "iso-2022-jp" | "iso-2022-cn";

export interface SevenBitText {
  readonly text: string;
  readonly encoding: SevenBitEncoding;
}

/**
 * @param bytes all below 0x80
 * @param said the name that a label gives to the encoding; without one the text itself has to show it
 * @returns undefined for plain ASCII; "unread" where an escape calls a set that is not read (Korean, CNS 11643)
 */
export function decodeSevenBit(bytes: Uint8Array, said = ""): SevenBitText | "unread" | undefined {
  const text = new TextDecoder("latin1").decode(bytes);
  if (CALLS_A_SET.test(text)) return fromIso2022(text, bytes);
  const isHz = /^hz/i.test(said);
  const hz = text.includes("~{") || isHz ? fromHz(text, isHz ? 0 : LEAST_HAN) : undefined;
  if (hz !== undefined) return { text: hz, encoding: "hz" };
  const isUtf7 = /utf-?7$/i.test(said);
  const utf7 = text.includes("+") ? fromUtf7(text, isUtf7 ? 0 : LEAST_HAN) : undefined;
  return utf7 === undefined ? undefined : { text: utf7, encoding: "utf-7" };
}

/** Fewer may be chance. */
const LEAST_HAN = 4;
const HAN = /[\u4e00-\u9fff]/g;
/** Han characters, their marks and the letters of their width */
const OF_HAN_TEXT = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2010-\u2026\u00b7]/g;
const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** @returns the characters of pairs of GB 2312 without their high bits; undefined where a pair has none */
function ofGbPairs(pairs: string): string | undefined {
  try {
    const bytes = Uint8Array.from(pairs, (one) => one.charCodeAt(0) | 0x80);
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A run ends with its line, should its end mark be missing. */
const HZ = /~\{((?:[!-w][!-~])*)(?:~\}|(?=\r?\n|$))|~~|~\r?\n|~\{/g;

function fromHz(text: string, leastHan: number): string | undefined {
  let isSound = true;
  let inRuns = "";
  const decoded = text.replace(HZ, (whole, pairs: string | undefined) => {
    if (whole === "~~") return "~";
    if (whole.endsWith("\n")) return "";
    const run = pairs === undefined ? undefined : ofGbPairs(pairs);
    if (run === undefined) isSound = false;
    inRuns += run ?? "";
    return run ?? whole;
  });
  if (leastHan === 0) return decoded;
  const han = countOf(HAN, inRuns);
  return isSound && han >= leastHan && han * 2 >= inRuns.length ? decoded : undefined;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const UTF_7 = /\+(-|[A-Za-z0-9+/]+-?)/g;

function fromUtf7(text: string, leastHan: number): string | undefined {
  let inRuns = "";
  let longest = 0;
  const decoded = text.replace(UTF_7, (whole, run: string) => {
    if (run === "-") return "+";
    const characters = ofUtf7Run(run.replace(/-$/, ""));
    longest = Math.max(longest, characters?.length ?? 0);
    inRuns += characters ?? "";
    return characters ?? whole;
  });
  if (leastHan === 0) return decoded;
  // Names behind a plus sign, as in the sums of a program, may be a character each.
  const isHan = countOf(HAN, inRuns) >= leastHan && longest >= leastHan;
  return isHan && countOf(OF_HAN_TEXT, inRuns) >= inRuns.length * 0.9 ? decoded : undefined;
}

/** UTF-16 in Base64 without padding; what is left over of the last digit is fewer than six bits, and zero. */
function ofUtf7Run(run: string): string | undefined {
  const left = (run.length * 6) % 16;
  if (left >= 6 || (BASE64.indexOf(run.at(-1) ?? "") & ((1 << left) - 1)) !== 0) return undefined;
  const bytes = Buffer.from(run, "base64");
  try {
    return new TextDecoder("utf-16be", { fatal: true }).decode(bytes.subarray(0, bytes.length & ~1));
  } catch {
    return undefined;
  }
}

const CALLS_A_SET = /\x1b\$(?:[@AB]|[()*+][@-Z])/;
const GB_CALLED =
  /\x1b\$A((?:[!-w][!-~]|[\r\n])*)(?:\x1b\([BJ]|$)|\x0e((?:[!-w][!-~])*)(?:\x0f|(?=\r?\n|$))/g;

function fromIso2022(text: string, bytes: Uint8Array): SevenBitText | "unread" {
  try {
    const decoded = new TextDecoder("iso-2022-jp", { fatal: true }).decode(bytes);
    return { text: decoded, encoding: "iso-2022-jp" };
  } catch {
    // ISO-2022-CN calls GB 2312 by another escape, and shifts to it and back.
    const decoded = text
      .replace(GB_CALLED, (whole, called: string | undefined, shifted: string | undefined) =>
        (called ?? shifted ?? "")
          .split(/([\r\n]+)/)
          .map((piece) => (/^[\r\n]/.test(piece) ? piece : (ofGbPairs(piece) ?? whole)))
          .join(""),
      )
      .replace(/\x1b\$\)A/g, "");
    return /[\x0e\x0f\x1b]/.test(decoded) || !text.includes("A")
      ? "unread"
      : { text: decoded, encoding: "iso-2022-cn" };
  }
}
