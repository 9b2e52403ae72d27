/**
 * The desk: pages one under the other, or facing, of which only those near the viewport are there. It keeps its
 * place while pages change and while the zoom does, and goes where it is told (`view.target`).
 */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { arrangePages, heightOf, type PageRow, pageAt, rowsWithin, scaleFor } from "./page-rows.js";
import { PageSheet } from "./page-sheet.js";
import { useSession } from "./session.js";
import { useViewport, type Viewport } from "./use-viewport.js";

/** Beyond the viewport on either side, in heights of it. */
const NEAR = 1;

export function Desk({ onScale }: { readonly onScale: (scale: number) => void }) {
  const { view, preview, words, dispatch } = useSession();
  const desk = useRef<HTMLElement>(null);
  const viewport = useViewport(desk);
  const { isSpread } = view;
  const scale = scaleFor(view.zoom, { pages: preview.pages, width: viewport.width, isSpread });
  const rows = useMemo(
    () => arrangePages(preview.pages, { scale, isSpread }),
    [preview.pages, scale, isSpread],
  );
  const width = Math.max(0, ...rows.map((row) => row.width));

  useLayoutEffect(() => onScale(scale), [scale, onScale]);
  useKeptPlace(desk.current, rows, viewport);
  useLayoutEffect(() => {
    if (viewport.height > 0) dispatch({ kind: "read", page: pageAt(rows, viewport.top, viewport.height) });
  }, [rows, viewport, dispatch]);
  useLayoutEffect(() => {
    const row = rows.find(({ pages }) => pages.some(({ page }) => page.number === view.target?.page));
    if (row === undefined || desk.current === null) return;
    const y = view.target?.y;
    const top = y === undefined ? row.top - 12 : row.top + y * scale - desk.current.clientHeight / 3;
    goTo(desk.current, top);
  }, [view.target]);

  const near = viewport.height * NEAR;
  return (
    // Scrolled by the keyboard, therefore a stop of Tab.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
    <section class="desk" ref={desk} tabIndex={0} aria-label={words.pages}>
      <div class="roll" style={{ height: `${heightOf(rows)}px`, minWidth: `${width + 48}px` }}>
        {rowsWithin(rows, viewport.top - near, viewport.top + viewport.height + near).map((row) => (
          <div
            class="row"
            key={row.pages[0]?.page.number}
            style={{ top: `${row.top}px`, width: `${isSpread ? Math.max(row.width, width) : row.width}px` }}
          >
            {row.pages.map((placed) => (
              <PageSheet key={placed.page.number} placed={placed} scale={scale} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** What is read stays where it is on the screen while rows get other heights. */
function useKeptPlace(desk: HTMLElement | null, rows: readonly PageRow[], { top, height }: Viewport) {
  const kept = useRef<{ rows: readonly PageRow[]; index: number; part: number }>(undefined);
  useLayoutEffect(() => {
    const before = kept.current;
    const row = before === undefined ? undefined : rows[before.index];
    const old = before?.rows[before.index];
    if (desk === null || before === undefined || row === undefined || old === undefined) return;
    if (before.rows === rows || (old.top === row.top && old.height === row.height)) return;
    desk.scrollTop = row.top + before.part * row.height - height / 3;
  }, [rows]);
  useLayoutEffect(() => {
    const line = top + height / 3;
    const index = rows.findIndex((row) => row.top + row.height >= line);
    const row = rows[index];
    if (row !== undefined) kept.current = { rows, index, part: (line - row.top) / row.height };
  }, [rows, top, height]);
}

/** Glides over a short way, jumps over a long one: what rushes by helps nobody. */
function goTo(desk: HTMLElement, top: number) {
  const isNear = Math.abs(desk.scrollTop - top) < 2 * desk.clientHeight;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  desk.scrollTo({ top, behavior: isNear && !isCalm ? "smooth" : "auto" });
}
