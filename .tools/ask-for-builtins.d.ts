/** Types of ask-for-builtins.js, for the test of it. */
export declare function askForBuiltins(text: string, options?: { readonly atOnce?: boolean }): string;
