/** The lists of the website: its start, all issues, a year, a section, a unit. Whatever they say is in the facts. */
import type { Element } from "hast";
import { blockElement, element } from "../editions/html/element.js";
import { breakableNames, breakableTitle } from "../editions/html/title-phrases.js";
import { ISSUES_PAGE, SECTIONS_PAGE, START_PAGE, UNITS_PAGE } from "./document.js";
import { type Group, groupedBy, groupPages, groupsOf } from "./group-pages.js";
import {
  type ListDress,
  type Listed,
  renderCounts,
  renderIssues,
  renderItems,
  renderListPage,
  renderPart,
} from "./list-parts.js";
import { renderSearchForm } from "./search-page.js";
import { linkTo } from "./site-addresses.js";
import { type IssueFacts, issuePath, type SiteFile } from "./site-facts.js";

const RECENT_ISSUES = 12;
const MOST_UNITS_AT_START = 12;

/** @param issues the latest first; at least one */
export function renderListPages(issues: readonly IssueFacts[]): readonly SiteFile[] {
  const [latest] = issues;
  if (latest === undefined) return [];
  const dress: ListDress = latest;
  const listed = issues.flatMap((issue) => issue.items.map((item): Listed => ({ issue, item })));
  const sections = inOrderOf(
    issues.find(isRegular) ?? latest,
    groupsOf(listed, {
      folder: "sections",
      otherwise: "栏目",
      namesOf: ({ item }) => [item.section],
      order: "as met",
    }),
  );
  const units = groupsOf(listed, {
    folder: "units",
    otherwise: "单位",
    namesOf: ({ item }) => item.units,
    order: "by count",
  });
  const years = groupedBy(issues, ({ year }) => year);
  return [
    startPage({ issues, latest, sections, units, years }, dress),
    issuesPage(issues, years, dress),
    ...[...years].map(([year, own]) => yearPage({ year, issues: own, years }, dress)),
    countsPage({ path: SECTIONS_PAGE, title: "栏目", groups: sections }, dress),
    countsPage({ path: UNITS_PAGE, title: "供稿单位", groups: units }, dress),
    ...sections.flatMap((group) =>
      groupPages(group, { above: [SECTIONS_PAGE, "栏目"], facts: ["units", "issue"] }, dress),
    ),
    ...units.flatMap((group) =>
      groupPages(group, { above: [UNITS_PAGE, "供稿单位"], facts: ["section", "issue"] }, dress),
    ),
  ];
}

/** 第3期; of a series of its own is 增刊第1期. */
const isRegular = ({ shortName }: IssueFacts): boolean => shortName.startsWith("第");

/** As the issue has its sections, and behind them those that others have: a supplement of one section puts none behind it. */
function inOrderOf({ items }: IssueFacts, sections: readonly Group[]): readonly Group[] {
  const names = [...new Set(items.map(({ section }) => section))];
  const placeOf = ({ name }: Group): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return sections.toSorted((a, b) => placeOf(a) - placeOf(b));
}

interface Overview {
  readonly issues: readonly IssueFacts[];
  readonly latest: IssueFacts;
  readonly sections: readonly Group[];
  readonly units: readonly Group[];
  readonly years: ReadonlyMap<number, readonly IssueFacts[]>;
}

function startPage({ issues, latest, sections, units, years }: Overview, dress: ListDress): SiteFile {
  const { name, publisher } = dress.bulletin;
  const count = issues.reduce((sum, { items }) => sum + items.length, 0);
  const length = Array.from(name).length;
  const heading = blockElement("header", { className: ["masthead"] }, [
    element(
      "h1",
      { dataLength: length <= 6 ? "short" : length <= 10 ? "medium" : "long" },
      breakableTitle(name),
    ),
    element("p", { className: ["issuer-line"] }, [
      ...(publisher === undefined
        ? []
        : [element("span", { className: ["publisher"] }, breakableNames(publisher))]),
      element("span", {}, `${issues.length}期 ${count}篇`),
    ]),
  ]);
  const all = (path: string, words: string) =>
    element("a", { className: ["site-more"], href: linkTo(path, START_PAGE) }, words);
  return renderListPage(
    {
      path: START_PAGE,
      title: name,
      description: `${publisher ?? ""}${name}，共${issues.length}期。`,
      heading,
      main: [
        renderSearchForm(START_PAGE, { hint: `搜索${issues.length}期全文` }),
        renderPart(
          `最新一期　${latest.name}`,
          [
            renderItems(
              latest.items.map((item) => ({ issue: latest, item })),
              START_PAGE,
              ["units"],
            ),
          ],
          { id: "latest", more: all(issuePath(latest), "看整期") },
        ),
        renderPart("近期", [renderIssues(issues.slice(0, RECENT_ISSUES), START_PAGE, "in full")], {
          id: "recent",
          more: all(ISSUES_PAGE, "各期"),
        }),
        renderPart("年份", [renderYears(years, START_PAGE)], { id: "years" }),
        renderPart("栏目", [renderCounts(sections, START_PAGE)], { id: "sections" }),
        ...(units.length === 0
          ? []
          : [
              renderPart("供稿单位", [renderCounts(units.slice(0, MOST_UNITS_AT_START), START_PAGE)], {
                id: "units",
                more: all(UNITS_PAGE, `全部${units.length}个单位`),
              }),
            ]),
      ],
    },
    dress,
  );
}

