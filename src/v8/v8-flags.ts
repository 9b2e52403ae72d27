/**
 * Asks V8 for a setting while the process runs. Its flags come and go with its versions, and one that it does
 * not know is reported on the user's standard error: only releases of Node on which each flag asked for is tested
 * (test/nodes.test.ts, by every Node of `npm run test:nodes`) are asked, all others work as V8 likes best.
 */
import { setFlagsFromString } from "node:v8";

/** The lines of Node with long-term support. */
const TESTED: readonly number[] = [20, 22, 24, 26];

/** @returns the line of Node that runs; undefined for one that nothing is known of */
export function testedNode(): number | undefined {
  const line = Number.parseInt(process.versions.node, 10);
  return TESTED.includes(line) ? line : undefined;
}

export function setFlag(name: string, value: number): void {
  if (testedNode() !== undefined) setFlagsFromString(`--${name}=${value}`);
}

export function switchFlag(name: string, isOn: boolean): void {
  if (testedNode() !== undefined) setFlagsFromString(isOn ? `--${name}` : `--no-${name}`);
}
