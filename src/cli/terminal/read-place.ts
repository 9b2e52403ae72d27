/** An option's folder, or what commander is to say of none: a script whose variable is empty would write where it stands. */
import { InvalidArgumentError } from "commander";
import type { Language } from "../../diagnostics/language.js";

const NO_PLACE: Readonly<Record<Language, string>> = {
  zh: "这里是空的，应写一个文件夹。",
  en: "It is empty; it should be a folder.",
};

export function readPlace(language: Language): (value: string) => string {
  return (value) => {
    if (value.trim() === "") throw new InvalidArgumentError(NO_PLACE[language]);
    return value;
  };
}
