/** Types of asked-types.js, for the test of it. */
export declare function askedTypes(text: string): readonly string[];
