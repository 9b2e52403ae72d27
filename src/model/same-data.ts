/**
 * Data that are read anew and say what they said before: the same object again, so that what hangs from it is found
 * again (docs/decisions/014-caches.md).
 */

/**
 * @returns whether both say the same. Records, lists, maps and sets are gone through; all else (functions, bytes, what a
 * class made) is the same only where it is one and the same object
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  if (a instanceof Map) return b instanceof Map && isSameList([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && isSameList([...a], [...b]);
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameData(a[name], b[name]))
  );
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => isSameData(one, b[index]));

const isRecord = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype;

/** @returns a function that gives back the value of the call before, where the new one says the same */
export function latestSame<T>(): (value: T) => T {
  let latest: T | undefined;
  return (value) => {
    if (latest === undefined || !isSameData(latest, value)) latest = value;
    return latest;
  };
}
