/** A name of a file made of words: what Windows, macOS and Linux all take. What an author names is judged, not changed (file-names.ts). */
import { isDeviceName } from "./file-names.js";

export interface SafeNameOptions {
  /** of the name before its ending, in UTF-8 */
  readonly mostBytes: number;
  /** where nothing of it can stay */
  readonly otherwise: string;
  /** whether it is that of a file; in 某某（No.3） no ending stands behind the dot */
  readonly hasEnding: boolean;
}

export function safeName(name: string, { mostBytes, otherwise, hasEnding }: SafeNameOptions): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  const dot = hasEnding ? clean.lastIndexOf(".") : -1;
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  const safe = isDeviceName(stem) ? `_${stem}` : stem;
  const kept = withinBytes(safe, mostBytes).replace(/[. ]+$/, "");
  return `${kept || otherwise}${withinBytes(ending, 16)}`;
}

function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most) return kept;
    kept += character;
  }
  return kept;
}
