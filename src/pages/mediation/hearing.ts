/** How mediation turns speech into words: in WeChat by the community's own recogniser, which keeps nothing. */
import { type Ear, earWith, type Sound } from '../../services/hearing';
import { upload } from '../desk/files';
import { mediation, useGuide } from './queries';

async function recognise({ path, size }: Sound): Promise<string> {
  const ticket = await mediation('evidenceTicket', { ending: 'mp3' });
  await upload(ticket, { name: 'speech.mp3', path, size });
  return (await mediation('hearVoice', { fileId: ticket.fileId })).text;
}

/** Undefined: there is nothing here that could listen; the keyboard's own dictation is all there is. */
export function useEar(): Ear | undefined {
  const hears = useGuide().data?.hears === true;
  return earWith(hears ? recognise : undefined);
}

/** What was said goes behind what stands there; no more than the field takes. */
export const added = (text: string, words: string, most: number): string =>
  [text.trimEnd(), words]
    .filter(Boolean)
    .join(text.trim() && !/[，。！？；、\n]$/.test(text.trimEnd()) ? '，' : '')
    .slice(0, most);
