/** What each item alone is made of: the issue of it (model/item-alone.ts), under a name of its own. */
import type { EditionInput } from "./editions/edition.js";
import type { NamedItem } from "./editions/edition-table.js";
import { itemStems } from "./item-stems.js";
import { itemAlone } from "./model/item-alone.js";

export interface ItemInput {
  readonly input: EditionInput;
  readonly item: NamedItem;
}

/** In the order of the issue. The site's address is that of whole issues: an item alone has none that we know. */
export function itemsAlone(input: EditionInput): readonly ItemInput[] {
  const { house } = input.issue;
  const issue = { ...input.issue, house: { ...house, siteUrl: undefined } };
  return [...itemStems(issue)].map(([item, stem]) => ({
    input: { ...input, issue: itemAlone(issue, item, stem) },
    item: { path: item.path, stem },
  }));
}
