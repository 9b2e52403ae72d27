/** The lists of one section or one unit, and who has how many items. */
import type { Element } from "hast";
import { blockElement, element } from "../editions/html/element.js";
import {
  type FactName,
  type ListDress,
  type Listed,
  renderItems,
  renderListPage,
  renderPart,
} from "./list-parts.js";
import { linkTo, stemsOf } from "./site-addresses.js";
import { compareText, type SiteFile } from "./site-facts.js";

/** More items than a page shows at once: it is paged by years. */
const MOST_ITEMS = 150;

export interface Group {
  readonly name: string;
  readonly path: string;
  readonly count: number;
  readonly listed: readonly Listed[];
}

interface Grouping {
  readonly folder: string;
  readonly otherwise: string;
  readonly namesOf: (listed: Listed) => readonly string[];
  /** as they are first met, or those with most items first */
  readonly order: "as met" | "by count";
}

export function groupsOf(
  listed: readonly Listed[],
  { folder, otherwise, namesOf, order }: Grouping,
): readonly Group[] {
  const byName = new Map<string, Listed[]>();
  for (const one of listed) {
    for (const name of namesOf(one)) {
      const own = byName.get(name);
      if (own === undefined) byName.set(name, [one]);
      else own.push(one);
    }
  }
  const names = [...byName.keys()].sort(compareText);
  // Addresses do not hang on what stands first.
  const stems = stemsOf(["index", ...names], otherwise);
  const groups = (order === "as met" ? [...byName.keys()] : names).map((name): Group => {
    const own = byName.get(name) ?? [];
    return { name, path: `${folder}/${stems.get(name) ?? otherwise}.html`, count: own.length, listed: own };
  });
  return order === "as met" ? groups : groups.sort((a, b) => b.count - a.count);
}

export function groupedBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

interface GroupPage {
  readonly above: readonly [string, string];
  readonly facts: readonly FactName[];
}

/** A long list is a page a year: the latest stands at the group's own address, the others at that with their year. */
export function groupPages(
  { name, path, count, listed }: Group,
  { above, facts }: GroupPage,
  dress: ListDress,
): readonly SiteFile[] {
  const years = [...groupedBy(listed, ({ issue }) => issue.year)];
  const isPaged = count > MOST_ITEMS && years.length > 1;
  const pathOf = (index: number): string =>
    index === 0 || !isPaged ? path : path.replace(/\.html$/, `~${years[index]?.[0]}.html`);
  const page = (shown: typeof years, at: number): SiteFile => {
    const own = pathOf(at);
    const year = isPaged ? `　${shown[0]?.[0]}年` : "";
    const steps = at === 0 ? [above] : [above, [path, name] as const];
    return renderListPage(
      {
        path: own,
        title: at === 0 ? name : `${name}${year}`,
        description: `${dress.bulletin.name}：${name}，共${count}篇。`,
        steps,
        main: [
          element("p", { className: ["site-count"] }, `共${count}篇`),
          ...(isPaged ? [yearNavigation(years, { at, own, pathOf })] : []),
          ...shown.map(([of, entries]) =>
            renderPart(`${of}年`, [renderItems(entries, own, facts)], { id: `year-${of}` }),
          ),
        ],
      },
      dress,
    );
  };
  return isPaged ? years.map((year, index) => page([year], index)) : [page(years, 0)];
}

function yearNavigation(
  years: readonly (readonly [number, readonly Listed[]])[],
  {
    at,
    own,
    pathOf,
  }: { readonly at: number; readonly own: string; readonly pathOf: (index: number) => string },
): Element {
  const entries = years.map(([year, entries], index) =>
    element("li", {}, [
      element(
        "a",
        { href: linkTo(pathOf(index), own), ariaCurrent: index === at ? "page" : undefined },
        `${year}年`,
      ),
      " ",
      element("span", { className: ["site-facts"] }, `${entries.length}篇`),
    ]),
  );
  return blockElement("nav", { ariaLabel: "年份", className: ["site-years"] }, [
    blockElement("ul", { className: ["site-counts", "site-numbers"] }, entries),
  ]);
}
