/** What a reader does to the issue: asks the server, shows what came of it. The new state follows by the events. */
import { dropItem, type Place, placeItem } from "./move-item.js";
import type { ChangeAnswer, DetailsState, FindingState, ImportPlan, Refusal } from "./protocol.js";
import { change, sendFile } from "./server.js";
import type { ViewEvent, ViewState } from "./view-state.js";
import { wordsOf } from "./words.js";

export interface Commands {
  readonly fix: (finding: FindingState) => void;
  readonly suggest: (finding: FindingState, index: number) => void;
  readonly fixRule: (rule: string) => void;
  readonly undo: (id: string) => void;
  readonly undoLast: () => void;
  /** @param place as the sections show it with the item taken out */
  readonly move: (path: string, place: Place) => void;
  readonly drop: (path: string, gap: Place) => void;
  readonly saveDetails: (details: Partial<DetailsState>) => Promise<Refusal | undefined>;
  readonly open: (path: string, line: number) => void;
  readonly importFiles: (files: readonly File[]) => void;
  readonly confirmImport: (plan: ImportPlan) => void;
  readonly cancelImport: (plan: ImportPlan) => void;
  readonly reconnect: () => void;
}

export interface CommandSurroundings {
  readonly dispatch: (event: ViewEvent) => void;
  /** the view as it is when a command is given */
  readonly look: () => ViewState;
  readonly reconnect: () => void;
}

export function makeCommands({ dispatch, look, reconnect }: CommandSurroundings): Commands {
  const words = () => wordsOf(look().preview?.language ?? "zh");
  const unreachable = () => ({ problem: words().unreachable, remedy: words().unreachableMore });
  const revision = () => look().preview?.revision ?? 0;
  const waiting: File[] = [];

  const tell = (answer: ChangeAnswer) => {
    if (!answer.isDone) dispatch({ kind: "refused", refusal: answer.refusal });
    else
      dispatch({
        kind: "done",
        message: answer.message,
        ...(answer.undo === undefined ? {} : { undo: answer.undo }),
      });
  };

  /** One at a time: a second press while the first is on its way is the same press. */
  const run = async (key: string, ask: () => Promise<ChangeAnswer>): Promise<ChangeAnswer | undefined> => {
    if (look().busy.includes(key)) return undefined;
    dispatch({ kind: "busy", key, isBusy: true });
    const answer = await ask();
    dispatch({ kind: "busy", key, isBusy: false });
    tell(answer);
    return answer;
  };

  const undo = (id: string) => void run(`undo ${id}`, () => change("undo", { id }, unreachable()));

  const move = (path: string, place: Place) => {
    const sections = look().moved ?? look().preview?.sections ?? [];
    dispatch({ kind: "moved", sections: placeItem(sections, path, place) });
    void run(`move ${path}`, () => change("move", { revision: revision(), path, ...place }, unreachable()));
  };

  const importNext = async () => {
    const file = waiting.shift();
    if (file === undefined) return;
    dispatch({ kind: "busy", key: `import ${file.name}`, isBusy: true });
    const plan = await sendFile(file, unreachable());
    dispatch({ kind: "busy", key: `import ${file.name}`, isBusy: false });
    if ("plan" in plan) return dispatch({ kind: "dialog", dialog: { kind: "import", plan } });
    dispatch({ kind: "refused", refusal: plan });
    return importNext();
  };

  const endImport = async (plan: ImportPlan, how: "import/confirm" | "import/cancel") => {
    dispatch({ kind: "dialog", dialog: undefined });
    const answer = await change(how, { plan: plan.plan }, unreachable());
    if (how === "import/confirm" || !answer.isDone) tell(answer);
    await importNext();
  };

  return {
    fix: ({ id }) =>
      void run(`fix ${id}`, () =>
        change("fix", { kind: "finding", revision: revision(), id }, unreachable()),
      ),
    suggest: ({ id }, index) =>
      void run(`fix ${id}`, () =>
        change("fix", { kind: "suggestion", revision: revision(), id, index }, unreachable()),
      ),
    fixRule: (rule) =>
      void run(`rule ${rule}`, () =>
        change("fix", { kind: "rule", revision: revision(), rule }, unreachable()),
      ),
    undo,
    undoLast: () => {
      const last = look().preview?.history[0];
      if (last !== undefined) undo(last.id);
    },
    move,
    drop: (path, gap) => {
      const place = dropItem(look().moved ?? look().preview?.sections ?? [], path, gap);
      if (place !== undefined) move(path, place);
    },
    saveDetails: async (details) => {
      const answer = await change("details", { revision: revision(), details }, unreachable());
      if (!answer.isDone) return answer.refusal;
      tell(answer);
      return undefined;
    },
    open: (path, line) =>
      void change("open", { path, line }, unreachable()).then((answer) => {
        if (!answer.isDone) tell(answer);
      }),
    importFiles: (files) => {
      const isIdle = waiting.length === 0 && look().dialog?.kind !== "import";
      waiting.push(...files);
      if (isIdle) void importNext();
    },
    confirmImport: (plan) => void endImport(plan, "import/confirm"),
    cancelImport: (plan) => void endImport(plan, "import/cancel"),
    reconnect,
  };
}
