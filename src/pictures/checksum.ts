/** By which a file that was read is known again, not by whom it is trusted. */
import { crc32 } from "node:zlib";

export const checksumOf = (bytes: Uint8Array): number => crc32(bytes);
