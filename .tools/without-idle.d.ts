/** Types of without-idle.js, for the test that holds it to its promise. */
import type { Plugin } from "esbuild";

export declare const withoutIdle: Plugin;
