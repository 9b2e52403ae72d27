/** Fixtures composed with the places of what stands on their pages, each once in a test file's process. */
import { join } from "node:path";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { FIXTURES } from "../built-fixtures.js";

const environment = diskEnvironment();
const composed = new Map<string, ReturnType<typeof compose>>();

export function placedFixture(name: string): ReturnType<typeof compose> {
  const known = composed.get(name) ?? compose(name);
  composed.set(name, known);
  return known;
}

async function compose(name: string) {
  const options = { editions: [], layOut: true, places: true } as const;
  const { issue, layout, places, sources } = await build(
    join(FIXTURES, name, "issue.yaml"),
    environment,
    options,
  );
  if (issue === undefined || layout === undefined || places === undefined)
    throw new Error(`${name} not built`);
  return { issue, layout, places, sources };
}
