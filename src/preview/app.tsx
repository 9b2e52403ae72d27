/** The page as a whole: the session, the keys of the page, and its parts in their places. */
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/hooks";
import { makeCommands } from "./commands.js";
import { Desk } from "./desk.js";
import { Dialogs } from "./dialogs.js";
import { DropZone, ImportButton } from "./drop-zone.js";
import { FindingsPanel } from "./findings-panel.js";
import { followStates } from "./follow-states.js";
import { Empty, ItemList } from "./item-list.js";
import { useKeptFocus } from "./keep-focus.js";
import { Notices } from "./notices.js";
import type { PageDrawings } from "./page-drawings.js";
import { keepPreferences, readPreferences } from "./preferences.js";
import { Segments } from "./segments.js";
import { PageContext, SessionContext, useSession, useSteady } from "./session.js";
import { readShortcut } from "./shortcuts.js";
import { Thumbnails } from "./thumbnails.js";
import { LiveRegion, Toasts } from "./toasts.js";
import { TopBar } from "./top-bar.js";
import { FIRST_VIEW, reduceView, shownSides, type ViewState } from "./view-state.js";
import { WebView } from "./web-view.js";
import { WORDS } from "./words.js";

export function App({ drawings }: { readonly drawings: PageDrawings }) {
  const preferences = useMemo(readPreferences, []);
  const [hasKeys, setKeys] = useState(preferences.hasKeys);
  const [view, dispatch] = useReducer(reduceView, { ...FIRST_VIEW, ...withoutKeys(preferences) });
  const seen = useRef<ViewState>(view);
  seen.current = view;
  const reconnect = useRef<() => void>(() => undefined);
  const commands = useMemo(
    () => makeCommands({ dispatch, look: () => seen.current, reconnect: () => reconnect.current() }),
    [],
  );

  useEffect(() => {
    reconnect.current = followStates({
      onConnection: (connection) => {
        if (connection === "open") drawings.askAgain();
        dispatch({ kind: "connection", connection });
      },
      onState: (preview) => {
        drawings.expectGlyphs(preview.glyphs);
        document.documentElement.lang = preview.language === "zh" ? "zh-Hans" : "en";
        document.title = preview.issue.title;
        dispatch({ kind: "state", preview });
      },
    });
  }, [drawings]);

  useEffect(() => {
    const narrow = matchMedia("(max-width: 860px)");
    const tell = () => dispatch({ kind: "narrow", isNarrow: narrow.matches });
    tell();
    narrow.addEventListener("change", tell);
    return () => narrow.removeEventListener("change", tell);
  }, []);

  useEffect(() => {
    const { zoom, isSpread, side, areSidesOpen, webWidth } = view;
    keepPreferences({ zoom, isSpread, side, areSidesOpen, webWidth, hasKeys });
  }, [view.zoom, view.isSpread, view.side, view.areSidesOpen, view.webWidth, hasKeys]);

  const words = WORDS;
  const steady = useSteady(view);
  const room = useMemo(() => {
    const { preview } = steady;
    if (preview === undefined) return undefined;
    return (
      <SessionContext.Provider value={{ view: steady, preview, words, dispatch, commands, drawings }}>
        <Room hasKeys={hasKeys} onKeys={setKeys} />
      </SessionContext.Provider>
    );
  }, [steady, hasKeys, commands, drawings]);
  if (room === undefined) {
    const { connection } = view;
    const text = connection === "ended" ? words.ended : connection === "lost" ? words.lost : words.loading;
    const more = connection === "ended" ? words.endedMore : connection === "lost" ? words.lostMore : "";
    return (
      <main class="start">
        <div role="status">
          <Empty title={text} more={more} />
        </div>
      </main>
    );
  }
  return <PageContext.Provider value={view.page}>{room}</PageContext.Provider>;
}

interface RoomProps {
  readonly hasKeys: boolean;
  readonly onKeys: (hasKeys: boolean) => void;
}

function Room({ hasKeys, onKeys }: RoomProps) {
  const { view, preview, words } = useSession();
  const [scale, setScale] = useState(1);
  const sides = shownSides(view);
  const takeScale = useCallback((next: number) => setScale(next), []);
  useKeptFocus(view);
  return (
    <div class="room">
      <TopBar scale={scale} />
      {sides.left && <LeftPanel />}
      <main>
        <Notices />
        {view.view === "web" && <WebView />}
        {view.view === "pages" && preview.pages.length > 0 && <Desk onScale={takeScale} />}
        {view.view === "pages" && preview.pages.length === 0 && (
          <div class="desk bare">
            <Empty title={preview.stage === "building" ? words.loading : words.noPages} more="" />
          </div>
        )}
      </main>
      {sides.right && (
        <aside class="right" aria-label={words.findings}>
          <h2>{words.findings}</h2>
          <FindingsPanel />
        </aside>
      )}
      {/* A window lies over all else: while one is open it shows them itself. */}
      {view.dialog === undefined && <Toasts />}
      <LiveRegion />
      {hasKeys && view.dialog === undefined && <Shortcuts scale={scale} />}
      <DropZone />
      <Dialogs hasKeys={hasKeys} onKeys={onKeys} />
    </div>
  );
}

function LeftPanel() {
  const { view, words, dispatch } = useSession();
  return (
    <nav class="left" aria-label={words.items}>
      <Segments
        label={words.leftSwitch}
        chosen={view.side}
        choices={[
          ["items", words.items],
          ["thumbnails", words.thumbnails],
        ]}
        onChoose={(side) => dispatch({ kind: "side", side })}
      />
      {view.side === "items" ? <ItemList /> : <Thumbnails />}
      <ImportButton />
    </nav>
  );
}

function Shortcuts({ scale }: { readonly scale: number }) {
  const { view, dispatch, commands } = useSession();
  const page = useContext(PageContext);
  // Before the next key: one pressed ahead of the page being drawn would mean what was chosen before.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      const shortcut = readShortcut(event.key, { ...view, page }, scale);
      if (shortcut === undefined) return;
      event.preventDefault();
      if (shortcut.kind === "event") dispatch(shortcut.event);
      else if (shortcut.kind === "fix") commands.fix(shortcut.finding);
      else commands.undoLast();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [scale, view, page, dispatch, commands]);
  return null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

const withoutKeys = ({ hasKeys: _, ...looks }: ReturnType<typeof readPreferences>) => looks;
