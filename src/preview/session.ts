/** What each part of the page is handed: the view, the words of its language, and what can be done. */
import { createContext } from "preact";
import { useContext, useRef } from "preact/hooks";
import type { Commands } from "./commands.js";
import type { PageDrawings } from "./page-drawings.js";
import type { PreviewState } from "./protocol.js";
import type { ViewEvent, ViewState } from "./view-state.js";
import type { Words } from "./words.js";

/** All but the page that is read, which is another with each turn of the wheel. */
export type SteadyView = Omit<ViewState, "page">;

export interface Session {
  readonly view: SteadyView;
  /** the state of the server; the page waits until there is one */
  readonly preview: PreviewState;
  readonly words: Words;
  readonly dispatch: (event: ViewEvent) => void;
  readonly commands: Commands;
  readonly drawings: PageDrawings;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Number of the page that is read. */
export const PageContext = createContext(1);

/** The view as long as nothing but the page that is read is another: who shows the rest is not drawn again by that. */
export function useSteady(view: ViewState): SteadyView {
  const kept = useRef<ViewState>(view);
  const keys = Object.keys({ ...kept.current, ...view }) as (keyof ViewState)[];
  if (keys.some((key) => key !== "page" && kept.current[key] !== view[key])) kept.current = view;
  return kept.current;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("used outside of a session");
  return session;
}
