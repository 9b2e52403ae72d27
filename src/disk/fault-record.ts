/** A fault as plain data: an error loses its class on the way between threads, and may hold what none can take. */
import { type Message, UnusableFile } from "../diagnostics/diagnostic.js";

export type FaultRecord = Readonly<Record<"name" | "message" | "stack", string>>;

export function faultRecord(fault: unknown): FaultRecord {
  const { name, message, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
  return { name, message, stack };
}

export const asError = (record: FaultRecord): Error => Object.assign(new Error(record.message), record);

/** Of a file: whoever knows where the issue names it says so there. */
export interface UnusableRecord {
  readonly path: string;
  readonly problem: Message;
  readonly remedy: Message;
  /** with what the system said, where it was that: system-trouble.ts asks for it */
  readonly cause: (FaultRecord & Partial<Record<"code" | "errno" | "syscall" | "path", unknown>>) | undefined;
}

export function unusableRecord({ path, problem, remedy, cause }: UnusableFile): UnusableRecord {
  if (!(cause instanceof Error)) return { path, problem, remedy, cause: undefined };
  const said = Object.entries(cause).filter(([, value]) => ["string", "number"].includes(typeof value));
  return { path, problem, remedy, cause: { ...Object.fromEntries(said), ...faultRecord(cause) } };
}

export function asUnusable({ path, problem, remedy, cause }: UnusableRecord): UnusableFile {
  return new UnusableFile(path, { problem, remedy }, cause && asError(cause));
}
