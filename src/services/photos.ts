/**
 * Addresses of pictures in the storage. WeChat opens an id (`cloud://…`) itself; the web asks for an address. The ids that a page draws in
 * one go are asked together, after it has been drawn.
 */
import { useQuery } from '@tanstack/react-query';
import type { DinersContract } from '../../types/canteen';
import { door } from './door';
import { isWeapp } from './platform';

const canteen = door<DinersContract>('canteen');

/** The contract's own limit. */
const AT_ONCE = 40;
/** Addresses are good for an hour. */
const FRESH_MS = 50 * 60_000;

type Answers = Promise<Record<string, string>>;
let waiting: { ids: string[]; answers: Answers } | undefined;

function gather(): NonNullable<typeof waiting> {
  const ids: string[] = [];
  const answers = new Promise<void>(go => setTimeout(go, 0)).then(async () => {
    if (waiting?.ids === ids) waiting = undefined;
    return (await canteen('photos', { ids })).photos;
  });
  return { ids, answers };
}

/** @returns null when there is no such picture */
async function addressOf(id: string): Promise<string | null> {
  if (!waiting || waiting.ids.length >= AT_ONCE) waiting = gather();
  const { ids, answers } = waiting;
  ids.push(id);
  return (await answers)[id] ?? null;
}

/** What an Image can show, or undefined while there is nothing (yet). */
export function usePhoto(photo: string | undefined): string | undefined {
  const stored = photo?.startsWith('cloud://') ?? false;
  const asked = useQuery({
    queryKey: ['photos', photo],
    queryFn: () => addressOf(photo ?? ''),
    enabled: stored && !isWeapp,
    staleTime: FRESH_MS,
  });
  if (!stored) return photo?.startsWith('https://') ? photo : undefined;
  return isWeapp ? photo : (asked.data ?? undefined);
}
