/** What two titles are compared by: letters and digits alone, so that marks and spaces do not hide a repetition. */
import { titleOnOneLine } from "./furniture.js";
import type { Item } from "./issue.js";
import { onlyLetters } from "./letters.js";

export const titleKey = (title: string): string => onlyLetters(title).toLowerCase();

export const titleKeyOf = (item: Item): string => titleKey(titleOnOneLine(item));
