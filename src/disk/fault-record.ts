/** A fault of ours as plain data: an error loses its class on the way between threads, and may hold what none can take. */

export type FaultRecord = Readonly<Record<"name" | "message" | "stack", string>>;

export function faultRecord(fault: unknown): FaultRecord {
  const { name, message, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
  return { name, message, stack };
}

export const asError = (record: FaultRecord): Error => Object.assign(new Error(record.message), record);
