/** What the disk says when it refuses a file, in words with a remedy. */
import { EnvironmentError, type Message } from "../diagnostics/diagnostic.js";

/** @param elsewhere how the command can be given another place, as a clause; undefined where it knows no other */
export function explainWriteFault(fault: unknown, elsewhere?: Message): unknown {
  const also = { zh: elsewhere ? `，${elsewhere.zh}` : "", en: elsewhere ? `, or ${elsewhere.en}` : "" };
  if (fault instanceof EnvironmentError || !(fault instanceof Error) || !("code" in fault)) return fault;
  const path = "dest" in fault ? String(fault.dest) : "path" in fault ? String(fault.path) : "";
  const at = { zh: path === "" ? "" : `：“${path}”`, en: path === "" ? "" : `: “${path}”` };
  switch (fault.code) {
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentError(
        { zh: `磁盘已满，文件没有写入${at.zh}。`, en: `The disk is full; nothing was written${at.en}.` },
        {
          zh: "请清理磁盘空间后重新运行；上一次生成的文件未受影响。",
          en: "Free some space and run again; the files of the last run are unchanged.",
        },
        { cause: fault },
      );
    case "EFBIG":
      return new EnvironmentError(
        {
          zh: `文件太大，系统不许写${at.zh}。`,
          en: `The file is larger than the system lets this program write${at.en}.`,
        },
        {
          zh: `请放宽大小限制（ulimit -f unlimited），或换一个磁盘（FAT32 的文件不能超过 4 GB）${also.zh}。`,
          en: `Raise the limit (ulimit -f unlimited), or use another disk (FAT32 holds no file above 4 GB)${also.en}.`,
        },
        { cause: fault },
      );
    case "ENOENT":
    case "ELOOP":
      return new EnvironmentError(
        {
          zh: `输出位置不存在，或是失效的链接${at.zh}。`,
          en: `The output location does not exist, or is a broken link${at.en}.`,
        },
        { zh: "请换一个位置。", en: "Choose a different location." },
        { cause: fault },
      );
    case "ENOTDIR":
    case "EEXIST":
    case "EISDIR":
      return inTheWay(path, { elsewhere, cause: fault });
    case "ENAMETOOLONG":
      return new EnvironmentError(
        {
          zh: `输出文件的名字或路径太长${at.zh}。`,
          en: `The name or the path of an output file is too long${at.en}.`,
        },
        {
          zh: `请缩短名字${also.zh}。`,
          en: `Shorten the name${also.en}.`,
        },
        { cause: fault },
      );
    default:
      return new EnvironmentError(
        {
          zh: `无法写入${at.zh}（${fault.code}）。`,
          en: `The output cannot be written${at.en} (${fault.code}).`,
        },
        {
          zh: `请检查文件夹的写入权限；如果别的程序（如 Word）正打开着这个文件，请先关闭${also.zh}。`,
          en: `Check the folder's permissions; if another program such as Word has the file open, close it${also.en}.`,
        },
        { cause: fault },
      );
  }
}

export const inTheWay = (
  path: string,
  { elsewhere, cause }: { readonly elsewhere?: Message | undefined; readonly cause?: unknown } = {},
) =>
  new EnvironmentError(
    {
      zh: `输出位置被同名的文件或文件夹占用：“${path}”。`,
      en: `Another file or folder of that name is in the way: “${path}”.`,
    },
    {
      zh: `请移走它${elsewhere ? `，${elsewhere.zh}` : ""}。`,
      en: `Move it${elsewhere ? `, or ${elsewhere.en}` : ""}.`,
    },
    { cause },
  );

/** @param paths of files that were replaced already and could not be taken back */
export function mixedSet(paths: readonly string[], cause: unknown): EnvironmentError {
  const named = paths.join(" ");
  const at = cause instanceof Error && "dest" in cause ? String(cause.dest) : "";
  return new EnvironmentError(
    {
      zh: `写到一半出错：${named} 已经换成新的，${at} 没有换上。`,
      en: `Writing failed midway: ${named} has been replaced, ${at} has not.`,
    },
    {
      zh: "请检查这个文件夹的写入权限和磁盘空间，再运行一次，各文件就会重新一致。",
      en: "Check the folder's permissions and the free space on the disk, and run again, so that all files agree.",
    },
    { cause },
  );
}
