/**
 * How text looks where it goes: colours and lines broken at its width on a terminal, neither
 * elsewhere. NO_COLOR, FORCE_COLOR and dumb terminals are heeded.
 */
import { styleText } from "node:util";
import type { Paint, Style } from "../../diagnostics/print-pretty.js";
import { widthToRead } from "../../diagnostics/wrap-text.js";

const FORMATS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  place: "underline",
  strong: "bold",
  quiet: "gray",
};

export interface Look {
  readonly paint: Paint;
  /** columns at which lines are broken; undefined where they are left as they are */
  readonly width: number | undefined;
}

/** @param stream where the text goes; undefined for a file */
export const lookOf = (stream: NodeJS.WriteStream | undefined): Look => ({
  paint: makePaint(stream),
  width: widthToRead(stream?.isTTY === true ? stream.columns : undefined),
});

function makePaint(stream: NodeJS.WriteStream | undefined): Paint {
  if (stream === undefined || !hasColors(stream)) return (_style, text) => text;
  return (style, text) => styleText(FORMATS[style], text, { validateStream: false });
}

function hasColors(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return stream.isTTY === true && TERM !== "dumb";
}
