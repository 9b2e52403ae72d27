/** How a file of an issue is named: from the folder where it lies in it, else as the workspace names it. */
export const listedPath = (path: string, folder: string): string =>
  folder !== "." && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
