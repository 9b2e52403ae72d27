/**
 * Work of a thread that is not to be broken off. Node ends the whole process where a thread is stopped between the making of
 * a compressor and its first use ("close before init", node_zlib.cc), as it does at the end of a process too. So a thread says
 * when it is at such work, and whoever stops it meanwhile waits until it has ended by itself.
 */

/** One number, which both threads see: one of those below. */
export type Hold = Int32Array;

const FREE = 0;
const AT_WORK = 1;
/** To end when that work is done. */
const TO_END = 2;
/** Stopped, or about to be. */
const STOPPED = 3;

export const newHold = (): Hold => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** The thread's side. @returns false where it has been stopped: it is to begin nothing */
export const beginWhole = (hold: Hold): boolean => Atomics.compareExchange(hold, 0, FREE, AT_WORK) === FREE;

/** The thread's side. @returns true where it is to end */
export const endWhole = (hold: Hold): boolean => Atomics.compareExchange(hold, 0, AT_WORK, FREE) === TO_END;

/** The other side. @returns true where the thread may be stopped at once, and begins nothing more; else it ends by itself */
export function mayStop(hold: Hold): boolean {
  for (;;) {
    const was = Atomics.compareExchange(hold, 0, FREE, STOPPED);
    if (was === FREE || was === STOPPED) return true;
    // Unless it has come to the end of its work just now.
    if (was === TO_END || Atomics.compareExchange(hold, 0, AT_WORK, TO_END) === AT_WORK) return false;
  }
}
