/**
 * One page on the desk: its drawing, the marks of findings over it, and what a click on its text opens. A changed
 * page stays until the new one has come, then it is replaced at once.
 */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { nearestPlace } from "./nearest-place.js";
import type { PlacedPage } from "./page-rows.js";
import { type Asked, PlacePopover } from "./place-popover.js";
import type { FindingState, PageMark, PagePlace } from "./protocol.js";
import { askPlaces } from "./server.js";
import { useSession } from "./session.js";

export interface PageSheetProps {
  readonly placed: PlacedPage;
  /** CSS pixels for a point */
  readonly scale: number;
}

export function PageSheet({ placed, scale }: PageSheetProps) {
  const { view, words } = useSession();
  const { page, width, height, left } = placed;
  const [asked, setAsked] = useState<Asked>();
  const isChanged = view.changedPages.includes(page.number);
  return (
    <article
      class="sheet"
      style={{ left: `${left}px`, width: `${width}px`, height: `${height}px` }}
      aria-label={words.onPage(page.number)}
      data-page={page.number}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the keyboard reaches the same places by the findings and items */}
      <div
        class="page-face"
        onClick={(event) => {
          if (String(getSelection()).length > 0) return;
          void findPlace(event, page.number, scale).then(setAsked);
        }}
      >
        <PageDrawing id={page.id} />
      </div>
      <PageMarks page={page.number} scale={scale} />
      {isChanged && <span class="changed" key={page.id} aria-hidden="true" />}
      {asked !== undefined && (
        <PlacePopover asked={asked} scale={scale} width={width} onClose={() => setAsked(undefined)} />
      )}
    </article>
  );
}

export interface PageDrawingProps {
  readonly id: string;
  /** without its words: what is a picture of the page should not be found or read as the page */
  readonly isBare?: boolean;
}

export function PageDrawing({ id, isBare = false }: PageDrawingProps) {
  const { drawings } = useSession();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = true;
    // The page before stays until this one has come.
    void drawings
      .draw(id, () => isWanted)
      .then((drawing) => {
        if (!isWanted || drawing === undefined) return;
        if (isBare) drawing.querySelector(".page-text")?.remove();
        frame.current?.replaceChildren(drawing);
      });
    return () => {
      isWanted = false;
    };
  }, [id, isBare, drawings]);
  return <div class="drawing" ref={frame} data-id={id} />;
}

function PageMarks({ page, scale }: { readonly page: number; readonly scale: number }) {
  const { view, preview, words, dispatch } = useSession();
  const marked = useMemo(
    () =>
      preview.findings.flatMap((finding) =>
        finding.marks.filter((mark) => mark.page === page).map((mark, index) => ({ finding, mark, index })),
      ),
    [preview.findings, page],
  );
  return (
    <div class="marks">
      {marked.map(({ finding, mark, index }) => (
        <Button
          key={`${finding.id} ${index}`}
          class={`mark ${finding.severity}`}
          style={boxOf(mark, scale)}
          // The keyboard has the list of findings; a stop for each mark would bury the page.
          tabIndex={-1}
          aria-label={words.showFinding + words.colon + finding.message}
          aria-current={finding.id === view.chosen}
          title={finding.message}
          onClick={() => dispatch({ kind: "choose", id: finding.id, isStill: true })}
        />
      ))}
    </div>
  );
}

/** Narrower could not be hit. */
const LEAST_MARK = 8;

const boxOf = ({ x, y, width, height }: PageMark, scale: number) => ({
  left: `${x * scale}px`,
  top: `${y * scale}px`,
  width: `${Math.max(LEAST_MARK, width * scale)}px`,
  height: `${Math.max(LEAST_MARK, height * scale)}px`,
});

/** Between two lines, or beside the end of one, a click still means what is next to it; in points. */
const REACH = 14;

/** The place under a click, else the nearest; of several that cover it the smallest. */
async function findPlace(event: MouseEvent, page: number, scale: number): Promise<Asked | undefined> {
  if (!(event.currentTarget instanceof HTMLElement)) return undefined;
  const box = event.currentTarget.getBoundingClientRect();
  const x = (event.clientX - box.left) / scale;
  const y = (event.clientY - box.top) / scale;
  const places = await askPlaces(page).catch((): readonly PagePlace[] => []);
  const place = nearestPlace(places, x, y, REACH);
  return place === undefined ? undefined : { place, x, y };
}

/** Findings that a page shows; for its thumbnail. */
export const findingsOnPage = (findings: readonly FindingState[], page: number): readonly FindingState[] =>
  findings.filter(({ marks }) => marks.some((mark) => mark.page === page));
