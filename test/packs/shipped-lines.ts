/** The lines of the package's word list as docs/packs.md shows them. Imports nothing: .tools/docs.js bundles it. */

const BEGIN = "<!-- official-wording: written by npm run docs -->\n";
const END = "<!-- end of official-wording -->\n";
const HEAD =
  "| 行 | 错误写法 | 正确写法 | 说明 | 依据 | 起止日期 | 例外 |\n| ---: | --- | --- | --- | --- | --- | --- |\n";

/**
 * @param list CSV without quoted cells: wrong, right, kind, note, source, valid-from, valid-until, except
 * @returns the page with each line of the list under the number that findings give it
 */
export function withShippedLines(page: string, list: string): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start)
    throw new Error("docs/packs.md has no place for the lines of official-wording");
  return `${page.slice(0, start)}${BEGIN}\n${HEAD}${rowsOf(list)}\n${page.slice(end)}`;
}

function rowsOf(list: string): string {
  if (list.includes('"')) throw new Error("a quoted cell: read the list by a parser of CSV");
  return list
    .split("\n")
    .slice(1)
    .map((line, index) => ({ cells: line.split(","), number: index + 2 }))
    .filter(({ cells }) => cells.length > 1)
    .map(({ cells: [wrong, right, , note, source, from, until, except], number }) => {
      const days = [from, until].every((day) => (day ?? "") === "") ? "" : `${from ?? ""}—${until ?? ""}`;
      return `| ${[number, wrong, right, note, source, days, except].map((cell) => cell ?? "").join(" | ")} |\n`;
    })
    .join("");
}
