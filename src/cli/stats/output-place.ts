/**
 * Where `bulletin stats -o` may write: not among the sources of a bulletin, whatever paths were given, and over nothing that it did not
 * write itself.
 */
import { dirname, resolve } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { isOwnOutput } from "../../stats/own-output.js";
import { isAmongSources, realPlace } from "../source-places.js";
import type { StatsFormat } from "./counted.js";

/**
 * @param roots folders of the bulletins that are counted
 * @throws EnvironmentError where the place is a bulletin's own
 */
export function refuseSourcePlace(out: string, roots: readonly string[]): void {
  const own = new Set(roots.map((root) => realPlace(resolve(root))));
  if (isAmongSources(dirname(realPlace(resolve(out))), own)) throw amongSources(out);
}

/** @throws EnvironmentError where the file holds something that is not this program's, or that was worked on */
export function refuseOtherFile(out: string, bytes: Uint8Array, format: StatsFormat): void {
  const file = readRegularFile(out, { maxBytes: MOST_BYTES, followsLinks: true });
  // What is no file – a device, a pipe – holds nothing, and a folder is told of where it is written.
  if (file.state === "missing" || file.state === "other") return;
  const isOurs =
    file.state === "found" &&
    (file.bytes.length === 0 || file.bytes.equals(bytes) || isOwnOutput(format, file.bytes));
  if (!isOurs) throw holdsOther(out, format);
}

const MOST_BYTES = 64 * 1024 * 1024;

const amongSources = (out: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `结果不能写进“${out}”：那里放的是简报的稿件和来稿。`,
      en: `The result cannot be written to “${out}”: items and submissions of a bulletin are kept there.`,
    },
    {
      zh: "请写到简报文件夹里，或别的地方，例如 -o 统计.xlsx。",
      en: "Write it into the bulletin's own folder or elsewhere, for example -o stats.xlsx.",
    },
  );

const holdsOther = (out: string, format: StatsFormat): EnvironmentError =>
  new EnvironmentError(
    format === "docx" || format === "pdf"
      ? {
          zh: `“${out}”已经有了，内容和这次要写的不同，没有写。`,
          en: `“${out}” is there already with other content. Nothing was written.`,
        }
      : {
          zh: `“${out}”已经有了，不是 bulletin stats 写的，或者后来改过，没有写。`,
          en: `“${out}” is there already and was not written by bulletin stats, or has been changed since. Nothing was written.`,
        },
    {
      zh: "其中可能有您改过的内容。请另起一个文件名，或先把旧的移走。",
      en: "It may hold what you changed. Choose another name, or move the old file away first.",
    },
  );
