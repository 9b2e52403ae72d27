export function asScript(text: string): string;
