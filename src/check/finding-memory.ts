/**
 * What the rules found in each item, for a process that judges the same issue again and again (`--watch`). It holds as
 * long as the item, its text and all that its house has checked are the same. Of a rule that looked around (at the issue,
 * at what is built of it) nothing is kept: what it finds may follow from other items.
 */
import type { Sources } from "../diagnostics/diagnostic.js";
import type { Item } from "../model/issue.js";
import { type KeptValues, keptValues } from "../model/kept-values.js";
import type { Finding, ItemFacts, Rule, RuleContext } from "../rules/rule.js";
import { type FactsInput, itemFacts } from "./item-facts.js";

export type FindingMemory = KeptValues<Item, JudgedItem>;

/** One item: its facts, and what those rules found that looked at nothing else. */
export interface JudgedItem {
  readonly facts: ItemFacts;
  readonly findings: Map<Rule, readonly Finding[]>;
}

export const findingMemory = (): FindingMemory => keptValues();

/**
 * @param checks what a house has checked: the same object as long as all of it stays the same
 * @returns what is known of an item during one judgement
 */
export function knownItems(
  memory: FindingMemory,
  checks: Pick<FactsInput, "isAllowed">,
  sources: Sources,
): (item: Item) => JudgedItem {
  const keep = memory.open();
  return (item) => {
    const source = sources.get(item.path) ?? "";
    return keep(item, [checks, source], () => ({
      facts: itemFacts(item, { isAllowed: checks.isAllowed, source }),
      findings: new Map(),
    }));
  };
}

/** What a context tells that is neither the item's nor its house's. */
const AROUND = ["issue", "sources", "web", "webForm", "isPossiblePhone"] as const;

/** @returns the same context, that tells when a rule asks it for something around the item */
export function toldWhenAskedAround<T extends RuleContext>(context: T, tell: () => void): T {
  const told = { ...context };
  for (const name of AROUND) {
    const value = context[name];
    Object.defineProperty(told, name, {
      get() {
        tell();
        return value;
      },
    });
  }
  return told;
}
