/**
 * Speech to words: Tencent Cloud's one-sentence recognition (`SentenceRecognition`, 2019-06-14), at most a minute. Secrets of an account
 * that may only recognise: HEARING_SECRET_ID and HEARING_SECRET_KEY. Neither sound nor words are written into any log.
 */
import { tencentCall } from './tencent';

const secrets = () => ({ id: process.env.HEARING_SECRET_ID ?? '', key: process.env.HEARING_SECRET_KEY ?? '' });
export const hearingIsConfigured = (): boolean => Boolean(secrets().id && secrets().key);

/** A minute of speech takes the recogniser a few seconds. */
const PATIENCE_MS = 15_000;

/** @returns the words of a mandarin mp3; empty when nothing was said. @throws ProviderError, or Error with the provider's code. */
export async function hear(mp3: Buffer): Promise<string> {
  const input = {
    EngSerViceType: '16k_zh',
    SourceType: 1,
    VoiceFormat: 'mp3',
    Data: mp3.toString('base64'),
    DataLen: mp3.length,
  };
  const answer = await tencentCall<{ Result?: string }>('asr', 'SentenceRecognition', input, secrets(), PATIENCE_MS);
  if (answer.Error) throw new Error(`SentenceRecognition: ${answer.Error.Code}`);
  return (answer.Result ?? '').trim();
}
