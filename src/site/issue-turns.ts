/**
 * The way from an issue to the one before and the one behind it. Everything else on its pages depends on nothing but
 * itself; these links are put into its page when all issues are known, and changed there when a neighbour comes or goes.
 */
import { blockElement, element } from "../editions/html/element.js";
import { writeTree } from "../editions/html/write-tree.js";
import { linkTo } from "./site-addresses.js";
import { type IssueFacts, issuePath } from "./site-facts.js";
import { wholeName } from "./whole-name.js";

export interface Neighbours {
  readonly earlier: IssueFacts | undefined;
  readonly later: IssueFacts | undefined;
}

/** @param inOrder the latest first; @returns by folder */
export function neighboursOf(inOrder: readonly IssueFacts[]): ReadonlyMap<string, Neighbours> {
  return new Map(
    inOrder.map(({ folder }, index) => [
      folder,
      { earlier: inOrder[index + 1], later: index === 0 ? undefined : inOrder[index - 1] },
    ]),
  );
}

/** Whether the same would be written of both. */
export const areSameNeighbours = (a: Neighbours | undefined, b: Neighbours | undefined): boolean =>
  a !== undefined && b !== undefined && isSame(a.earlier, b.earlier) && isSame(a.later, b.later);

const isSame = (a: IssueFacts | undefined, b: IssueFacts | undefined): boolean =>
  a?.folder === b?.folder && a?.name === b?.name;

const MAIN_END = "</main>";
/** As `turns` writes it; text of an issue has no `<`. */
const TURNS = /<nav class="site-turns issue-turns furniture"[\s\S]*?<\/nav>\n(?=<\/main>)/;

/** @param page that of an issue, as it was rendered or as an earlier run left it */
export function withTurns(page: string, issue: IssueFacts, neighbours: Neighbours): string {
  const plain = page.replace(TURNS, "");
  const end = plain.lastIndexOf(MAIN_END);
  return end < 0 ? plain : `${plain.slice(0, end)}${turns(issue, neighbours)}${plain.slice(end)}`;
}

function turns(issue: IssueFacts, { earlier, later }: Neighbours): string {
  const own = issuePath(issue);
  const entries = [["上一期", earlier] as const, ["下一期", later] as const].flatMap(([words, to]) =>
    to === undefined
      ? []
      : [
          element("li", {}, [
            `${words}：`,
            element(
              "a",
              { href: linkTo(issuePath(to), own) },
              wholeName(to.year === issue.year ? to.shortName : to.name),
            ),
          ]),
        ],
  );
  if (entries.length === 0) return "";
  const nav = blockElement(
    "nav",
    { className: ["site-turns", "issue-turns", "furniture"], ariaLabel: "前后各期" },
    [blockElement("ul", {}, entries)],
  );
  return writeTree({ type: "root", children: [nav, { type: "text", value: "\n" }] });
}
