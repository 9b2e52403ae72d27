/** A report is never written over what it is about: one mistyped name, and the copy would be gone. */
import { realpathSync } from "node:fs";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

/**
 * @param inputs paths of all that was read
 * @throws EnvironmentError where `output` is one of them, by whatever name
 */
export function refuseOwnInput(output: string, inputs: Iterable<string>): void {
  const place = realPlace(output);
  if (place === undefined || ![...inputs].some((input) => realPlace(input) === place)) return;
  throw new EnvironmentError(
    {
      zh: `结果不能写进“${output}”：它正是要检查的文件，写入后原有内容就会丢失。`,
      en: `The report cannot be written to “${output}”: it is one of the files being checked, and its contents would be lost.`,
    },
    { zh: "请给结果另起一个文件名。", en: "Give the report a different name." },
  );
}

function realPlace(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
