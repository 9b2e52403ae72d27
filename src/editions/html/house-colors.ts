/**
 * Colours that a house gives in place of the template's, as rules behind the style sheet, which was written for the
 * template's own: its custom properties, on the light page, on paper, and on the dark page, where a dark colour is made
 * as light as it must be to be read.
 */
import type { Template } from "../../model/template.js";

/** The properties of the style sheets of the package that each colour stands in. */
const PROPERTIES = {
  text: ["--ink"],
  accent: ["--accent", "--red", "--brand"],
  link: ["--link"],
  muted: ["--muted"],
} as const;

/** The dark sheet, as in the style sheets of the package. */
const DARK_SHEET = "#1b1917";
/** The darker grounds of a light page, the lighter ones of a dark page: those of codes and bands. */
const LIGHT_TINT = "#f1f2ea";
const DARK_TINT = "#24242a";
/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
/** WCAG 2.2, 1.4.6: what is given to readers who ask for more. */
const MORE_CONTRAST = 7;
const STEPS = 40;
/** That of the red in the style sheets of the package. */
const MOST_SATURATION = 0.8;

/** @returns rules to stand behind the style sheet; nothing where the template's colours hold */
export function houseColorRules({ houseColors }: Template): string {
  const colors = Object.entries(PROPERTIES).flatMap(([name, properties]) => {
    // Names of colours are the keys of the table.
    const color = houseColors?.[name as keyof typeof PROPERTIES];
    return color === undefined ? [] : properties.map((property) => [property, color] as const);
  });
  if (colors.length === 0) return "";
  const light = rule(colors);
  const adjusted = (ground: Ground) =>
    rule(colors.map(([property, color]) => [property, readable(color, ground)]));
  const dark = adjusted({ color: DARK_SHEET, contrast: LEAST_CONTRAST, toward: 1 });
  const lightMore = adjusted({ color: LIGHT_TINT, contrast: MORE_CONTRAST, toward: 0 });
  const darkMore = adjusted({ color: DARK_TINT, contrast: MORE_CONTRAST, toward: 1 });
  const links = houseColors?.link === undefined ? "" : LINKS;
  return `
/* 本刊的颜色 */
${light}
@media screen and (prefers-color-scheme: dark) { ${dark} }
@media screen and (prefers-contrast: more) { ${lightMore} }
@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { ${darkMore} }
@media print { ${light} }${links}
`;
}

const rule = (colors: readonly (readonly [string, string])[]): string =>
  `:root { ${colors.map(([property, color]) => `${property}: ${color.toLowerCase()};`).join(" ")} }`;

/** What the page itself adds keeps the style sheet's colours. */
const LINKS = `
main a:not(:hover, .item-links a), .colophon a:not(:hover) {
  color: var(--link);
  text-decoration-color: var(--link);
}`;

interface Ground {
  readonly color: string;
  /** the least between it and what stands on it */
  readonly contrast: number;
  /** lightness to which colours go until they have it: 1 on a dark ground, 0 on a light one */
  readonly toward: 0 | 1;
}

/** @returns the colour in its hue, as much lighter or darker as lets it be read on the ground, and never glaring on a dark one */
function readable(color: string, ground: Ground): string {
  const { hue, saturation, lightness } = hslOf(channelsOf(color));
  const most = ground.toward === 1 ? Math.min(saturation, MOST_SATURATION) : saturation;
  for (let step = 0; step < STEPS; step += 1) {
    const nearer = lightness + ((ground.toward - lightness) * step) / STEPS;
    const channels = channelsOfHsl({ hue, saturation: most, lightness: nearer });
    if (contrast(channels, channelsOf(ground.color)) >= ground.contrast) return hexOf(channels);
  }
  return ground.toward === 1 ? "#ffffff" : "#000000";
}

/** Hue in degrees, the others from 0 to 1 (CSS Color 4, 7). */
interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

function hslOf(channels: readonly number[]): Hsl {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => channel / 255);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = (most - lightness) / Math.min(lightness, 1 - lightness);
  if (most === red) return { hue: (60 * (green - blue)) / range, saturation, lightness };
  return most === green
    ? { hue: 120 + (60 * (blue - red)) / range, saturation, lightness }
    : { hue: 240 + (60 * (red - green)) / range, saturation, lightness };
}

function channelsOfHsl({ hue, saturation, lightness }: Hsl): readonly number[] {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const turn = (offset + hue / 30 + 12) % 12;
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  });
}

const channelsOf = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

const hexOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2, relative luminance: 0 to 1. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
