/**
 * Bytes of a page to characters: a byte order mark, what its head says, else as any text. gb2312 and gbk are
 * parts of GB18030, and what calls itself one of them uses the whole. @see HTML, 13.2.3.2 (prescan)
 */
import { type DecodedText, decodeText } from "./decode-text.js";

const PRESCAN_BYTES = 4096;
const LABEL = /<meta[^>]{1,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{2,40})/i;

export function decodePage(bytes: Uint8Array): DecodedText | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = LABEL.exec(head)?.[1]?.toLowerCase();
  const isMarked = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  if (isMarked || label === undefined || !/^(gb|x-gbk|cp936|big5)/.test(label)) return decodeText(bytes);
  // Pages that were converted to UTF-8 often keep the label of before; three characters are no chance.
  const asAnyText = decodeText(bytes);
  if (
    asAnyText?.encoding === "utf-8" &&
    (asAnyText.text.match(/[^\u0000-\u007f]/g)?.length ?? 0) >= 3 &&
    asAnyText.unreadable === 0
  )
    return asAnyText;
  try {
    const name = label.startsWith("big5") ? "big5" : "gb18030";
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    return { text, encoding: name, unreadable: 0 };
  } catch {
    return asAnyText;
  }
}
