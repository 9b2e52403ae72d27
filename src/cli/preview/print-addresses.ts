/**
 * The addresses that the terminal prints: each opens once, for a while. At a terminal Enter asks for another; where nobody
 * can press it, the next is printed when one has grown too old and no browser has come yet.
 */
import { type Clock, SYSTEM_CLOCK } from "../watch/clock.js";
import { ADDRESS_MS } from "./access.js";

export interface Addresses {
  readonly printNew: () => void;
  readonly close: () => void;
}

export interface AddressesOptions {
  readonly print: (address: string) => void;
  /** true where nobody can ask for another */
  readonly renews: boolean;
  readonly clock?: Pick<Clock, "every">;
}

/** Prints the first one. */
export function printAddresses(
  preview: { readonly newAddress: () => string; readonly isEntered: () => boolean },
  { print, renews, clock = SYSTEM_CLOCK }: AddressesOptions,
): Addresses {
  const printNew = () => print(preview.newAddress());
  printNew();
  const stop = renews
    ? clock.every(ADDRESS_MS, () => {
        if (preview.isEntered()) stop();
        else printNew();
      })
    : () => undefined;
  return { printNew, close: stop };
}
