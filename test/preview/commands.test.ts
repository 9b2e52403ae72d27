/** What the page asks of the server and tells of its answers; the server is a real one, or says what is given here. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Commands, makeCommands } from "../../src/preview/commands.js";
import { type ImportPlan, MOST_FILE_BYTES } from "../../src/preview/protocol.js";
import { FIRST_VIEW, reduceView, type ViewState } from "../../src/preview/view-state.js";
import { finding, sectionsOf, state } from "./example-state.js";
import { openPreview } from "./open-preview.js";

afterEach(() => vi.unstubAllGlobals());

interface Page {
  readonly commands: Commands;
  readonly view: () => ViewState;
  readonly show: (given: Partial<ViewState>) => void;
}

function openPage(): Page {
  let view: ViewState = {
    ...FIRST_VIEW,
    preview: state({ sections: sectionsOf({ 要闻: ["a", "b", "c"] }) }),
  };
  const commands = makeCommands({
    dispatch: (event) => {
      view = reduceView(view, event);
    },
    look: () => view,
    reconnect: () => undefined,
  });
  return {
    commands,
    view: () => view,
    show: (given) => {
      view = { ...view, ...given };
    },
  };
}

const BARE = { problem: "不认识这个页面。", remedy: "请从新地址打开。" };

/** Answers come when they are given, in the order of the requests. */
function answering() {
  const asked: { readonly address: string; readonly give: (value: unknown, status?: number) => void }[] = [];
  vi.stubGlobal(
    "fetch",
    (address: string) =>
      new Promise<Response>((settle) => {
        const give = (value: unknown, status = 200) =>
          settle(new Response(JSON.stringify(value), { status }));
        asked.push({ address, give });
      }),
  );
  return asked;
}

const soon = () => new Promise((settle) => setTimeout(settle, 0));

const plan = (name: string): ImportPlan => ({ plan: name, fileName: name, items: [] });

describe("a server that does not know the page any more", () => {
  it("is told in the form, which stays open", async () => {
    const opened = await openPreview();
    try {
      const ask = globalThis.fetch;
      vi.stubGlobal("fetch", (path: string, given: RequestInit) => ask(`${opened.origin}${path}`, given));
      const refused = await openPage().commands.saveDetails({ details: { number: "9" }, shown: {} });
      expect(refused?.problem).not.toBe("");
      expect(refused?.problem).toBeTypeOf("string");
      expect(refused?.remedy).toBeTypeOf("string");
    } finally {
      await opened.close();
    }
  });

  it.each([403, 415, 500])("refuses a change in its own words (%i)", async (status) => {
    const asked = answering();
    const { commands, view } = openPage();
    commands.fix(finding({ id: "f" }));
    await soon();
    asked[0]?.give(BARE, status);
    await expect.poll(() => view().toasts).toMatchObject([{ text: BARE.problem, remedy: BARE.remedy }]);
    expect(view().busy).toEqual([]);
  });
});

