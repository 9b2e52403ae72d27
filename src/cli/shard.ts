/**
 * `--shard i/n`: the i-th of n parts of an archive, the same part on every machine whatever the
 * order in which its files are found. Parts differ by at most one in size.
 */
export interface Shard {
  /** from 1 to `count` */
  readonly index: number;
  readonly count: number;
}

/** @returns undefined where the text is not i/n with 1 ≤ i ≤ n */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/** @returns every `count`-th path in code unit order, from the `index`-th; all where no shard is asked for */
export function pickShard<T>(
  all: readonly T[],
  { shard, pathOf }: { readonly shard: Shard | undefined; readonly pathOf: (one: T) => string },
): readonly T[] {
  if (shard === undefined) return all;
  const compare = (a: T, b: T) => (pathOf(a) < pathOf(b) ? -1 : 1);
  return [...all].sort(compare).filter((_, place) => place % shard.count === shard.index - 1);
}
