/** What a reader does to the issue: asks the server, shows what came of it. The new state follows by the events. */
import { dropItem, goalOf, type Place, placeItem } from "./move-item.js";
import {
  type ChangeAnswer,
  type DetailsRequest,
  type FindingState,
  type FixRequest,
  type ImportPlan,
  MOST_FILE_BYTES,
  type Refusal,
} from "./protocol.js";
import { change, sendFile } from "./server.js";
import type { ViewEvent, ViewState } from "./view-state.js";
import { WORDS } from "./words.js";

export interface Commands {
  readonly fix: (finding: FindingState) => void;
  readonly suggest: (finding: FindingState, index: number) => void;
  readonly fixRule: (rule: string) => void;
  readonly undo: (id: string) => void;
  readonly undoLast: () => void;
  /** @param place as the sections show it with the item taken out */
  readonly move: (path: string, place: Place) => void;
  readonly drop: (path: string, gap: Place) => void;
  readonly saveDetails: (request: Pick<DetailsRequest, "details" | "shown">) => Promise<Refusal | undefined>;
  readonly open: (path: string, line: number) => void;
  readonly importFiles: (files: readonly File[]) => void;
  readonly confirmImport: (plan: ImportPlan) => void;
  readonly cancelImport: (plan: ImportPlan) => void;
  /** Those that wait, the one that is read, and the plan that is shown. */
  readonly stopImports: (plan?: ImportPlan) => void;
  readonly reconnect: () => void;
}

export interface CommandSurroundings {
  readonly dispatch: (event: ViewEvent) => void;
  /** the view as it is when a command is given */
  readonly look: () => ViewState;
  readonly reconnect: () => void;
}

/** a request of each kind, but for the state that it was seen in */
type Wanted<T> = T extends unknown ? Omit<T, "revision"> : never;

const MOST_WAITS = 150;
const WAIT_MS = 20;

/** What changed nothing, and so cannot be undone, leads to no new state. */
const isChanged = (answer: ChangeAnswer | undefined): boolean =>
  answer?.isDone === true && answer.undo !== undefined;

const isDone = (answer: ChangeAnswer | undefined): boolean => answer?.isDone === true;

