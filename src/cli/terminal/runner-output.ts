/**
 * The last step of all that goes to standard output and standard error. A CI service reads both for lines that it
 * obeys, and an author can write such lines: in a title, as the name of a folder, in a baseline. Characters that a
 * terminal obeys are no matter of this file: what is quoted goes through diagnostics/printable.ts where it is quoted.
 */
import { fstatSync } from "node:fs";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { printableLines, withoutCommands } from "../../diagnostics/printable.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Set by GitHub Actions and what is made like it, by Azure Pipelines, by TeamCity. */
const SERVICES = ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"];

const isRead = (environment: Environment): boolean =>
  SERVICES.some((name) => (environment[name] ?? "") !== "");

/**
 * From now on no text that is written holds a command; a terminal alone shows it as it is. Within a container or behind
 * a script nothing tells that a service reads in the end. Bytes are written as they are: see `toTheLetter`.
 */
export function withholdCommands(environment: Environment): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.isTTY && !isRead(environment)) continue;
    const write = stream.write.bind(stream);
    // Whoever writes, commander too, comes through here; the parameters behind the text are the stream's own affair.
    stream.write = ((text: unknown, ...rest: []) =>
      write(
        typeof text === "string" ? withoutCommands(text) : (text as Uint8Array),
        ...rest,
      )) as typeof write;
  }
}

/** For commands of our own (`--format github`). */
export const toTheLetter = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Writes an author's text for a program that takes it as it is: a patch, a file that was mended. A terminal is shown
 * it in safe characters.
 * @throws EnvironmentError where a CI service reads along and would obey it; changed, the text would be of no use
 */
export function writeAsItIs(content: string | Uint8Array, environment: Environment): void {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  if (process.stdout.isTTY) {
    process.stdout.write(printableLines(text));
    return;
  }
  if (isRead(environment) && withoutCommands(text) !== text && !goesIntoFile()) throw wouldBeObeyed();
  process.stdout.write(typeof content === "string" ? toTheLetter(content) : content);
}

function goesIntoFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}

const wouldBeObeyed = () =>
  new EnvironmentError(
    {
      zh: "稿件里有一行会被 CI 当作命令（行首的“::”，或“##[”），没有输出。",
      en: "A line of the copy would be taken for a command by the CI service (“::” at its start, or “##[”); nothing was printed.",
    },
    {
      zh: "请用 > 把输出直接写入文件，或先改掉这一行。",
      en: "Redirect the output to a file with >, or change that line first.",
    },
  );
