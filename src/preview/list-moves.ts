/** Where the focus goes in a list by the keyboard, as the ARIA practices have it: one stop of Tab, arrows within. */

/**
 * @param key as KeyboardEvent.key names it
 * @param index of the row that has the focus
 * @returns index of the row that gets it; undefined where the key is not for the list
 */
export function moveInList(key: string, index: number, length: number): number | undefined {
  if (length === 0) return undefined;
  const last = length - 1;
  switch (key) {
    case "ArrowDown":
    case "j":
      return Math.min(last, index + 1);
    case "ArrowUp":
    case "k":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
