/**
 * The items of the issue by section: where each begins, what was found in it; put elsewhere by dragging or by Alt
 * with an arrow. One stop of Tab, arrows within.
 */

import { Fragment } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { currentItem } from "./current-item.js";
import { type Counts, countFindings, isInItem } from "./group-findings.js";
import { Icon, SeverityIcon } from "./icons.js";
import { moveInList } from "./list-moves.js";
import { type Place, stepItem } from "./move-item.js";
import type { ItemState } from "./protocol.js";
import { PageContext, useSession } from "./session.js";
import type { Words } from "./words.js";

/** What a drag of an item carries; files dragged in carry `Files`. */
const ITEM_TYPE = "application/x-bulletin-item";

export function ItemList() {
  const { view, preview, words, dispatch, commands } = useSession();
  const [focused, setFocused] = useState<string>();
  const [gap, setGap] = useState<Place>();
  const list = useRef<HTMLDivElement>(null);
  const sections = view.moved ?? preview.sections;
  const items = sections.flatMap((section) => section.items);
  const stop = items.some(({ path }) => path === focused) ? focused : items[0]?.path;
  const current = currentItem(items, useContext(PageContext), view.pointed);
  const counts = useMemo(
    () =>
      new Map(
        items.map(({ path }) => [
          path,
          countFindings(preview.findings.filter((each) => isInItem(each, path))),
        ]),
      ),
    [preview.findings, sections],
  );
  const moving = useRef<string | undefined>(undefined);
  // An item that goes to another section is another element there: the focus would be left behind.
  useLayoutEffect(() => {
    if (moving.current === undefined || document.activeElement !== document.body) return;
    const index = items.findIndex(({ path }) => path === moving.current);
    list.current?.querySelectorAll<HTMLElement>(".item-main")[index]?.focus();
  }, [sections]);

  if (items.length === 0) return <Empty title={words.noItems} more={words.noItemsMore} />;

  const onKeyDown = (event: KeyboardEvent) => {
    const index = items.findIndex(({ path }) => path === stop);
    const item = items[index];
    if (item === undefined) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const place = stepItem(sections, item.path, event.key === "ArrowUp" ? -1 : 1);
      if (place === undefined) return;
      moving.current = item.path;
      commands.move(item.path, place);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveInList(event.key, index, items.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setFocused(items[next]?.path);
    list.current?.querySelectorAll<HTMLElement>(".item-main")[next]?.focus();
  };

  const gapProps = (place: Place) => ({
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(ITEM_TYPE) !== true) return;
      event.preventDefault();
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const isLower = event.clientY > box.top + box.height / 2;
      setGap({ section: place.section, index: place.index + (isLower ? 1 : 0) });
    },
    onDrop: (event: DragEvent) => {
      const path = event.dataTransfer?.getData(ITEM_TYPE);
      if (path === undefined || path === "" || gap === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      commands.drop(path, gap);
      setGap(undefined);
    },
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus between the buttons within
    <div class="items" ref={list} onKeyDown={onKeyDown} onDragEnd={() => setGap(undefined)}>
      {sections.map((section) => (
        <Fragment key={section.name}>
          <h2>{section.name}</h2>
          <ol>
            {section.items.map((item, index) => (
              <li
                key={item.path}
                draggable
                class={gapClass(gap, { section: section.name, index }, section.items.length)}
                onDragStart={(event) => {
                  event.dataTransfer?.setData(ITEM_TYPE, item.path);
                  if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
                }}
                {...gapProps({ section: section.name, index })}
              >
                {/* Beside the button: Firefox drags nothing that is taken by a button. */}
                <span class="grip">
                  <Icon name="grip" />
                </span>
                <Button
                  class="item-main"
                  tabIndex={item.path === stop ? 0 : -1}
                  aria-current={item.path === current?.path}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  title={words.moveHint}
                  onFocus={() => {
                    setFocused(item.path);
                    if (moving.current !== item.path) moving.current = undefined;
                  }}
                  onClick={() => {
                    if (item.page !== undefined) dispatch({ kind: "go", page: item.page, item: item.path });
                  }}
                >
                  <span class="title" lang="zh-Hans">
                    {item.title}
                  </span>
                  <ItemFacts item={item} counts={counts.get(item.path) ?? countFindings([])} words={words} />
                </Button>
              </li>
            ))}
            {section.items.length === 0 && (
              <li
                class={`gap-only ${gap?.section === section.name ? "gap-here" : ""}`}
                {...gapProps({ section: section.name, index: 0 })}
              >
                {words.emptySection}
              </li>
            )}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}

interface ItemFactsProps {
  readonly item: ItemState;
  readonly counts: Counts;
  readonly words: Words;
}

function ItemFacts({ item, counts, words }: ItemFactsProps) {
  return (
    <span class="facts">
      <CountMarks counts={counts} words={words} />
      {item.page !== undefined && (
        <span class="page" title={words.onPage(item.page)}>
          <span class="unseen">{words.onPage(item.page)}</span>
          <span aria-hidden="true">{item.page}</span>
        </span>
      )}
    </span>
  );
}

/** Counts of findings, the two graver kinds alone: notes would be on almost all. */
export const CountMarks = ({ counts, words }: { readonly counts: Counts; readonly words: Words }) => (
  <>
    {(["error", "warning"] as const).map(
      (severity) =>
        counts[severity] > 0 && (
          <span key={severity} class={`count ${severity}`} title={words[severity]}>
            <SeverityIcon severity={severity} />
            <span class="unseen">{words[severity]} </span>
            {counts[severity]}
          </span>
        ),
    )}
  </>
);

export const Empty = ({ title, more }: { readonly title: string; readonly more: string }) => (
  <div class="empty">
    <p>{title}</p>
    <p class="quiet">{more}</p>
  </div>
);

function gapClass(gap: Place | undefined, { section, index }: Place, length: number): string {
  if (gap === undefined || gap.section !== section) return "";
  if (gap.index === index) return "gap-before";
  return gap.index === length && index === length - 1 ? "gap-after" : "";
}
