/** Work that is not to be broken off, as both threads see it: whatever comes first, none is stopped in the midst of it. */
import { describe, expect, it } from "vitest";
import { beginWhole, endWhole, mayStop, newHold } from "../../src/start/thread-hold.js";

describe("a thread", () => {
  it("is stopped at once while it is at nothing of the kind, and begins nothing more", () => {
    const hold = newHold();
    expect(beginWhole(hold)).toBe(true);
    expect(endWhole(hold)).toBe(false);
    expect([mayStop(hold), beginWhole(hold), mayStop(hold)]).toEqual([true, false, true]);
  });

  it("ends by itself behind such work, be it told once or twice", () => {
    const hold = newHold();
    beginWhole(hold);
    expect([mayStop(hold), mayStop(hold)]).toEqual([false, false]);
    expect(endWhole(hold)).toBe(true);
    expect([beginWhole(hold), mayStop(hold)]).toEqual([false, false]);
  });
});
