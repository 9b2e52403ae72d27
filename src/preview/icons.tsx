/** Icons, drawn in the colour of their text on a field of 16; decoration beside words or a label. */
import type { Severity } from "./group-findings.js";

const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  minus: "M3.5 8h9",
  plus: "M3.5 8h9M8 3.5v9",
  width: "M2 8h12M4.5 5.5L2 8l2.5 2.5M11.5 5.5L14 8l-2.5 2.5",
  spread: "M8 3v10M2.5 3h11v10h-11z",
  undo: "M6 3.5L3 6.5l3 3M3 6.5h6.5a3.5 3.5 0 010 7H7",
  down: "M4.5 6.5L8 10l3.5-3.5",
  download: "M8 2.5v7.5M5 7.5l3 3 3-3M3 13.5h10",
  left: "M2.5 3h11v10h-11zM6.5 3v10",
  right: "M2.5 3h11v10h-11zM9.5 3v10",
  keyboard: "M6 6.2a2 2 0 113.2 1.6c-.8.5-1.2.9-1.2 1.9M8 11.8v.1",
  grip: "M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1",
  edit: "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7L11.3 7",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  open: "M9 3h4v4M13 3L7.5 8.5M7 4H3v9h9V9",
  tick: "M3.5 8.5l3 3 6-7",
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

/** Each severity has a shape of its own, for those who do not see its colour. */
export const SeverityIcon = ({ severity }: { severity: Severity }) => (
  <svg class={`icon severity ${severity}`} viewBox="0 0 16 16" aria-hidden="true">
    {severity === "error" && <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" />}
    {severity === "warning" && <path d="M8 1.8l6.8 12.2H1.2z" />}
    {severity === "info" && <circle cx="8" cy="8" r="6.5" />}
    <path class="sign" d={severity === "info" ? "M8 7.2v4M8 4.6v.2" : "M8 4.8v4.2M8 11.4v.2"} />
  </svg>
);
