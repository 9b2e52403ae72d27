/**
 * The only place where units are converted. Points are the unit of layout and PDF
 * (1 pt = 1/72 inch); any other unit is in the name of what carries it.
 */

/** 1 inch = 25.4 mm = 72 pt (ISO 32000-1, 8.3.2.3) */
const POINTS_PER_MM = 72 / 25.4;

export const pointsFromMm = (mm: number): number => mm * POINTS_PER_MM;
export const mmFromPoints = (points: number): number => points / POINTS_PER_MM;

/** Twips, the twentieth of a point (ECMA-376, 17.18.105); whole numbers only. */
export const twipsFromPoints = (points: number): number => Math.round(points * 20);
export const twipsFromMm = (mm: number): number => twipsFromPoints(pointsFromMm(mm));

/** Half-points, the unit of w:sz (ECMA-376, 17.18.42). */
export const halfPointsFromPoints = (points: number): number => Math.round(points * 2);

/** CSS pixels at 96 an inch. */
export const pixelsFromPoints = (points: number): number => (points * 96) / 72;
