export function asScript(text: string, options?: { readonly atOnce?: boolean }): string;
