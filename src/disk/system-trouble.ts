/**
 * What a system says when it refuses (EMFILE, EROFS, a current folder that is gone) as trouble with a remedy. Whatever
 * Node throws for the system is none of our faults, wherever it is met; who knows more of the place says more there.
 */
import { EnvironmentError, type Message } from "../diagnostics/diagnostic.js";

export class SystemTrouble extends EnvironmentError {
  /** as the system names it: EACCES */
  readonly code: string;
  /** true where it is the whole machine's, and the next issue would meet it too */
  readonly stopsRun: boolean;

  constructor(code: string, words: Words, cause: unknown) {
    super(words.problem, words.remedy, { cause });
    this.code = code;
    this.stopsRun = stopsRun(code);
  }
}

interface Words {
  readonly problem: Message;
  readonly remedy: Message;
}

/** Trouble that a worker thread met, handed over as what it tells. */
export class HandedTrouble extends EnvironmentError {
  readonly ofMachine: boolean;

  constructor({ problem, remedy, ofMachine }: Words & { readonly ofMachine: boolean }) {
    super(problem, remedy);
    this.ofMachine = ofMachine;
  }
}

const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  "EMFILE",
  "ENFILE",
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "ENOMEM",
  "ERR_WORKER_INIT_FAILED",
]);

const stopsRun = (code: string): boolean => OF_THE_MACHINE.has(code);

/** @returns true for trouble that the next issue would meet too, told by whoever met it */
export function isOfMachine(trouble: EnvironmentError): boolean {
  if (trouble instanceof SystemTrouble) return trouble.stopsRun;
  if (trouble instanceof HandedTrouble) return trouble.ofMachine;
  const { cause } = trouble;
  return cause instanceof Error && "code" in cause && stopsRun(String(cause.code));
}

const MORE_THAN_A_FILE: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "EROFS", "ENOMEM"]);

/** @returns the fault as trouble with a remedy; undefined where it is one of ours */
export function troubleOf(fault: unknown): EnvironmentError | undefined {
  if (!(fault instanceof EnvironmentError)) return systemTrouble(fault);
  const beneath = systemTrouble(fault.cause);
  // That a whole disk is read-only says more than that one file cannot be written.
  return beneath !== undefined && MORE_THAN_A_FILE.has(beneath.code) ? beneath : fault;
}

/** @returns undefined where the fault is not the system's */
export function systemTrouble(fault: unknown): SystemTrouble | undefined {
  if (fault instanceof SystemTrouble) return fault;
  if (!(fault instanceof Error) || !("code" in fault) || typeof fault.code !== "string") return undefined;
  const { code } = fault;
  const isOfSystem = "syscall" in fault && "errno" in fault;
  if (!isOfSystem && !Object.hasOwn(OF_NODE, code)) return undefined;
  const isFolderGone = "syscall" in fault && fault.syscall === "uv_cwd";
  const path = "path" in fault && typeof fault.path === "string" ? fault.path : undefined;
  const words = isFolderGone ? FOLDER_GONE : (OF_NODE[code] ?? WORDS[code] ?? refused(code, path));
  return new SystemTrouble(code, words, fault);
}

const FOLDER_GONE: Words = {
  problem: {
    zh: "当前文件夹已不存在：它被移走、改名或删除了。",
    en: "The current folder no longer exists: it was moved, renamed or removed.",
  },
  remedy: {
    zh: "请用 cd 进入一个存在的文件夹，再运行。",
    en: "Change to an existing folder (cd), and run again.",
  },
};

const TOO_MANY_OPEN: Words = {
  problem: {
    zh: "打开的文件太多，超出了系统的限制。",
    en: "Too many files are open; the system does not allow more.",
  },
  remedy: {
    zh: "请先运行 ulimit -n 4096，或关掉一些程序；build 和 lint 加上 --jobs 1，用的文件较少。",
    en: "Run “ulimit -n 4096” first, or close some programs; build and lint need fewer files with --jobs 1.",
  },
};

const DISK_FULL: Words = {
  problem: { zh: "磁盘已满。", en: "The disk is full." },
  remedy: { zh: "请清理磁盘空间后重新运行。", en: "Free some space and run again." },
};

const NO_MEMORY: Words = {
  problem: { zh: "内存不够用。", en: "There is not enough memory." },
  remedy: {
    zh: "请关掉一些程序，或加上 --jobs 1 再运行。",
    en: "Close some programs, or run again with --jobs 1.",
  },
};

const WORDS: Readonly<Record<string, Words>> = {
  EMFILE: TOO_MANY_OPEN,
  ENFILE: TOO_MANY_OPEN,
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  ENOMEM: NO_MEMORY,
  EROFS: {
    problem: {
      zh: "这个磁盘是只读的，不能写入。",
      en: "The file system is read-only; nothing can be written to it.",
    },
    remedy: {
      zh: "请用 --out 写到别的磁盘，或把简报文件夹拷到可以写入的地方。",
      en: "Write to another disk with --out, or copy the bulletin's folder to a place where you may write.",
    },
  },
};

/** Worker threads that cannot be started, or that are ended by their memory. */
const OF_NODE: Readonly<Record<string, Words>> = {
  ERR_WORKER_OUT_OF_MEMORY: NO_MEMORY,
  ERR_WORKER_INIT_FAILED: {
    problem: {
      zh: "系统不允许再启动线程。",
      en: "The system does not allow any more threads to be started.",
    },
    remedy: { zh: "请加上 --jobs 1 再运行。", en: "Run again with --jobs 1." },
  },
};

const refused = (code: string, path: string | undefined): Words => ({
  problem:
    path === undefined
      ? { zh: `系统拒绝了这项操作（${code}）。`, en: `The system refused the operation (${code}).` }
      : {
          zh: `系统不允许读写“${path}”（${code}）。`,
          en: `The system does not allow access to “${path}” (${code}).`,
        },
  remedy: {
    zh: "请检查这个文件或文件夹是否存在、有无权限，再运行一次。",
    en: "Check that the file or folder exists and that you have permission to use it, and run again.",
  },
});
