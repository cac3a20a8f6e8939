/**
 * How many one-time subscription messages people have left for some kinds of message. The courier keeps the ledger (`credits`,
 * `openid:template`); other domains only read numbers from it.
 */
import { _, db } from './database';

const templates = (): Record<string, string> => {
  try {
    return JSON.parse(process.env.WECHAT_TEMPLATES ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

/** @returns openid → the least that is left among those kinds that have a template; nobody without any. One call, at most 200 people. */
export async function creditsOf(openids: readonly string[], kinds: readonly string[]): Promise<Map<string, number>> {
  const wanted = kinds.flatMap(kind => templates()[kind] ?? []);
  const ids = openids.flatMap(openid => wanted.map(template => `${openid}:${template}`));
  if (ids.length === 0) return new Map();
  const { data } = await db()
    .collection('credits')
    .where({ _id: _.in(ids) })
    .field({ to: true, template: true, count: true })
    .limit(1000)
    .get();
  const rows = data as { to: string; template: string; count: number }[];
  const leastOf = (openid: string): number =>
    Math.min(...wanted.map(template => rows.find(row => row.to === openid && row.template === template)?.count ?? 0));
  return new Map(openids.map(openid => [openid, leastOf(openid)]));
}
