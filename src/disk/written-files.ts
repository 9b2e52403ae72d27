/** Whether this process has put a file in its place: what ends a run must not say that no file was written where one was. */

let isAnyWritten = false;

export function noteWrittenFile(): void {
  isAnyWritten = true;
}

export const hasWrittenFiles = (): boolean => isAnyWritten;
