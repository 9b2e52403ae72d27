/**
 * A workspace for one run over many targets that lie beside each other: where a folder really is, and what the house
 * rules above it say, is asked once. A run that finds both changed on its way judges all its targets by the first.
 */
import { HOUSE_FILE } from "./find-house.js";
import type { FileContent, Workspace } from "./workspace.js";

export function steadyWorkspace(workspace: Workspace): Workspace {
  const realPaths = new Map<string, string | undefined>();
  const houses = new Map<string, FileContent>();
  return {
    ...workspace,
    realPath(path) {
      const known = realPaths.get(path);
      if (known !== undefined || realPaths.has(path)) return known;
      const real = workspace.realPath(path);
      realPaths.set(path, real);
      return real;
    },
    readFile(path, limits) {
      if (!path.endsWith(HOUSE_FILE)) return workspace.readFile(path, limits);
      const asked = `${limits.maxBytes} ${limits.headBytes} ${path}`;
      const content = houses.get(asked) ?? workspace.readFile(path, limits);
      houses.set(asked, content);
      return content;
    },
  };
}
