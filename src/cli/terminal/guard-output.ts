/**
 * Standard output and standard error may refuse what is written to them, and say so later, by an
 * event. A reader that closed the pipe early (bulletin rules | head) is not a fault: the run goes on
 * to its end in silence, for its exit code is asked for all the same. A full disk behind standard
 * output is reported with its remedy, and the run has not done what it was asked for.
 */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

/** @param tell is reported the first fault of standard output */
export function guardOutput(tell: (fault: EnvironmentError) => void): void {
  let isTold = false;
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
    if (isReaderGone(fault) || isTold) return;
    isTold = true;
    tell(outputRefused(fault));
  });
  // Where not even a fault can be told, the exit code is all there is.
  process.stderr.on("error", () => undefined);
}

/** Windows says EOF of a pipe that was closed. */
const isReaderGone = ({ code }: NodeJS.ErrnoException): boolean =>
  code === "EPIPE" || code === "EOF" || code === "ERR_STREAM_DESTROYED";

function outputRefused(fault: NodeJS.ErrnoException): EnvironmentError {
  if (fault.code === "ENOSPC" || fault.code === "EDQUOT") {
    return new EnvironmentError(
      {
        zh: "磁盘已满，结果没有写完。",
        en: "The disk is full; the output is not complete.",
      },
      {
        zh: "请清理磁盘空间后重新运行，或把结果写到别的磁盘上。",
        en: "Free some space and run again, or send the output to another disk.",
      },
      { cause: fault },
    );
  }
  return new EnvironmentError(
    {
      zh: `结果没有写完：标准输出不能写入（${fault.code ?? fault.message}）。`,
      en: `The output is not complete: standard output cannot be written to (${fault.code ?? fault.message}).`,
    },
    {
      zh: "请检查结果写到了哪里，换一个位置再运行。",
      en: "Check where the output goes, and run again with a different destination.",
    },
    { cause: fault },
  );
}
