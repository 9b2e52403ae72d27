/**
 * Items as they were last read, for a process that reads one issue again and again (`--watch`). What an
 * item becomes depends on where it stands, on its text, and on what the disk says of its pictures: all
 * three are compared, nothing is taken on trust. An item that a reading did not ask for is let go.
 */
import type { House } from "../model/house.js";
import { latestSame } from "../model/same-data.js";
import { type ItemReading, type ItemSource, picturesOf, readItem } from "./read-item.js";
import type { Workspace } from "./workspace.js";

export type ReadItem = (source: ItemSource, workspace: Workspace) => ItemReading;

export interface ItemMemory {
  /** @returns what reads the items of one issue; to be asked for anew each time the issue is read */
  readonly open: () => ReadItem;
  /** @returns the house of the reading before, where this one says the same: what is known of it hangs from it */
  readonly sameHouse: (house: House) => House;
}

interface KnownItem {
  readonly source: ItemSource;
  readonly reading: ItemReading;
}

export function itemMemory(): ItemMemory {
  let latest: ReadonlyMap<string, KnownItem> = new Map();
  return {
    sameHouse: latestSame(),
    open() {
      const before = latest;
      const now = new Map<string, KnownItem>();
      latest = now;
      return (source, workspace) => {
        const known = before.get(source.path);
        const isSame =
          known !== undefined && isSameSource(known.source, source) && hasSamePictures(known, workspace);
        const entry = isSame ? known : { source, reading: readItem(source, workspace) };
        now.set(source.path, entry);
        return entry.reading;
      };
    },
  };
}

function isSameSource(a: ItemSource, b: ItemSource): boolean {
  return (
    a.text === b.text &&
    a.root === b.root &&
    a.firstNote === b.firstNote &&
    JSON.stringify(a.units) === JSON.stringify(b.units) &&
    a.listed?.path === b.listed?.path &&
    a.listed?.start === b.listed?.start &&
    a.listed?.end === b.listed?.end
  );
}

/** A picture may have come, gone or changed its size while the item's text stayed as it was. */
function hasSamePictures({ source, reading }: KnownItem, workspace: Workspace): boolean {
  const find = picturesOf(source, workspace);
  return [...reading.pictures].every(
    ([destination, facts]) => JSON.stringify(find(destination)) === JSON.stringify(facts),
  );
}
