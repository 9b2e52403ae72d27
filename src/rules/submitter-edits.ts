/** Persons whom a typed signature names, on their way into the front matter, where they are not printed. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Item } from "../model/issue.js";

/**
 * @returns the edits that write the persons under `submitter`, none where they stand there already;
 * undefined where somebody else stands there, or there is no front matter to write them into
 */
export function submitterEdits(
  { submitter, frontMatter, path }: Item,
  { people, source }: { readonly people: readonly string[]; readonly source: string },
): readonly TextEdit[] | undefined {
  if (people.length === 0) return [];
  const names = people.join("、");
  const known = submitter?.name?.value;
  if (known === names || (known !== undefined && people.every((name) => known.includes(name)))) return [];
  if (submitter !== undefined || frontMatter.end === frontMatter.start) return undefined;
  const head = source.slice(0, frontMatter.end);
  const fence = head.lastIndexOf("---");
  // Keys in braces take no more lines.
  if (/^---[ \t]*[\r\n]+\s*\{/.test(head) || fence <= 0) return undefined;
  const lineEnd = /\r\n|\n|\r/.exec(head)?.[0] ?? "\n";
  return [
    { span: { path, start: fence, end: fence }, text: `submitter:${lineEnd}  name: ${names}${lineEnd}` },
  ];
}
