/** What is piped in, as bytes, so that another encoding than UTF-8 is named as that of a file is. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

/** More than any item or manifest may have by far; a pipe that never ends is not waited for. */
const MOST_INPUT_BYTES = 64 * 1024 * 1024;

/** @throws EnvironmentError past 64 MiB */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_INPUT_BYTES) {
      throw new EnvironmentError(
        {
          zh: "标准输入超过 64 MiB，没有检查。",
          en: "Standard input is larger than 64 MiB and was not linted.",
        },
        { zh: "请检查管道前面的命令。", en: "Check the command before the pipe." },
      );
    }
  }
  return Buffer.concat(chunks);
}
