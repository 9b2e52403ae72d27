/**
 * One font file, read by offset. It is opened when it is first read, and of all fonts the few that were read last stay
 * open: a folder of fonts may hold more files than a process may have open. A file that is another one by the time it
 * is opened again is reported, never mixed with what was read before.
 */
import { type BigIntStats, closeSync, fstatSync, openSync, readSync } from "node:fs";
import { EnvironmentError, UnusableFile } from "../diagnostics/diagnostic.js";
import type { FontFile } from "../fonts/face.js";
import { systemTrouble } from "./system-trouble.js";

/** A build asks for about a dozen faces; macOS lets a process have 256 files open. */
const MOST_OPEN = 32;

/** Handles by file, the one that was read last behind. */
const open = new Map<FontFile, number>();

/**
 * @param shown name for messages
 * @param facts of the file as it was listed
 */
export function fontFile(
  path: string,
  {
    shown,
    facts,
    isSystem = false,
  }: { readonly shown: string; readonly facts: BigIntStats; readonly isSystem?: boolean },
): FontFile {
  const size = Number(facts.size);
  const file: FontFile = {
    path: shown,
    size,
    ...(isSystem && { isSystem }),
    read(offset, length) {
      const bytes = memoryFor(Math.max(0, Math.min(length, size - offset)));
      try {
        const handle = handleOf(file, path, facts);
        let filled = 0;
        while (filled < bytes.length) {
          const count = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
          if (count === 0) break;
          filled += count;
        }
        return filled === bytes.length ? bytes : bytes.subarray(0, filled);
      } catch (fault) {
        throw explain(fault, shown);
      }
    },
  };
  return file;
}

/** Of a font a thousand glyphs are read, of some hundred bytes each: they share pieces of memory. */
const PIECE_BYTES = 64 * 1024;

let piece = new Uint8Array();
let used = 0;

function memoryFor(bytes: number): Uint8Array<ArrayBuffer> {
  if (bytes > PIECE_BYTES / 16) return new Uint8Array(bytes);
  if (used + bytes > piece.length) {
    piece = new Uint8Array(PIECE_BYTES);
    used = 0;
  }
  used += bytes;
  return piece.subarray(used - bytes, used);
}

/** @returns what changes with a file, of which the system alone sets the time of change */
export const stampOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;

function handleOf(file: FontFile, path: string, facts: BigIntStats): number {
  const known = open.get(file);
  const handle = known ?? openSync(path, "r");
  open.delete(file);
  open.set(file, handle);
  if (known !== undefined) return known;
  if (stampOf(fstatSync(handle, { bigint: true })) !== stampOf(facts)) {
    close(file, handle);
    throw changed(file.path);
  }
  const [oldest] = open;
  if (open.size > MOST_OPEN && oldest !== undefined) close(...oldest);
  return handle;
}

function close(file: FontFile, handle: number): void {
  open.delete(file);
  closeSync(handle);
}

function explain(fault: unknown, shown: string): unknown {
  if (fault instanceof EnvironmentError) return fault;
  const trouble = systemTrouble(fault);
  if (trouble === undefined || trouble.stopsRun) return trouble ?? fault;
  return new UnusableFile(
    shown,
    {
      problem: {
        zh: `字体文件“${shown}”打不开（${trouble.code}）。`,
        en: `The font file “${shown}” cannot be opened (${trouble.code}).`,
      },
      remedy: {
        zh: "请检查它的权限，或把它移出字体文件夹。",
        en: "Check its permissions, or move it out of the font folder.",
      },
    },
    fault,
  );
}

const changed = (shown: string) =>
  new UnusableFile(shown, {
    problem: {
      zh: `字体文件 ${shown} 刚才被换成了另一个。`,
      en: `The font file ${shown} was replaced while it was being read.`,
    },
    remedy: { zh: "请再运行一次。", en: "Run again." },
  });
