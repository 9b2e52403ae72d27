/**
 * The marks of a PDF's pages as MuPDF draws them (`mutool trace`): characters with their places, filled
 * paths, pictures. Boxes are those of test/pages/painted-marks.ts: an em box a character, one em wide or
 * what the narrowest letters take.
 */
import { type PaintedCharacter, textMark } from "../pages/painted-marks.js";
import type { SeenMark } from "../pages/seen-mark.js";

/** @param trace XML of the whole file, an element a line */
export function tracedPages(trace: string): readonly (readonly SeenMark[])[] {
  const pages: SeenMark[][] = [];
  let layers: string[] = [];
  let size = 0;
  let characters: PaintedCharacter[] = [];
  let path: { readonly x: number; readonly y: number }[] = [];
  let hasCurves = false;
  let paper = 0;
  const add = (mark: SeenMark | undefined) => {
    if (mark !== undefined) pages.at(-1)?.push(mark);
  };
  for (const line of trace.split("\n")) {
    const name = /^\s*<(\/?\w+)/.exec(line)?.[1];
    switch (name) {
      case "page":
        pages.push([]);
        layers = [];
        paper = Number(/mediabox="\S+ \S+ \S+ ([\d.]+)"/.exec(line)?.[1]);
        break;
      case "layer":
        layers.push(attribute(line, "name"));
        break;
      case "end_layer":
        layers.pop();
        break;
      case "span":
        size = Number(attribute(line, "trm").split(" ")[0]);
        characters = [];
        break;
      case "g": {
        const [x, y, advance] = ["x", "y", "adv"].map((key) => Number(attribute(line, key)));
        characters.push({
          text: textOf(attribute(line, "unicode")),
          x: x ?? 0,
          y: y ?? 0,
          width: (advance ?? 0) * size,
        });
        break;
      }
      case "/span":
        for (const run of runsOf(characters))
          add(textMark(run, { size, paper, isFurniture: layers.includes("Artifact") }));
        break;
      case "fill_path":
        path = [];
        hasCurves = false;
        break;
      case "moveto":
      case "lineto":
        path.push({ x: Number(attribute(line, "x")), y: Number(attribute(line, "y")) });
        break;
      case "curveto":
        hasCurves = true;
        break;
      case "/fill_path":
        // Paths of curves are dots under the text.
        if (!hasCurves) add(shapeMark("rule", path));
        break;
      case "fill_image": {
        const [width = 0, , , height = 0, x = 0, y = 0] = attribute(line, "transform").split(" ").map(Number);
        add(
          shapeMark("picture", [
            { x, y },
            { x: x + width, y: y + height },
          ]),
        );
        break;
      }
      default:
    }
  }
  return pages;
}

const attribute = (line: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1] ?? "";

/** MuPDF writes characters as they are, those of XML as entities, unknown ones as U+FFFD. */
function textOf(unicode: string): string {
  const number = /^&#x?([\da-f]+);$/i.exec(unicode)?.[1];
  if (number !== undefined)
    return String.fromCodePoint(Number.parseInt(number, unicode.includes("x") ? 16 : 10));
  return { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'" }[unicode] ?? unicode;
}

/** A span holds all that is set in one font; where the base line changes or x goes back, a line ends. */
function runsOf(characters: readonly PaintedCharacter[]): readonly (readonly PaintedCharacter[])[] {
  const runs: PaintedCharacter[][] = [];
  for (const character of characters) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && before.y === character.y && character.x > before.x)
      runs.at(-1)?.push(character);
    else runs.push([character]);
  }
  return runs;
}

function shapeMark(
  kind: "rule" | "picture",
  corners: readonly { readonly x: number; readonly y: number }[],
): SeenMark | undefined {
  if (corners.length === 0) return undefined;
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  const strikes = kind === "rule" ? { strikes: (box.top + box.bottom) / 2 } : {};
  return { kind, box, parts: [], what: `${kind} at ${box.top.toFixed(1)}`, isPageNumber: false, ...strikes };
}