export function makeCommands({ dispatch, look, reconnect }: CommandSurroundings): Commands {
  const tooLarge = (name: string) => ({ problem: WORDS.tooLarge(name), remedy: WORDS.tooLargeMore });
  const revision = () => look().preview?.revision ?? 0;
  /** keys of what is being asked; the view learns of it only when it is drawn next */
  const running = new Set<string>();
  const waiting: File[] = [];
  /** name of a file from when it is read until what comes of it is accepted or not, and the how many-th it is */
  let current: string | undefined;
  let at = 0;
  let reading = new AbortController();

  const tell = (answer: ChangeAnswer) => {
    if (!answer.isDone) dispatch({ kind: "refused", refusal: answer.refusal });
    else {
      const { isDone: _, ...done } = answer;
      if (done.undo !== undefined) made = [...made, done.undo];
      dispatch({ kind: "done", ...done });
    }
  };

  /**
   * Changes go one after the other, each asked of the state that the one before has led to: the server refuses what
   * is asked of an older one.
   */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (
    ask: () => Promise<ChangeAnswer | undefined>,
    leadsOn = isChanged,
  ): Promise<ChangeAnswer | undefined> => {
    let asked = 0;
    const answered = turn.then(() => {
      asked = revision();
      return ask();
    });
    turn = answered.then(async (answer) => {
      for (let waits = 0; waits < MOST_WAITS && leadsOn(answer) && revision() === asked; waits += 1)
        await new Promise((settle) => setTimeout(settle, WAIT_MS));
    });
    return answered;
  };

  /** One at a time: a second press while the first is on its way is the same press. */
  const run = async (
    key: string,
    ask: () => Promise<ChangeAnswer | undefined>,
    leadsOn = isChanged,
  ): Promise<void> => {
    if (running.has(key)) return;
    running.add(key);
    dispatch({ kind: "busy", key, isBusy: true });
    const answer = await inTurn(ask, leadsOn);
    running.delete(key);
    dispatch({ kind: "busy", key, isBusy: false });
    if (answer !== undefined) tell(answer);
  };

  /** @param key id of a finding, or name of a rule */
  const fix = (key: string, wanted: Wanted<FixRequest>) =>
    void run(`fix ${key}`, () => change("fix", { revision: revision(), ...wanted }));

  /** ids of changes made here that no state has listed yet, and of those taken back here that one may still list */
  let made: readonly string[] = [];
  const takenBack = new Set<string>();

  const takeBack = async (id: string): Promise<ChangeAnswer> => {
    const answer = await change("undo", { id });
    if (answer.isDone) takenBack.add(id);
    return answer;
  };

  const lastChange = (): string | undefined => {
    const listed = (look().preview?.history ?? []).map(({ id }) => id);
    made = made.filter((id) => !listed.includes(id));
    return [...made]
      .reverse()
      .concat(listed)
      .find((id) => !takenBack.has(id));
  };

  /** moves that rest on each other; a new line once one was refused */
  let moves = { count: 0 };

  const move = (path: string, place: Place) => {
    const sections = look().moved ?? look().preview?.sections ?? [];
    dispatch({ kind: "moved", sections: placeItem(sections, path, place) });
    const goal = goalOf(sections, path, place);
    const line = moves;
    line.count += 1;
    void run(`move ${line.count} ${path}`, async () => {
      // Its place was reckoned behind those before it in the line.
      if (line !== moves) return undefined;
      const answer = await change("move", { revision: revision(), path, ...goal });
      if (!answer.isDone) moves = { count: line.count };
      return answer;
    });
  };

  const tellImports = (isReading: boolean) => {
    const imports =
      current === undefined ? undefined : { name: current, at, total: at + waiting.length, isReading };
    dispatch({ kind: "imports", imports });
  };

  const importNext = async (): Promise<void> => {
    const file = waiting.shift();
    current = file?.name;
    at = file === undefined ? 0 : at + 1;
    tellImports(true);
    if (file === undefined) return;
    reading = new AbortController();
    const { signal } = reading;
    const plan = await sendFile(file, signal);
    if (!signal.aborted && "plan" in plan) {
      tellImports(false);
      return dispatch({ kind: "planned", plan });
    }
    if (!signal.aborted && "problem" in plan) dispatch({ kind: "refused", refusal: plan });
    return importNext();
  };

  const endImport = async (plan: ImportPlan, how: "import/confirm" | "import/cancel") => {
    const key = `plan ${plan.plan}`;
    if (running.has(key)) return;
    running.add(key);
    dispatch({ kind: "dialog", dialog: undefined });
    const answer = await inTurn(() => change(how, { plan: plan.plan }));
    running.delete(key);
    if (answer !== undefined && (how === "import/confirm" || !answer.isDone)) tell(answer);
    await importNext();
  };

  return {
    fix: ({ id }) => fix(id, { kind: "finding", id }),
    suggest: ({ id }, index) => fix(id, { kind: "suggestion", id, index }),
    fixRule: (rule) => fix(rule, { kind: "rule", rule }),
    undo: (id) => void run(`undo ${id}`, () => takeBack(id), isDone),
    // Which is the last is known once what is under way is done.
    undoLast: () =>
      void run(
        "undo last",
        async () => {
          const id = lastChange();
          return id === undefined ? undefined : takeBack(id);
        },
        isDone,
      ),
    move,
    drop: (path, gap) => {
      const place = dropItem(look().moved ?? look().preview?.sections ?? [], path, gap);
      if (place !== undefined) move(path, place);
    },
    saveDetails: async (request) => {
      const answer = await inTurn(() => change("details", { revision: revision(), ...request }));
      if (answer?.isDone === false) return answer.refusal;
      if (answer !== undefined) tell(answer);
      return undefined;
    },
    open: (path, line) =>
      void change("open", { path, line }).then((answer) => {
        if (!answer.isDone) tell(answer);
      }),
    importFiles: (files) => {
      for (const file of files) {
        if (file.size <= MOST_FILE_BYTES) waiting.push(file);
        else dispatch({ kind: "refused", refusal: tooLarge(file.name) });
      }
      if (current === undefined) void importNext();
      else tellImports(look().imports?.isReading === true);
    },
    confirmImport: (plan) => void endImport(plan, "import/confirm"),
    cancelImport: (plan) => void endImport(plan, "import/cancel"),
    stopImports: (plan) => {
      waiting.length = 0;
      reading.abort();
      if (plan !== undefined) void endImport(plan, "import/cancel");
    },
    reconnect,
  };
}
