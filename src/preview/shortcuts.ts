/** Single keys of the page, and what each means; which of them are on is for the reader to say. */
import { groupFindings, listShown } from "./group-findings.js";
import { stepZoom } from "./page-rows.js";
import type { FindingState } from "./protocol.js";
import type { ViewEvent, ViewState } from "./view-state.js";

export type Shortcut =
  | { readonly kind: "event"; readonly event: ViewEvent }
  | { readonly kind: "fix"; readonly finding: FindingState }
  | { readonly kind: "undo" };

/**
 * @param key as KeyboardEvent.key names it
 * @param scale CSS pixels for a point now
 * @returns undefined where the key is none of the page's
 */
export function readShortcut(key: string, view: ViewState, scale: number): Shortcut | undefined {
  switch (key) {
    case "j":
      return nextFinding(view, 1);
    case "k":
      return nextFinding(view, -1);
    case "f":
      return fixChosen(view);
    case "z":
      return { kind: "undo" };
    case "+":
    case "=":
      return event({ kind: "zoom", zoom: stepZoom(scale, 1) });
    case "-":
      return event({ kind: "zoom", zoom: stepZoom(scale, -1) });
    case "0":
      return event({ kind: "zoom", zoom: "width" });
    case "d":
      return event({ kind: "spread" });
    case "v":
      return event({ kind: "view", view: view.view === "pages" ? "web" : "pages" });
    case "[":
      return event({ kind: "fold", side: "left" });
    case "]":
      return event({ kind: "fold", side: "right" });
    case "?":
    case "？":
      return event({ kind: "dialog", dialog: { kind: "shortcuts" } });
    default:
      return turnPage(key, view);
  }
}

const event = (given: ViewEvent): Shortcut => ({ kind: "event", event: given });

function turnPage(key: string, view: ViewState): Shortcut | undefined {
  const step = key === "PageDown" ? 1 : key === "PageUp" ? -1 : 0;
  if (step === 0 || view.view !== "pages") return undefined;
  const page = view.page + step * (view.isSpread ? 2 : 1);
  const count = view.preview?.pages.length ?? 0;
  return count === 0 ? undefined : event({ kind: "go", page: Math.max(1, Math.min(count, page)) });
}

function nextFinding(view: ViewState, step: -1 | 1): Shortcut | undefined {
  const shown = listShown(groupFindings(view.preview?.findings ?? [], view.filter));
  const index = shown.findIndex(({ id }) => id === view.chosen);
  const next = index < 0 ? shown[0] : shown[index + step];
  return next === undefined ? undefined : event({ kind: "choose", id: next.id });
}

function fixChosen({ preview, chosen }: ViewState): Shortcut | undefined {
  const finding = preview?.findings.find(({ id }) => id === chosen);
  return finding?.isFixable === true ? { kind: "fix", finding } : undefined;
}
