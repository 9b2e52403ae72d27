/** The register of a bulletin on the disk. */
import { join } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { EMPTY_REGISTER, type Register, readRegister } from "../../intake/register.js";

export const REGISTER_FILE = "register.csv";

/** Some 100,000 rows. */
const MOST_BYTES = 32 * 1024 * 1024;

/** @throws EnvironmentError where a register is there and cannot be read: no row of it is ever lost */
export function openRegister(root: string): Register {
  const path = join(root, REGISTER_FILE);
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: false });
  if (content.state === "missing") return EMPTY_REGISTER;
  if (content.state !== "found") {
    throw refusal(path, {
      zh: "它不是能读的普通文件。",
      en: "It is no regular file that can be read.",
    });
  }
  if (isReadOnly(path)) throw readOnly(path);
  const register = readRegister(content.bytes);
  if ("problem" in register) throw refusal(path, register.problem);
  return register;
}

const refusal = (path: string, why: Message): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `来稿登记簿 ${path} 读不了：${why.zh}没有导入任何文件。`,
      en: `The register ${path} cannot be read. ${why.en} Nothing was imported.`,
    },
    {
      zh: "请在表格软件里改好，存为 CSV；或把它改名，程序会另建一份。",
      en: "Mend it in a spreadsheet and save it as CSV, or rename it: a new one is begun then.",
    },
  );
