import type { Parts } from '../parts';

/** The page of the local cloud. */
export const consolePage = ({ url }: Parts): string => `<!doctype html><meta charset="utf-8"><title>本机云</title><p>${url}</p>`;