describe("an item that is moved", () => {
  it("moves on at each press, and is asked for in turn, each time of the state that the last led to", async () => {
    const asked = answering();
    const { commands, view, show } = openPage();
    commands.move("a", { section: "要闻", index: 1 });
    commands.move("a", { section: "要闻", index: 2 });
    await soon();
    expect(asked).toHaveLength(1);
    expect(view().moved).toEqual(sectionsOf({ 要闻: ["b", "c", "a"] }));
    asked[0]?.give({ isDone: true, message: "已移动", undo: "1" });
    await soon();
    expect(asked).toHaveLength(1);
    const { preview } = view();
    if (preview === undefined) throw new Error("no state");
    show({ preview: { ...preview, revision: preview.revision + 1 } });
    await expect.poll(() => asked.length).toBe(2);
  });

  it("stays where it is once a move before it in the line was refused", async () => {
    const asked = answering();
    const { commands, view } = openPage();
    commands.move("a", { section: "要闻", index: 1 });
    commands.move("a", { section: "要闻", index: 2 });
    await soon();
    asked[0]?.give(BARE, 403);
    await expect.poll(() => view().busy).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe("the last change", () => {
  const done = (undo: string) => ({ isDone: true, message: "已改正", undo });
  const body = (init: unknown) => JSON.parse((init as { body: string }).body) as unknown;

  /** Answers each request with what `answers` has for it; a state follows when `settle` says so. */
  function changing(history: readonly string[]) {
    const page = openPage();
    const asked: [string, unknown][] = [];
    const answers: unknown[] = [];
    vi.stubGlobal("fetch", async (address: string, init: unknown) => {
      asked.push([address.replace("/api/", ""), body(init)]);
      return new Response(JSON.stringify(answers.shift()));
    });
    const settle = (listed: readonly string[]) => {
      const { preview } = page.view();
      if (preview === undefined) throw new Error("no state");
      const history = listed.map((id) => ({ id, label: id, at: "" }));
      page.show({ preview: { ...preview, history, revision: preview.revision + 1 } });
    };
    settle(history);
    return { ...page, asked, answers, settle };
  }

  it("is the one just made here, before any state lists it", async () => {
    const { commands, asked, answers, settle } = changing(["old"]);
    answers.push(done("new"), { isDone: true, message: "已撤销" });
    commands.fix(finding({ id: "f" }));
    // Pressed while the change is still under way.
    commands.undoLast();
    await expect.poll(() => asked.length).toBe(1);
    settle(["old"]);
    await expect.poll(() => asked[1]).toEqual(["undo", { id: "new" }]);
  });

  it("is the one before where that was taken back, though the state still lists it", async () => {
    const { commands, view, asked, answers, settle } = changing(["new", "old"]);
    answers.push({ isDone: true, message: "已撤销" }, { isDone: true, message: "已撤销" });
    commands.undoLast();
    await expect.poll(() => view().busy).toEqual([]);
    commands.undoLast();
    await soon();
    expect(asked).toEqual([["undo", { id: "new" }]]);
    // A state of somebody else's save, in which the record is still there.
    settle(["new", "old"]);
    await expect.poll(() => asked[1]).toEqual(["undo", { id: "old" }]);
  });

  it("is still there to be taken back where that was refused", async () => {
    const { commands, view, asked, answers } = changing(["only"]);
    answers.push({ isDone: false, refusal: BARE }, { isDone: true, message: "已撤销" });
    commands.undoLast();
    await expect.poll(() => view().toasts).toMatchObject([{ text: BARE.problem }]);
    commands.undoLast();
    await expect
      .poll(() => asked)
      .toEqual([
        ["undo", { id: "only" }],
        ["undo", { id: "only" }],
      ]);
  });

  it("is none where nothing was changed", async () => {
    const { commands, view, asked } = changing([]);
    commands.undoLast();
    await expect.poll(() => view().busy).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("files that are dropped", () => {
  it("are read one by one, each once its turn has come, whenever they are dropped", async () => {
    const asked = answering();
    const { commands, view } = openPage();
    const addresses = () => asked.map(({ address }) => address.replace("/api/", ""));
    commands.importFiles([new File(["一"], "1.txt")]);
    // The first is still being read.
    commands.importFiles([new File(["二"], "2.txt"), new File(["三"], "3.txt")]);
    expect(addresses()).toEqual(["import?name=1.txt"]);
    asked[0]?.give(plan("one"));
    await expect.poll(() => view().dialog).toEqual({ kind: "import", plan: plan("one") });
    commands.confirmImport(plan("one"));
    await soon();
    asked[1]?.give({ isDone: true, message: "已导入 1 篇" });
    await expect.poll(addresses).toEqual(["import?name=1.txt", "import/confirm", "import?name=2.txt"]);
    asked[2]?.give(BARE, 422);
    await expect.poll(() => addresses().slice(3)).toEqual(["import?name=3.txt"]);
    asked[3]?.give(plan("three"));
    await expect.poll(() => view().dialog).toEqual({ kind: "import", plan: plan("three") });
  });

  it("are counted, and stopped all at once", async () => {
    const asked = answering();
    const { commands, view } = openPage();
    commands.importFiles(["1", "2", "3"].map((name) => new File(["稿"], `${name}.txt`)));
    expect(view().imports).toEqual({ name: "1.txt", at: 1, total: 3, isReading: true });
    asked[0]?.give(plan("one"));
    await expect.poll(() => view().imports?.isReading).toBe(false);
    commands.importFiles([new File(["稿"], "4.txt")]);
    expect(view().imports).toEqual({ name: "1.txt", at: 1, total: 4, isReading: false });
    commands.cancelImport(plan("one"));
    await soon();
    asked[1]?.give({ isDone: true, message: "已取消" });
    await expect.poll(() => view().imports).toEqual({ name: "2.txt", at: 2, total: 4, isReading: true });
    commands.stopImports();
    asked[2]?.give(plan("two"));
    await expect.poll(() => view().imports).toBeUndefined();
    expect(view().dialog).toBeUndefined();
    expect(asked).toHaveLength(3);
  });

  it("that were refused are all named, until each is closed", async () => {
    const names = ["1", "2", "3", "4", "5"];
    vi.stubGlobal("fetch", async (address: string) => {
      const problem = new URL(address, "http://127.0.0.1").searchParams.get("name");
      return new Response(JSON.stringify({ problem, remedy: "" }), { status: 422 });
    });
    const { commands, view } = openPage();
    commands.importFiles(names.map((name) => new File(["稿"], name)));
    await expect.poll(() => view().toasts.map(({ text }) => text)).toEqual(names);
  });

  it("leave a form that was opened meanwhile as it is", async () => {
    const asked = answering();
    const { commands, view, show } = openPage();
    commands.importFiles([new File(["一"], "1.txt")]);
    show({ dialog: { kind: "details" } });
    asked[0]?.give(plan("one"));
    await expect.poll(() => view().busy).toEqual([]);
    await soon();
    expect(view().dialog).toEqual({ kind: "details" });
    commands.importFiles([new File(["二"], "2.txt")]);
    expect(asked).toHaveLength(1);
  });

  it("are not sent where they are too large", () => {
    const asked = answering();
    const { commands, view } = openPage();
    const large = new File(["一"], "全年.zip");
    Object.defineProperty(large, "size", { value: MOST_FILE_BYTES + 1 });
    commands.importFiles([large]);
    expect(asked).toEqual([]);
    expect(view().toasts).toMatchObject([{ text: "“全年.zip”太大（超过 256 MB），没有导入。" }]);
  });
});
