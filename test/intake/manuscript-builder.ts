/**
 * Manuscripts for tests, written as text: one paragraph a line, marks of it in braces in front:
 * `{c 22 b}标题` centred, 22 pt, bold · `r` right · `h1` outline level · `p` new page · `i` indented by style ·
 * `style=题注` · `face=黑体` · `n=一、` number · `•` bullet · `box` text box · `foot` header or footer.
 * In the text: `~~struck~~` `**bold**` `//italic//` · `⏎` soft break · `⇥` tab · `[图1]` picture · `[注1]` note ·
 * `^{2}` raised, `_{2}` lowered · `<https://…|words>` link. Lines that begin `|` are rows of a table (`|~` without
 * borders): cells between bars, paragraphs of a cell by `¶`, `>2 ` in front over two columns, `^` the cell above goes on.
 * `\\u{f0fc}` is a character by its code; `* 注1：…` at the end gives the words of a note.
 */
import type {
  Manuscript,
  ManuscriptBlock,
  ManuscriptParagraph,
  ManuscriptPicture,
  ManuscriptRow,
  ManuscriptRun,
} from "../../src/intake/manuscript.js";

export interface Built {
  readonly carrier?: Manuscript["carrier"];
  readonly name?: string;
}

export function buildManuscript(
  text: string,
  { carrier = "word", name = "来稿.docx" }: Built = {},
): Manuscript {
  const state = { place: 0 };
  const blocks: ManuscriptBlock[] = [];
  const notes = new Map<string, readonly ManuscriptBlock[]>();
  let rows: { cells: string; isBorderless: boolean }[] = [];
  const closeTable = () => {
    if (rows.length > 0) blocks.push(tableOf(rows, { carrier, state }));
    rows = [];
  };
  for (const line of text.replace(/^\n|\n$/g, "").split("\n")) {
    const note = /^\* 注(\d+)：(.*)$/u.exec(line);
    if (note !== null) {
      closeTable();
      notes.set(`n${note[1]}`, [paragraphOf(note[2] ?? "", { carrier, state })]);
    } else if (line.startsWith("|")) {
      const isBorderless = line.startsWith("|~");
      rows.push({ cells: line.slice(isBorderless ? 2 : 1).replace(/\|$/, ""), isBorderless });
    } else {
      closeTable();
      blocks.push(paragraphOf(line, { carrier, state }));
    }
  }
  closeTable();
  const pictures = new Map<string, ManuscriptPicture>();
  for (const [, key] of text.matchAll(/\[图(\d+)\]/gu)) pictures.set(`p${key}`, pictureOf(`image${key}.jpg`));
  return { carrier, path: `来稿/${name}`, name, blocks, notes, pictures, notices: [] };
}

export const pictureOf = (name: string): ManuscriptPicture => ({
  name,
  bytes: new Uint8Array([0xff, 0xd8, 0xff]),
  description: undefined,
  widthMm: undefined,
});

interface Around {
  readonly carrier: Manuscript["carrier"];
  readonly state: { place: number };
}

function paragraphOf(written: string, { carrier, state }: Around): ManuscriptParagraph {
  const line = written.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  const [whole = "", flags = ""] = /^\{([^}]*)\}/.exec(line) ?? [];
  const words = flags.split(" ").filter((flag) => flag !== "");
  const keyed = (key: string) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const size = words.map(Number).find((value) => value > 0);
  const isBold = words.includes("b");
  const isWord = carrier === "word";
  const level = words.flatMap((word) => /^h(\d)$/.exec(word)?.slice(1) ?? [])[0];
  state.place += 1;
  const bullet = words.find((word) => /^[•●]+$/u.test(word));
  const number = keyed("n");
  return {
    kind: "paragraph",
    place: state.place,
    runs: runsOf(line.slice(whole.length), isBold),
    number:
      bullet !== undefined
        ? { text: bullet.charAt(0), level: bullet.length - 1, list: "1", isBullet: true }
        : number !== undefined
          ? { text: number, level: 0, list: "2", isBullet: false }
          : undefined,
    alignment: words.includes("c") ? "center" : words.includes("r") ? "end" : "start",
    outlineLevel: level === undefined ? undefined : Number(level),
    style: keyed("style"),
    fontSize: size ?? (isWord ? 16 : undefined),
    face: keyed("face") ?? (isWord ? "仿宋" : undefined),
    isBold,
    firstLineIndent: words.includes("i") ? 32 : undefined,
    startsPage: words.includes("p"),
    region: words.includes("box") ? "text-box" : words.includes("foot") ? "furniture" : "body",
  };
}

const TOKENS =
  /~~(.+?)~~|\*\*(.+?)\*\*|\/\/(.+?)\/\/|(⏎)|(⇥)|\[图(\d+)\]|\[注(\d+)\]|\^\{(.+?)\}|_\{(.+?)\}|<([^|<>]+)\|([^<>]+)>/gu;

function runsOf(text: string, isBold: boolean): readonly ManuscriptRun[] {
  const runs: ManuscriptRun[] = [];
  const plain = { kind: "text", isBold, isItalic: false, isStruck: false, position: "baseline" } as const;
  let from = 0;
  const add = (until: number) => {
    if (until > from) runs.push({ ...plain, text: text.slice(from, until) });
  };
  for (const match of text.matchAll(TOKENS)) {
    add(match.index);
    from = match.index + match[0].length;
    const [, struck, bold, italic, lineBreak, tab, picture, note, raised, lowered, url, words] = match;
    if (struck !== undefined) runs.push({ ...plain, text: struck, isStruck: true });
    else if (bold !== undefined) runs.push({ ...plain, text: bold, isBold: true });
    else if (italic !== undefined) runs.push({ ...plain, text: italic, isItalic: true });
    else if (lineBreak !== undefined) runs.push({ kind: "break" });
    else if (tab !== undefined) runs.push({ kind: "tab" });
    else if (picture !== undefined) runs.push({ kind: "picture", picture: `p${picture}` });
    else if (note !== undefined) runs.push({ kind: "note", note: `n${note}` });
    else if (raised !== undefined) runs.push({ ...plain, text: raised, position: "superscript" });
    else if (lowered !== undefined) runs.push({ ...plain, text: lowered, position: "subscript" });
    else if (url !== undefined && words !== undefined)
      runs.push({ kind: "link", url, runs: [{ ...plain, text: words }] });
  }
  add(text.length);
  return runs;
}

function tableOf(
  rows: readonly { readonly cells: string; readonly isBorderless: boolean }[],
  around: Around,
): ManuscriptBlock {
  return {
    kind: "table",
    isBorderless: rows[0]?.isBorderless === true,
    rows: rows.map(({ cells }, index): ManuscriptRow => {
      const isHeader = index === 0;
      return {
        isHeader,
        cells: cells.split("|").map((cell) => {
          const span = />(\d) /.exec(cell.trim());
          const words = cell.trim().replace(/^>\d /, "");
          const isContinued = words === "^";
          return {
            blocks: (isContinued ? [""] : words.split("¶")).map((line) => paragraphOf(line.trim(), around)),
            columnSpan: Number(span?.[1] ?? 1),
            rowMerge: isContinued ? ("continued" as const) : ("none" as const),
          };
        }),
      };
    }),
  };
}
