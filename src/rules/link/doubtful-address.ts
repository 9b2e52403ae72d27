/**
 * A bare address in front of Han that may belong to it. Reading ends the address there
 * (read/markdown/bare-address.ts): behind `/a请查阅` the sentence goes on, but in `/通知` or
 * `/2026年通知.pdf` nobody can tell. Source: RFC 3987, 3.1 (Han are written into addresses as they are).
 */
import { OBJECT_MARK, setOfClasses } from "../../han/copy-class.js";
import type { TypedPiece } from "../../model/typed-text.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const linkDoubtfulAddress: TextRule = {
  id: "link/doubtful-address",
  scope: "text",
  looksFor: setOfClasses(OBJECT_MARK),
  severity: "warning",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "网址的起止要分明：后面紧跟汉字、难以分清的，用 <> 括起来。",
    en: "It is clear where an address ends; if Han characters follow that may be part of it, it is put in <>.",
  },
  why: {
    zh: "紧跟的汉字可能是网址的一部分，也可能是下面的句子；识别错了，链接就打不开，或者指向别的网页。",
    en: "The Han characters may belong to the address or to the sentence. If this is taken wrongly, the link does not work or leads to another page.",
  },
  source: "RFC 3987, 3.1",
  examples: [
    textExample({
      name: { zh: "斜杠后面是汉字", en: "Han characters after a slash" },
      text: "全文见https://example.org/通知，请查阅。",
      at: [4],
      suggested: "全文见<https://example.org/通知>，请查阅。",
    }),
    textExample({
      name: { zh: "文件名中间有汉字", en: "Han characters inside a file name" },
      text: "附件见www.example.org/2026年通知（修订）.pdf。",
      at: [4],
      suggested: "附件见<http://www.example.org/2026年通知（修订）.pdf>。",
    }),
    textExample({
      name: {
        zh: "整段是汉字的目录名、网址后面接着写的句子",
        en: "A folder's name in Han, a sentence that goes on",
      },
      text: "全文见https://example.org/通知/2026.html，报名请登录https://example.org/join填写。",
    }),
    textExample({
      name: { zh: "用 <> 括起来的网址", en: "An address in <>" },
      text: "全文见<https://example.org/通知>，请查阅。",
    }),
  ],
  *check(line, { sources }) {
    const source = sources.get(line.span.path) ?? "";
    for (const piece of line.pieces) {
      if (!piece.whole || line.text.charCodeAt(piece.at) !== 0xfffc) continue;
      const address = source.slice(piece.start, piece.end);
      // Within <> it is plain where it ends.
      if (!/^(?:https?:\/\/|www\.)/i.test(address)) continue;
      const rest = doubtfulRest(address, line.text.slice(piece.at + 1, piece.at + 1 + LONGEST_REST));
      // Where markup or an escape stands among them, they are no address.
      if (rest !== "" && source.startsWith(rest, piece.end)) yield doubt(line, piece, { address, rest });
    }
  },
};

/** UTF-16 units behind an address that are looked at */
const LONGEST_REST = 120;

/** Up to a space or a mark that closes a clause; brackets of a name may stand in it. */
const REST = /^(?:（[^（）\s，。；]*）|[^\s，。；：、！？…“”‘’（）《》【】<>"|\uFFFC])+/u;
/** What only an address holds behind Han: a folder or a query that goes on, the ending of a file. */
const GOES_ON =
  /\p{Script=Han}[^/]*(?:\/[A-Za-z0-9]|[?&][A-Za-z0-9]+=|\.(?:[sx]?html?|php|aspx?|jsp|pdf|docx?|xlsx?|pptx?|wps|zip|rar|jpe?g|png)(?![A-Za-z0-9]))/iu;

/** @returns what may belong to the address, or nothing where it surely ends */
function doubtfulRest(address: string, behind: string): string {
  const rest = REST.exec(behind)?.[0] ?? "";
  const isAtPart = /[/=#_~-]$/.test(address + (/^[_~]*/.exec(rest)?.[0] ?? ""));
  const beginsWithHan = /^[_~]*\p{Script=Han}/u.test(rest);
  if (beginsWithHan && isAtPart) return rest;
  return /^[_~.]*\p{Script=Han}/u.test(rest) && GOES_ON.test(rest) && !/[和与及]\/或/.test(rest) ? rest : "";
}

function doubt(
  line: CopyLine,
  piece: TypedPiece,
  { address, rest }: { readonly address: string; readonly rest: string },
): Finding {
  const span = spanInLine(line, piece.at, piece.at + 1);
  const whole = { ...span, end: span.end + rest.length };
  const longer = address + rest;
  return {
    span,
    message: {
      zh: `网址识别到“${address}”为止，紧跟的“${rest}”没有算在内。`,
      en: `The address is read as “${address}”; “${rest}” after it is not taken as part of it.`,
    },
    help: {
      zh: `若是网址的一部分，请写作“${bounded(longer)}”；若不是，请写作“${bounded(address)}${rest}”。`,
      en: `If it is part of the address, write “${bounded(longer)}”; if not, “${bounded(address)}${rest}”.`,
    },
    suggestions: [
      {
        message: { zh: `整个“${longer}”都是网址。`, en: `The whole of “${longer}” is the address.` },
        edits: [{ span: whole, text: bounded(longer) }],
      },
      {
        message: { zh: `网址到“${address}”为止。`, en: `The address ends with “${address}”.` },
        edits: [{ span, text: bounded(address) }],
      },
    ],
  };
}

/** An address without its scheme is no link within <>. */
const bounded = (address: string): string =>
  /^www\./i.test(address) ? `<http://${address}>` : `<${address}>`;
