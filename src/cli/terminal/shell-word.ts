/** A path as it is typed behind a command, for lines that people copy into the shell that they have. */

export interface Shell {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What every shell takes as it stands, wherever it stands in a word. */
const PLAIN = /^[\p{L}\p{N}_./:@+-]+$/u;
/** On Windows a backslash parts folders. */
const PLAIN_ON_WINDOWS = /^[\p{L}\p{N}_./\\:@+-]+$/u;
/** What PowerShell reads within double quotes, curly ones being quotes to it. */
const READ_BY_POWERSHELL = /[$`“”„]/;
const SINGLE_QUOTES = /['‘’‚‛]/g;

/** Single quotes in POSIX shells; on Windows double ones, which both of its shells understand. */
export function shellWord(text: string, { platform, environment }: Shell): string {
  // A name that begins with a hyphen is no option.
  const word = text.startsWith("-") ? `./${text}` : text;
  if (platform !== "win32" || environment.MSYSTEM !== undefined) {
    return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
  }
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  // The command prompt sets PROMPT for what it starts; PowerShell does not.
  if (environment.PROMPT !== undefined || !READ_BY_POWERSHELL.test(word)) return `"${word}"`;
  return `'${word.replaceAll(SINGLE_QUOTES, "$&$&")}'`;
}
