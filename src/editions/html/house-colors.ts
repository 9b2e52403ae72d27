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
/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
const STEPS = 20;

/** @returns rules to stand behind the style sheet; nothing where the template's colours hold */
export function houseColorRules({ houseColors }: Template): string {
  const colors = Object.entries(PROPERTIES).flatMap(([name, properties]) => {
    // Names of colours are the keys of the table.
    const color = houseColors?.[name as keyof typeof PROPERTIES];
    return color === undefined ? [] : properties.map((property) => [property, color] as const);
  });
  if (colors.length === 0) return "";
  const light = rule(colors);
  const dark = rule(colors.map(([property, color]) => [property, lightened(color)]));
  const links = houseColors?.link === undefined ? "" : "\nmain a:not(:hover) { color: var(--link); }";
  return `
/* 本刊的颜色 */
${light}
@media screen and (prefers-color-scheme: dark) { ${dark} }
@media print { ${light} }${links}
`;
}

const rule = (colors: readonly (readonly [string, string])[]): string =>
  `:root { ${colors.map(([property, color]) => `${property}: ${color.toLowerCase()};`).join(" ")} }`;

/** @returns the colour, mixed with as little white as lets it be read on the dark sheet */
function lightened(color: string): string {
  const channels = channelsOf(color);
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = channels.map((channel) => Math.round(channel + ((255 - channel) * step) / STEPS));
    if (contrast(mixed, channelsOf(DARK_SHEET)) >= LEAST_CONTRAST) return hexOf(mixed);
  }
  return "#ffffff";
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
