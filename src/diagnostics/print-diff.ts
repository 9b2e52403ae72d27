/**
 * What fixes would change, as a unified diff that `patch` and `git apply` read. Names stand as they
 * are, Han and blanks too; only what would break the line is quoted as git does it where
 * core.quotePath is off (git-config).
 */
import { createTwoFilesPatch } from "diff";

export function printDiff(path: string, change: { readonly before: string; readonly after: string }): string {
  const patch = createTwoFilesPatch("a", "b", change.before, change.after, "", "", {
    context: 3,
    stripTrailingCr: false,
  });
  const hunks = patch.slice(patch.indexOf("\n@@") + 1);
  return `--- ${headed(`a/${path}`)}\n+++ ${headed(`b/${path}`)}\n${hunks}`;
}

/** A name with a blank is ended by a tab, or it would end at the blank. */
function headed(name: string): string {
  if (UNPRINTABLE.test(name)) return `"${name.replaceAll(UNPRINTABLES, escaped)}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

const UNPRINTABLE = /[\u0000-\u001f\u007f"\\]/;
const UNPRINTABLES = new RegExp(UNPRINTABLE, "g");

/** As C writes it in a string. */
function escaped(character: string): string {
  const known = NAMED.get(character);
  return known ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);
