/** What each part of the page is handed: the view, the words of its language, and what can be done. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Commands } from "./commands.js";
import type { PageDrawings } from "./page-drawings.js";
import type { PreviewState } from "./protocol.js";
import type { ViewEvent, ViewState } from "./view-state.js";
import type { Words } from "./words.js";

export interface Session {
  readonly view: ViewState;
  /** the state of the server; the page waits until there is one */
  readonly preview: PreviewState;
  readonly words: Words;
  readonly dispatch: (event: ViewEvent) => void;
  readonly commands: Commands;
  readonly drawings: PageDrawings;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("used outside of a session");
  return session;
}
