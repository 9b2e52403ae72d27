/** All pages, small, of which only those near the viewport are drawn; arrows turn the pages. */

import { useContext, useEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "./button.js";
import { countFindings } from "./group-findings.js";
import { moveInList } from "./list-moves.js";
import { arrangePages, heightOf, rowsWithin } from "./page-rows.js";
import { findingsOnPage, PageDrawing } from "./page-sheet.js";
import { PageContext, useSession } from "./session.js";
import { useViewport } from "./use-viewport.js";

const WIDTH = 132;

/** Between two pages, the number of the upper one within. */
const SPACE = 34;

export function Thumbnails() {
  const { preview, words, dispatch } = useSession();
  const read = useContext(PageContext);
  const roll = useRef<HTMLElement>(null);
  const viewport = useViewport(roll);
  const widest = Math.max(1, ...preview.pages.map(({ widthPt }) => widthPt));
  const rows = useMemo(
    () => arrangePages(preview.pages, { scale: WIDTH / widest, isSpread: false, space: SPACE }),
    [preview.pages, widest],
  );
  useEffect(() => {
    const row = rows[read - 1];
    const box = roll.current;
    if (row === undefined || box === null) return;
    if (row.top < box.scrollTop) box.scrollTop = row.top - SPACE / 2;
    const bottom = row.top + row.height + SPACE;
    if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }, [read, rows]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveInList(event.key, read - 1, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    dispatch({ kind: "go", page: next + 1 });
  };
  const { top, height } = viewport;
  return (
    <section
      class="thumbnails"
      aria-label={words.thumbnails}
      ref={roll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls, and whose arrows turn pages
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div class="roll" style={{ height: `${heightOf(rows, SPACE)}px` }}>
        {rowsWithin(rows, top - height / 2, top + height * 1.5).map((row) =>
          row.pages.map(({ page, width, height: pageHeight }) => {
            const { error, warning } = countFindings(findingsOnPage(preview.findings, page.number));
            return (
              <Button
                key={page.number}
                class="thumbnail"
                tabIndex={-1}
                style={{ top: `${row.top}px`, width: `${width}px` }}
                aria-label={words.onPage(page.number)}
                aria-current={page.number === read}
                onClick={() => dispatch({ kind: "go", page: page.number })}
              >
                <span class="paper" aria-hidden="true" style={{ height: `${pageHeight}px` }}>
                  <PageDrawing id={page.id} isBare />
                </span>
                <span class="number">
                  {page.number}
                  {error + warning > 0 && <span class={`dot ${error > 0 ? "error" : "warning"}`} />}
                </span>
              </Button>
            );
          }),
        )}
      </div>
    </section>
  );
}
