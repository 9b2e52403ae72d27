/**
 * The search in the reader's browser. The text of a year is a script, loaded when something is looked for: a page that was
 * opened from a disk may load no other files. Nothing leaves the browser.
 */
import {
  findItems,
  type IssueText,
  markTerms,
  type SearchedItem,
  type Stretch,
  searchedItems,
  snippetOf,
  termsOf,
} from "./find-in-texts.js";

const PAGE_OF_HITS = 50;
/** Until somebody who types has stopped, in milliseconds. */
const PAUSE = 150;

const NOTHING_FOUND =
  "没有找到。要找的文字须与原文一字不差：可以少写几个字，用空格分开几个词，或把年份、单位选为“全部”。";

const byId = (id: string): HTMLElement | null => document.getElementById(id);

function begin(): void {
  const form = byId("search");
  const input = byId("q");
  const count = byId("count");
  const hits = byId("hits");
  const more = byId("more");
  if (!(form instanceof HTMLFormElement && input instanceof HTMLInputElement)) return;
  if (count === null || hits === null || !(more instanceof HTMLButtonElement)) return;
  const years = (hits.dataset.years ?? "").split(" ").filter((year) => year !== "");
  const loaded = new Map<string, readonly SearchedItem[]>();
  const failed = new Set<string>();
  let shown = PAGE_OF_HITS;
  let run = 0;

  const chosenIn = (id: string): string => {
    const field = byId(id);
    return field instanceof HTMLSelectElement ? field.value : "";
  };

  async function search(): Promise<void> {
    run += 1;
    const own = run;
    const asked = {
      terms: termsOf(input instanceof HTMLInputElement ? input.value : ""),
      unit: chosenIn("unit"),
    };
    const year = chosenIn("year");
    keepInAddress(input instanceof HTMLInputElement ? input.value : "", year, asked.unit);
    const wanted = year === "" ? years : [year];
    if (asked.terms.length > 0) {
      for (const each of wanted) {
        if (loaded.has(each) || failed.has(each)) continue;
        say(`正在读取${each}年……`);
        const texts = await loadYear(each);
        if (texts === undefined) failed.add(each);
        else loaded.set(each, searchedItems(texts));
        if (own !== run) return;
      }
    }
    const found = wanted.flatMap((each) => findItems(loaded.get(each) ?? [], asked));
    show(
      found,
      asked.terms,
      wanted.filter((each) => failed.has(each)),
    );
  }

  function show(found: readonly SearchedItem[], terms: readonly string[], missing: readonly string[]): void {
    const lacking = missing.length === 0 ? "" : `（${missing.join("、")}年的文字没有读到）`;
    say(
      terms.length === 0 ? "" : `${found.length === 0 ? NOTHING_FOUND : `找到${found.length}篇`}${lacking}`,
    );
    hits?.replaceChildren(...found.slice(0, shown).map((item) => hitOf(item, terms)));
    if (more instanceof HTMLButtonElement) more.hidden = found.length <= shown;
  }

  const say = (words: string): void => {
    if (count !== null && count.textContent !== words) count.textContent = words;
  };

  let waiting = 0;
  const searchSoon = (): void => {
    shown = PAGE_OF_HITS;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void search(), PAUSE);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(waiting);
    void search();
  });
  input.addEventListener("input", (event) => {
    // What an input method has not settled yet is nobody's search.
    if (!(event instanceof InputEvent && event.isComposing)) searchSoon();
  });
  input.addEventListener("compositionend", searchSoon);
  form.addEventListener("change", searchSoon);
  more.addEventListener("click", () => {
    const before = shown;
    shown += PAGE_OF_HITS;
    void search().then(() => {
      const next = hits.children[before]?.querySelector("a");
      next?.focus();
    });
  });
  readAddress(input);
  if (input.value !== "") void search();
  else input.focus();
}

function hitOf(item: SearchedItem, terms: readonly string[]): HTMLElement {
  const link = made("a", marked(markTerms(item.title, item.foldedTitle, terms)));
  link.setAttribute("href", item.path.split("/").map(encodeURIComponent).join("/"));
  const facts = made("p", [
    [item.issue, item.date, item.section, item.units.join("、")].filter((fact) => fact !== "").join("　"),
  ]);
  facts.className = "site-facts";
  return made("li", [made("h2", [link]), made("p", marked(snippetOf(item, terms))), facts]);
}

const marked = (stretches: readonly Stretch[]): (Node | string)[] =>
  stretches.map(({ text, isFound }) => (isFound ? made("mark", [text]) : text));

function made(name: string, children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

let arrived: readonly IssueText[] | undefined;

/** What a year's script calls. */
Object.assign(window, {
  bulletinText(issues: readonly IssueText[]): void {
    arrived = issues;
  },
});

/** One after another: whose script calls is the one that was asked for. */
function loadYear(year: string): Promise<readonly IssueText[] | undefined> {
  return new Promise((settle) => {
    const script = document.createElement("script");
    script.src = `text/${year}.js`;
    const end = (texts: readonly IssueText[] | undefined) => {
      script.remove();
      arrived = undefined;
      settle(texts);
    };
    script.addEventListener("load", () => end(arrived));
    script.addEventListener("error", () => end(undefined));
    document.head.append(script);
  });
}

/** So that a search can be kept, sent on and come back to. */
function keepInAddress(query: string, year: string, unit: string): void {
  const parts = Object.entries({ q: query, year, unit }).filter(([, value]) => value !== "");
  const asked = new URLSearchParams(parts).toString();
  try {
    history.replaceState(null, "", asked === "" ? location.pathname : `?${asked}`);
  } catch {
    // Some browsers let a page from a disk change nothing of its address.
  }
}

function readAddress(input: HTMLInputElement): void {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? "";
  for (const id of ["year", "unit"]) {
    const field = byId(id);
    if (field instanceof HTMLSelectElement) field.value = asked.get(id) ?? "";
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }
}

begin();
