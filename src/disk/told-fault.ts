/** A fault of ours as plain data: an error loses its class on the way between threads, and may hold what none can take. */

export type ToldFault = Readonly<Record<"name" | "message" | "stack", string>>;

export function tellable(fault: unknown): ToldFault {
  const { name, message, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
  return { name, message, stack };
}

export const asError = (told: ToldFault): Error => Object.assign(new Error(told.message), told);
