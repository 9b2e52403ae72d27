/** How the reader likes to look, kept by the browser for the next time; where it keeps nothing, so be it. */
import { FIRST_VIEW, type ViewState } from "./view-state.js";

const KEY = "bulletin preview";

export type Preferences = Pick<ViewState, "zoom" | "isSpread" | "side" | "areSidesOpen" | "webWidth"> & {
  readonly hasKeys: boolean;
};

export function readPreferences(): Preferences {
  const { zoom, isSpread, side, areSidesOpen, webWidth } = FIRST_VIEW;
  const first = { zoom, isSpread, side, areSidesOpen, webWidth, hasKeys: true };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return isLike(kept, first) ? { ...first, ...kept } : first;
  } catch {
    return first;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing of a page: it begins as at first the next time.
  }
}

/** Whether all that was kept is of the kind that is asked for; an older release may have kept something else. */
const isLike = (kept: unknown, first: Preferences): kept is Partial<Preferences> =>
  Object.entries(first).every(([name, value]) => {
    const found: unknown = Object(kept)[name];
    return found === undefined || typeof found === typeof value || typeof found === "number";
  });
