/** The token in what was scanned: the page's own parameter, a plain link handed over by WeChat (`q`), or a mini-program code's `scene`. */
const TOKEN = /^[A-Za-z0-9_-]{1,96}$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

const inAddress = (address: string): string | undefined => /[?&]code=([A-Za-z0-9_-]+)/.exec(address)?.[1];

/** @returns empty when there is no token in it */
export function codeIn({ code, q, scene }: Partial<Record<'code' | 'q' | 'scene', string>>): string {
  const found =
    code ?? (q ? inAddress(decoded(q)) : undefined) ?? (scene ? (inAddress(`?${decoded(scene)}`) ?? decoded(scene)) : '');
  return TOKEN.test(found ?? '') ? (found as string) : '';
}
