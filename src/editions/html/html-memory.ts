/** What an HTML edition leaves for the next one of the same issue in the same process (`--watch`): titles as they were cut. */
import { type KeptValues, keptValues } from "../../model/kept-values.js";

export interface HtmlMemory {
  readonly titles: KeptValues<string, readonly string[]>;
}

export const htmlMemory = (): HtmlMemory => ({ titles: keptValues() });
