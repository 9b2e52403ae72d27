/** What the page keeps and what it changes when a state comes or the reader does something. */
import { describe, expect, it } from "vitest";
import type { PreviewState } from "../../src/preview/protocol.js";
import { readShortcut } from "../../src/preview/shortcuts.js";
import {
  FIRST_VIEW,
  reduceView,
  shownSides,
  type ViewEvent,
  type ViewState,
} from "../../src/preview/view-state.js";
import { finding, pagesOf, sectionsOf, state } from "./example-state.js";

const after = (view: ViewState, ...events: readonly ViewEvent[]): ViewState =>
  events.reduce(reduceView, view);

const arrives = (given: Partial<PreviewState>): ViewEvent => ({ kind: "state", preview: state(given) });

const MARKED = finding({ id: "m", marks: [{ page: 3, x: 1, y: 200, width: 9, height: 9 }] });

describe("a new state", () => {
  const reading = after(
    FIRST_VIEW,
    arrives({ pages: pagesOf(["a", "b", "c"]), findings: [MARKED] }),
    { kind: "read", page: 3 },
    { kind: "choose", id: "m" },
    { kind: "zoom", zoom: 150 },
  );

  it("changes neither the page that is read nor the zoom nor what is chosen", () => {
    const next = after(
      reading,
      arrives({ revision: 2, pages: pagesOf(["a", "x", "c"]), findings: [MARKED] }),
    );
    expect(next).toMatchObject({ page: 3, zoom: 150, chosen: "m", changedPages: [2] });
    expect(next.target).toBe(reading.target);
  });

  it("reads on at the last page where pages went", () => {
    expect(after(reading, arrives({ revision: 2, pages: pagesOf(["a"]) }))).toMatchObject({ page: 1 });
  });

  it("takes the place of where items were put meanwhile", () => {
    const moved = after(reading, { kind: "moved", sections: sectionsOf({ 要闻: ["b", "a"] }) });
    expect(moved.moved).toBeDefined();
    expect(after(moved, arrives({ revision: 2 })).moved).toBeUndefined();
    const moving = after(moved, { kind: "busy", key: "move 2 b", isBusy: true });
    expect(after(moving, arrives({ revision: 2 })).moved).toBe(moved.moved);
  });

  it("calls no page changed when it is the first", () => {
    expect(after(FIRST_VIEW, arrives({ pages: pagesOf(["a"]) })).changedPages).toEqual([]);
  });
});

describe("a finding that is chosen", () => {
  const view = after(FIRST_VIEW, arrives({ findings: [MARKED, finding({ id: "e", severity: "error" })] }));

  it("sends the desk to its mark, and not where it was chosen on the page itself", () => {
    expect(after(view, { kind: "choose", id: "m" }).target).toEqual({ page: 3, y: 200 });
    expect(after(view, { kind: "choose", id: "m", isStill: true }).target).toBeUndefined();
  });

  it("sends the desk to the page of its item where it has no mark", () => {
    const items = [{ path: "items/1.md", title: "科普大篷车进校园", page: 2 }];
    const within = after(
      view,
      arrives({
        findings: [finding({ id: "f", path: "2026/items/1.md" })],
        sections: [{ name: "要闻", items }],
      }),
    );
    expect(after(within, { kind: "choose", id: "f" }).target).toEqual({ page: 2 });
    expect(after(within, { kind: "choose", id: "none" }).target).toBeUndefined();
  });

  it("is shown though the list was narrowed to others", () => {
    const narrowed = after(view, { kind: "filter", filter: "error" });
    expect(after(narrowed, { kind: "choose", id: "m" }).filter).toBe("all");
    expect(after(narrowed, { kind: "choose", id: "e" }).filter).toBe("error");
  });

  it("opens the panel where that was folded", () => {
    const folded = after(view, { kind: "fold", side: "right" }, { kind: "choose", id: "m", isStill: true });
    expect(folded.areSidesOpen).toEqual({ left: true, right: true });
  });
});

