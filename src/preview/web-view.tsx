/**
 * The HTML edition as readers see it, at the width of a phone or of a desktop. The frame runs nothing (no
 * `allow-scripts`); it is of this origin so that the page finds its place again after a change.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { Segments } from "./segments.js";
import { useSession } from "./session.js";
import { useViewport } from "./use-viewport.js";

const WIDTHS = { phone: 390, desktop: 1280 } as const;

/** Of a phone's screen. */
const PHONE_HEIGHT = 844;

export function WebView() {
  const { view, preview, words, dispatch } = useSession();
  const stage = useRef<HTMLElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const viewport = useViewport(stage);
  const place = useRef(0);
  const [shown, setShown] = useState(preview.revision);
  const width = WIDTHS[view.webWidth];
  const scale = Math.min(1, Math.max(0.2, (viewport.width - 48) / width));
  const room = (viewport.height - 100) / scale;
  const height = view.webWidth === "phone" ? Math.min(PHONE_HEIGHT, room) : room;

  useEffect(() => {
    if (preview.stage !== "ready") return;
    place.current = placeOf(frame.current)?.scrollTop ?? 0;
    setShown(preview.revision);
  }, [preview.revision, preview.stage]);

  return (
    <section class="web" ref={stage} aria-label={words.web}>
      <Segments
        label={words.webWidth}
        chosen={view.webWidth}
        choices={[
          ["phone", `${words.phone} ${WIDTHS.phone}`],
          ["desktop", `${words.desktop} ${WIDTHS.desktop}`],
        ]}
        onChoose={(webWidth) => dispatch({ kind: "webWidth", webWidth })}
      />
      <div
        class={`screen ${view.webWidth}`}
        style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
      >
        <iframe
          ref={frame}
          title={words.webFrame}
          src={`/edition/html?revision=${shown}`}
          sandbox="allow-same-origin"
          style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          onLoad={() => placeOf(frame.current)?.scrollTo(0, place.current)}
        />
      </div>
    </section>
  );
}

/** What scrolls in the frame; nothing where the server keeps the edition apart from this page. */
const placeOf = (frame: HTMLIFrameElement | null): Element | undefined =>
  frame?.contentDocument?.scrollingElement ?? undefined;
