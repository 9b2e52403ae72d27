/** What the page may ask for, out of JSON that anybody may have sent: undefined for whatever is not of its form. */
import type {
  ConfirmRequest,
  DetailsRequest,
  DetailsState,
  FixRequest,
  MoveRequest,
  OpenRequest,
  UndoRequest,
} from "../../preview/protocol.js";
import { DETAIL_NAMES } from "./change-manifest.js";

type Fields = Readonly<Record<string, unknown>>;

/** Longer than any path, id or name that the page knows. */
const MOST_UNITS = 4096;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? // Its values are unknown.
      (value as Fields)
    : undefined;

const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MOST_UNITS;
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

export function readFixRequest(value: unknown): FixRequest | undefined {
  const { revision, kind, id, index, rule } = fieldsOf(value) ?? {};
  if (!isCount(revision)) return undefined;
  if (kind === "finding" && isText(id)) return { revision, kind, id };
  if (kind === "suggestion" && isText(id) && isCount(index)) return { revision, kind, id, index };
  return kind === "rule" && isText(rule) ? { revision, kind, rule } : undefined;
}

export function readUndoRequest(value: unknown): UndoRequest | undefined {
  const { id } = fieldsOf(value) ?? {};
  return isText(id) ? { id } : undefined;
}

export function readMoveRequest(value: unknown): MoveRequest | undefined {
  const { revision, path, section, before } = fieldsOf(value) ?? {};
  if (!isCount(revision) || !isText(path) || !isText(section)) return undefined;
  if (before === undefined) return { revision, path, section };
  return isText(before) ? { revision, path, section, before } : undefined;
}

export function readDetailsRequest(value: unknown): DetailsRequest | undefined {
  const { revision, details, shown } = fieldsOf(value) ?? {};
  const given = detailsOf(details);
  const known = shown === undefined ? {} : detailsOf(shown);
  if (!isCount(revision) || given === undefined || known === undefined) return undefined;
  return { revision, details: given, shown: known };
}

function detailsOf(value: unknown): Partial<DetailsState> | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const entries: [keyof DetailsState, string][] = [];
  for (const [key, text] of Object.entries(fields)) {
    const name = DETAIL_NAMES.find((known) => known === key);
    if (name === undefined || typeof text !== "string" || text.length > MOST_UNITS) return undefined;
    entries.push([name, text]);
  }
  // Names of the form alone were let in.
  return Object.fromEntries(entries) as Partial<DetailsState>;
}

export function readOpenRequest(value: unknown): OpenRequest | undefined {
  const { path, line } = fieldsOf(value) ?? {};
  return isText(path) && isCount(line) ? { path, line } : undefined;
}

export function readConfirmRequest(value: unknown): ConfirmRequest | undefined {
  const { plan } = fieldsOf(value) ?? {};
  return isText(plan) ? { plan } : undefined;
}
