/** The corpus. */
import { encodingCases } from "./encoding-cases.js";
import type { HostileCase } from "./hostile-case.js";
import { markdownCases } from "./markdown-cases.js";
import { pathCases } from "./path-cases.js";
import { pictureCases } from "./picture-cases.js";
import { textCases } from "./text-cases.js";
import { yamlCases } from "./yaml-cases.js";

export const allCases: readonly HostileCase[] = [
  ...yamlCases,
  ...markdownCases,
  ...textCases,
  ...pictureCases,
  ...pathCases,
  ...encodingCases,
];
