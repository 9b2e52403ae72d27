/**
 * The focus when what had it is gone (a toast that was pressed, a finding that was mended, a panel that was folded) or
 * was off for a moment: it goes to what had it before, so that the keyboard goes on from there.
 */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Further back nobody remembers. */
const MOST_KEPT = 12;

/** Where nothing of before is there. */
const ELSEWHERE = ['.finding-main[tabindex="0"]', '.item-main[tabindex="0"]', ".top button"];

/** @param shown what the page is drawn of: looked after each time that it changes */
export function useKeptFocus(shown: unknown): void {
  /** what had the focus, the last one last; nothing after a press elsewhere */
  const kept = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) kept.current = [...kept.current, target].slice(-MOST_KEPT);
    };
    const forget = () => {
      kept.current = [];
    };
    addEventListener("focusin", onFocus);
    addEventListener("pointerdown", forget, true);
    return () => {
      removeEventListener("focusin", onFocus);
      removeEventListener("pointerdown", forget, true);
    };
  }, []);
  useLayoutEffect(() => {
    const last = kept.current[kept.current.length - 1];
    const isWaiting = last?.isConnected === true && last.matches(":disabled");
    if (document.activeElement !== document.body || last === undefined || isWaiting) return;
    const within = document.querySelector("dialog[open]") ?? document;
    const before = [...kept.current]
      .reverse()
      .find((one) => within.contains(one) && !one.matches(":disabled"));
    const others = within === document ? ELSEWHERE : [".history button:not(:disabled)", "button"];
    const next =
      before ?? others.map((each) => within.querySelector<HTMLElement>(each)).find((each) => each !== null);
    next?.focus({ preventScroll: true });
  }, [shown]);
}
