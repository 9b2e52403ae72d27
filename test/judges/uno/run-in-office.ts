/**
 * Runs a script of this folder in LibreOffice (office.py): what a person does at the cursor, which no conversion shows.
 * It is Debian's Python that has the programming interface (python3-uno), not whichever stands first in PATH.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const FOLDER = import.meta.dirname;
const PYTHON = "/usr/bin/python3";

/**
 * @param script name of a file beside this one, without `.py`
 * @param request what JSON can hold; paths from the working folder
 * @returns what the script returns
 */
export function runInOffice<Answer>(script: string, request: unknown): Answer {
  const answer = execFileSync(PYTHON, [join(FOLDER, `${script}.py`)], {
    input: JSON.stringify(request),
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" },
  });
  return JSON.parse(answer.toString()) as Answer;
}
