/** A path as it can be typed into a shell: in quotes where it holds what a shell would take apart. */

export const shellWord = (path: string): string =>
  /^[\p{L}\p{N}_.,/\\:@+-]+$/u.test(path) ? path : `"${path.replaceAll('"', '\\"')}"`;
