/** Pictures that come inside a call: signatures and the seal. */
const MOST = 60_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Base64 of a PNG of at most 60 KB, as it was given; undefined when it is something else. */
export function pngOf(base64: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length <= MOST && bytes.subarray(0, 8).equals(PNG) && bytes.length > 40 ? base64 : undefined;
}
