/**
 * Han inside a bare address. `/通知/2026.html` and `?q=科普&page=2` are parts of addresses: the Han fill
 * them from their start and what only an address holds follows. Han behind an address (`/a请查阅`) is
 * the sentence going on.
 */

/** UTF-16 units in which the end of a part is looked for; names of files are shorter */
export const MAX_HAN_PART = 120;

/** Han first, then what names in addresses are made of beside Han. */
const PART = /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9_~%+-]*/u;
/** Files that are read or fetched over the web. */
const ENDING =
  /^\.(?:[sx]?html?|php|aspx?|jsp|do|action|pdf|docx?|xlsx?|pptx?|wps|txt|csv|json|xml|zip|rar|7z|jpe?g|png|gif|webp|mp[34])(?![A-Za-z0-9])/i;

/**
 * @param ahead what stands in the text where a part may begin, up to a space or MAX_HAN_PART units
 * @returns UTF-16 units of the part in Han that surely belongs to the address; 0 where none does
 */
export function lengthOfHanPart(ahead: string): number {
  const part = PART.exec(ahead)?.[0] ?? "";
  if (part === "" || /https?$|www$/i.test(part)) return 0;
  const behind = ahead.slice(part.length);
  if (behind.startsWith("/")) return goesOnOrEnds(behind.slice(1)) ? part.length : 0;
  // `通知?id=1`, `科普&page=2`
  const isQuery = /^[?&][A-Za-z0-9_%-]+=/.test(behind);
  return isQuery || ENDING.test(behind) ? part.length : 0;
}

/** `/通知/2026`, `/通知/，`, `/通知/公告/1.html`; in `/请查阅/下载` the slash may stand for «or». */
function goesOnOrEnds(behind: string): boolean {
  return !/^\p{Script=Han}/u.test(behind) || lengthOfHanPart(behind) > 0;
}
