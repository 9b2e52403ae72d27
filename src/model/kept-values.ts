/**
 * What was made of something, kept from one round of the same work to the next (`--watch`): given back where it would be
 * made of the very same things again, let go where a round did not ask for it (docs/decisions/014-caches.md).
 */

/** @returns what `make` gives, or what it gave for this key the round before under the very same circumstances */
export type Keep<Key, Value> = (key: Key, under: readonly unknown[], make: () => Value) => Value;

export interface KeptValues<Key, Value> {
  /** @returns what keeps during one round; to be asked for anew by each */
  readonly open: () => Keep<Key, Value>;
}

export function keptValues<Key, Value>(): KeptValues<Key, Value> {
  let latest: ReadonlyMap<Key, Entry<Value>> = new Map();
  return {
    open() {
      const before = latest;
      const now = new Map<Key, Entry<Value>>();
      latest = now;
      return (key, under, make) => {
        const known = now.get(key) ?? before.get(key);
        const entry = known !== undefined && isSame(known.under, under) ? known : { under, value: make() };
        now.set(key, entry);
        return entry.value;
      };
    },
  };
}

/** Where nothing is kept. */
export const keepNothing = <Value>(_key: unknown, _under: readonly unknown[], make: () => Value): Value =>
  make();

interface Entry<Value> {
  readonly under: readonly unknown[];
  readonly value: Value;
}

/** One and the same objects, equal numbers and texts. */
const isSame = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && before.every((one, index) => Object.is(one, now[index]));
