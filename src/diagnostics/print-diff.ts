/** What fixes would change, as a unified diff that `patch` and `git apply` read. */
import { createTwoFilesPatch } from "diff";

export function printDiff(path: string, change: { readonly before: string; readonly after: string }): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, change.before, change.after, "", "", {
    context: 3,
    stripTrailingCr: false,
  });
  return patch.replace(/^=+\n/, "");
}
