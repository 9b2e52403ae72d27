/** Loaded before the command (`node --import`): writes what the process used when it ends. */
import { readFileSync, writeFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMib: Math.round((ownPeakKib() ?? maxRSS) / 1024),
  };
  writeFileSync(process.env.BULLETIN_USAGE_FILE, JSON.stringify(usage));
});

/** Linux hands the peak of the process that forked on to its child; this one is the process's own. */
function ownPeakKib() {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    return found === null ? undefined : Number(found[1]);
  } catch {
    return undefined;
  }
}
