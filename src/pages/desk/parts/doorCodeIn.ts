/** The code in what was scanned: the page's address that the sign carries, or the code itself as it was typed. */
export const doorCodeIn = (text: string): string => /[?&]code=([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? text.trim();
