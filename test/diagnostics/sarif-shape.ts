/**
 * The objects of SARIF 2.1.0 that a linter's log has: their properties, those they must have, and the
 * bounds of numbers, as the OASIS schema gives them (sarif-schema-2.1.0.json). Any other property is a
 * fault, since the schema closes every object.
 */

type Check = (value: unknown, path: string) => readonly string[];

const text: Check = (value, path) => (typeof value === "string" ? [] : [`${path}: no text`]);
const from =
  (least: number): Check =>
  (value, path) =>
    typeof value === "number" && Number.isInteger(value) && value >= least
      ? []
      : [`${path}: no integer from ${least}`];
const oneOf =
  (...words: readonly string[]): Check =>
  (value, path) =>
    words.includes(String(value)) ? [] : [`${path}: none of ${words.join(", ")}`];
const uri: Check = (value, path) =>
  typeof value === "string" &&
  /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(value) &&
  !/%(?![0-9A-Fa-f]{2})/.test(value)
    ? []
    : [`${path}: no URI reference`];
const list =
  (of: Check, least = 0): Check =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((entry, index) => of(entry, `${path}[${index}]`))
      : [`${path}: no list of ${least} or more`];

function object(properties: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path}: no object`];
    const entries = Object.entries(value);
    return [
      ...required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`),
      ...entries.flatMap(
        ([name, inner]) => properties[name]?.(inner, `${path}.${name}`) ?? [`${path}.${name}: unknown`],
      ),
    ];
  };
}

const level = oneOf("none", "note", "warning", "error");
const message = object({ text, markdown: text, id: text }, ["text"]);
const multiformat = object({ text, markdown: text }, ["text"]);
const artifact = object({ uri, uriBaseId: text, index: from(-1) });
const region = object({
  startLine: from(1),
  startColumn: from(1),
  endLine: from(1),
  endColumn: from(1),
  charOffset: from(-1),
  charLength: from(0),
  snippet: object({ text }),
});
const location = object({
  id: from(-1),
  message,
  physicalLocation: object({ artifactLocation: artifact, region }),
});
const replacement = object({ deletedRegion: region, insertedContent: object({ text }) }, ["deletedRegion"]);
const fix = object(
  {
    description: message,
    artifactChanges: list(
      object({ artifactLocation: artifact, replacements: list(replacement, 1) }, [
        "artifactLocation",
        "replacements",
      ]),
      1,
    ),
  },
  ["artifactChanges"],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: from(-1),
    level,
    message,
    locations: list(location),
    relatedLocations: list(location),
    fixes: list(fix),
    properties: object({ suggestions: list(fix) }),
    partialFingerprints: (value) => (typeof value === "object" ? [] : ["no fingerprints"]),
  },
  ["message"],
);
const rule = object(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: uri,
    defaultConfiguration: object({ enabled: () => [], level, rank: from(-1) }),
    properties: () => [],
  },
  ["id"],
);
const driver = object(
  { name: text, version: text, semanticVersion: text, informationUri: uri, rules: list(rule) },
  ["name"],
);
const run = object(
  {
    tool: object({ driver }, ["driver"]),
    columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
    results: list(result),
    originalUriBaseIds: () => [],
    artifacts: () => [],
    language: text,
  },
  ["tool"],
);

/** @returns what a log has that the schema does not allow; nothing where it is valid */
export const sarifFaults = (log: unknown): readonly string[] =>
  object({ $schema: uri, version: oneOf("2.1.0"), runs: list(run) }, ["version", "runs"])(log, "log");
