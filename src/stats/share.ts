/**
 * Counts and points in whole parts, so that thirds add up to one and ties are ties. A joint item of up to 16 units
 * is parted exactly; of more, to the nearest part.
 */

/** Parts of one: the least common multiple of 1 to 16, and hundredths of a point. */
const PARTS = 720_720 * 100;

/** A count or a number of points, in parts. */
export type Share = number & { readonly [parts]: true };
declare const parts: unique symbol;

/** @param value with at most two decimals, and below 100,000 in all */
export const share = (value: number, among = 1): Share => Math.round((value * PARTS) / among) as Share;

export const NOTHING = 0 as Share;

export const add = (one: Share, other: Share): Share => (one + other) as Share;

/** @returns the number, to two decimals */
export const numberOf = (one: Share): number => Math.round((one / PARTS) * 100) / 100;
