/** Types of late-patterns.js, for the test of it. */
export declare function makePatternsLate(text: string): string;
