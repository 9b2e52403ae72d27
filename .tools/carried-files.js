/** The source files that a bundle carries: not all that was read, only those that give bytes to an output. */
export function carriedFiles({ outputs }) {
  const carried = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return [...new Set(carried.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))];
}
