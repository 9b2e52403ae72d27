/** Types of late-examples.js, for the test of it. */
import type { Plugin } from "esbuild";

export declare const lateExamples: Plugin;
export declare function makeLate(code: string): string;
