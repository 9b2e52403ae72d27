/** Which item of the list is the one that is read. */
import type { ItemState } from "./protocol.js";

/**
 * The item that was pointed to, as long as it stands on the page that is read; else the first that begins on this
 * page, or the one that goes on over it.
 * @param page that is read
 * @param pointed path of the item that was chosen last, by itself or by a finding in it
 */
export function currentItem(
  items: readonly ItemState[],
  page: number,
  pointed: string | undefined,
): ItemState | undefined {
  const set = items.filter((item) => item.page !== undefined);
  const begun = set.filter((item) => (item.page ?? 0) <= page);
  const last = begun[begun.length - 1];
  const onPage = begun.filter((item) => item.page === page);
  const goesOn = onPage.length === 0 ? last : begun[begun.indexOf(onPage[0] as ItemState) - 1];
  return (
    [...onPage, goesOn].find((item) => item?.path === pointed && pointed !== undefined) ?? onPage[0] ?? last
  );
}