const yearPath = (year: number): string => `${year}/index.html`;

const renderYears = (years: Overview["years"], from: string): Element =>
  blockElement(
    "ul",
    { className: ["site-counts", "site-numbers"] },
    [...years].map(([year, own]) =>
      element("li", {}, [
        element(
          "a",
          { href: linkTo(yearPath(year), from), ariaCurrent: yearPath(year) === from ? "page" : undefined },
          `${year}年`,
        ),
        " ",
        element("span", { className: ["site-facts"] }, `${own.length}期`),
      ]),
    ),
  );

const issuesPage = (issues: readonly IssueFacts[], years: Overview["years"], dress: ListDress): SiteFile =>
  renderListPage(
    {
      path: ISSUES_PAGE,
      title: "各期",
      description: `${dress.bulletin.name}各期，共${issues.length}期。`,
      main: [...years].map(([year, own]) =>
        renderPart(`${year}年`, [renderIssues(own, ISSUES_PAGE, "in the year")], {
          id: `year-${year}`,
          more: element("a", { className: ["site-more"], href: linkTo(yearPath(year), ISSUES_PAGE) }, [
            element("span", { className: ["site-unseen"] }, `${year}年`),
            "各篇标题",
          ]),
        }),
      ),
    },
    dress,
  );

interface YearPage {
  readonly year: number;
  readonly issues: readonly IssueFacts[];
  readonly years: Overview["years"];
}

function yearPage({ year, issues, years }: YearPage, dress: ListDress): SiteFile {
  const path = yearPath(year);
  const count = issues.reduce((sum, { items }) => sum + items.length, 0);
  return renderListPage(
    {
      path,
      title: `${year}年`,
      description: `${dress.bulletin.name}${year}年各期，${issues.length}期、${count}篇。`,
      steps: [[ISSUES_PAGE, "各期"]],
      main: [
        element("p", { className: ["site-count"] }, `${issues.length}期，${count}篇`),
        ...(years.size > 1
          ? [
              blockElement("nav", { ariaLabel: "年份", className: ["site-years"] }, [
                renderYears(years, path),
              ]),
            ]
          : []),
        ...issues.map((issue, index) =>
          renderPart(
            issue.shortName,
            [
              renderItems(
                issue.items.map((item) => ({ issue, item })),
                path,
                ["units"],
              ),
            ],
            {
              id: `issue-${index + 1}`,
              more: element("a", { className: ["site-more"], href: linkTo(issuePath(issue), path) }, [
                element("time", { dateTime: issue.date }, issue.date),
                " 看整期",
                element("span", { className: ["site-unseen"] }, issue.shortName),
              ]),
            },
          ),
        ),
      ],
    },
    dress,
  );
}

interface CountsPage {
  readonly path: string;
  readonly title: string;
  readonly groups: readonly Group[];
}

const countsPage = ({ path, title, groups }: CountsPage, dress: ListDress): SiteFile =>
  renderListPage(
    {
      path,
      title,
      description: `${dress.bulletin.name}按${title}列出各篇稿件。`,
      main:
        groups.length === 0
          ? [element("p", { className: ["site-count"] }, "还没有。")]
          : [element("p", { className: ["site-count"] }, `共${groups.length}个`), renderCounts(groups, path)],
    },
    dress,
  );
