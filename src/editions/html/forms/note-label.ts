/** A note's number as websites keep it: text, for the places that a link could lead to are the first that they remove. */
export const noteLabel = (number: number): string => `［${number}］`;