describe("what is told", () => {
  const refusal = { problem: "文件刚才被别的程序改过。", remedy: "请看过新的内容再改。" };

  it("offers the way back of a change, keeps a refusal's words, and puts items back that were not moved", () => {
    const view = after(
      FIRST_VIEW,
      { kind: "moved", sections: sectionsOf({ 要闻: ["b", "a"] }) },
      { kind: "done", message: "已改", undo: "h1" },
      { kind: "refused", refusal },
    );
    expect(view.toasts).toEqual([
      { key: 1, text: "已改", undo: "h1", isRefusal: false },
      { key: 2, text: refusal.problem, remedy: refusal.remedy, isRefusal: true },
    ]);
    expect(view.moved).toBeUndefined();
    expect(after(view, { kind: "dismiss", key: 1 }).toasts.map(({ key }) => key)).toEqual([2]);
  });

  it("is three lines at most, the latest", () => {
    const done = (message: string): ViewEvent => ({ kind: "done", message });
    const view = after(FIRST_VIEW, ...["一", "二", "三", "四"].map(done));
    expect(view.toasts.map(({ text }) => text)).toEqual(["二", "三", "四"]);
  });
});

describe("a plan", () => {
  const plan = (name: string) => ({ plan: name, fileName: `${name}.docx`, items: [] });
  const planned = (name: string): ViewEvent => ({ kind: "planned", plan: plan(name) });
  const closed: ViewEvent = { kind: "dialog", dialog: undefined };

  it("is shown as it comes", () => {
    expect(after(FIRST_VIEW, planned("a")).dialog).toEqual({ kind: "import", plan: plan("a") });
  });

  it("waits until the window that is open is closed, and is shown once", () => {
    const open = after(FIRST_VIEW, { kind: "dialog", dialog: { kind: "details" } }, planned("a"));
    expect(open.dialog).toEqual({ kind: "details" });
    const next = after(open, closed);
    expect(next.dialog).toEqual({ kind: "import", plan: plan("a") });
    expect(after(next, closed).dialog).toBeUndefined();
  });
});

describe("a key", () => {
  const fixable = finding({ id: "f", isFixable: true });
  const view = after(FIRST_VIEW, arrives({ pages: pagesOf(["a", "b", "c"]), findings: [MARKED, fixable] }));
  const chosen = after(view, { kind: "choose", id: "f" });

  it.each([
    ["j", view, { kind: "choose", id: "m" }],
    ["k", chosen, { kind: "choose", id: "m" }],
    ["d", view, { kind: "spread" }],
    ["v", view, { kind: "view", view: "web" }],
    ["0", view, { kind: "zoom", zoom: "width" }],
    ["PageDown", view, { kind: "go", page: 2 }],
    ["PageUp", view, { kind: "go", page: 1 }],
    ["？", view, { kind: "dialog", dialog: { kind: "shortcuts" } }],
  ] as const)("%s is one of the page's (%#)", (key, given, event) => {
    expect(readShortcut(key, given, 1)).toEqual({ kind: "event", event });
  });

  it("f mends the chosen finding where it can be mended", () => {
    expect(readShortcut("f", chosen, 1)).toEqual({ kind: "fix", finding: fixable });
    expect(readShortcut("f", after(view, { kind: "choose", id: "m" }), 1)).toBeUndefined();
  });

  it("that is none of the page's is left to the browser", () => {
    expect(["j", "x", "Tab"].map((key) => readShortcut(key, FIRST_VIEW, 1))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("a window without room for both panels", () => {
  const narrow = after(FIRST_VIEW, { kind: "narrow", isNarrow: true });

  it("shows the findings alone, and both again when it is wide", () => {
    expect(shownSides(narrow)).toEqual({ left: false, right: true });
    expect(shownSides(after(narrow, { kind: "narrow", isNarrow: false }))).toEqual({
      left: true,
      right: true,
    });
  });

  it("folds the one panel when the other is opened", () => {
    const items = after(narrow, { kind: "fold", side: "left" });
    expect(shownSides(items)).toEqual({ left: true, right: false });
    expect(shownSides(after(items, { kind: "fold", side: "right" }))).toEqual({ left: false, right: true });
    expect(shownSides(after(items, { kind: "fold", side: "left" }))).toEqual({ left: false, right: false });
  });
});

describe("the item that is pointed to", () => {
  const [section] = sectionsOf({ 要闻: ["items/1.md", "items/2.md"] });
  const view = after(FIRST_VIEW, arrives({ findings: [MARKED], sections: section ? [section] : [] }));

  it("is the one that was chosen in the list", () => {
    expect(after(view, { kind: "go", page: 1, item: "items/2.md" }).pointed).toBe("items/2.md");
  });

  it("is the one of the finding that was chosen", () => {
    const other = after(view, { kind: "go", page: 1, item: "items/2.md" });
    expect(after(other, { kind: "choose", id: "m" }).pointed).toBe("items/1.md");
  });
});
