/**
 * Speaking instead of typing. In WeChat a short recording goes to whoever turns it into words (`recognise`); on the web the browser does
 * it by itself where it can. No sound stays on the phone.
 */
import Taro from '@tarojs/taro';
import { isWeapp } from './platform';

/** One time of listening: ends by `stop`, or by itself after a minute. */
export interface Listening {
  stop(): void;
  /** What was said; empty when nothing was understood. Rejects where the microphone is not given or nobody answers. */
  words: Promise<string>;
}
export type Ear = () => Listening;

/** The recogniser takes a minute. */
const MOST_MS = 60_000;
/** Speech, not music: a minute is some 360 KB. */
const RECORDING = { duration: MOST_MS, sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' } as const;

export type Sound = { path: string; size: number };

/** WeChat has one recorder for the whole program, so it is asked anew for each recording. */
function record(): { stop: () => void; sound: Promise<Sound> } {
  const recorder = Taro.getRecorderManager();
  const sound = new Promise<Sound>((resolve, reject) => {
    recorder.onStop(({ tempFilePath, fileSize }) => resolve({ path: tempFilePath, size: fileSize }));
    recorder.onError(({ errMsg }) => reject(new Error(errMsg)));
  });
  recorder.start(RECORDING);
  return { stop: () => recorder.stop(), sound };
}

function wechatEar(recognise: (sound: Sound) => Promise<string>): Ear {
  return () => {
    const { stop, sound } = record();
    const words = sound.then(async taken => {
      try {
        return await recognise(taken);
      } finally {
        Taro.getFileSystemManager().unlink({ filePath: taken.path, fail: () => undefined });
      }
    });
    return { stop, words };
  };
}

interface Heard {
  results: ArrayLike<ArrayLike<{ transcript: string }>>;
}
interface Recogniser {
  lang: string;
  continuous: boolean;
  onresult: (event: Heard) => void;
  onend: () => void;
  onerror: (event: { error: string }) => void;
  start(): void;
  stop(): void;
}
type Recognisers = Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recogniser>>;

function browserEar(): Ear | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Recognisers;
  const Known = SpeechRecognition ?? webkitSpeechRecognition;
  if (!Known) return undefined;
  return () => {
    const recogniser = new Known();
    recogniser.lang = 'zh-CN';
    recogniser.continuous = true;
    let said = '';
    const words = new Promise<string>((resolve, reject) => {
      recogniser.onresult = ({ results }) => {
        said = Array.from(results, each => each[0]?.transcript ?? '').join('');
      };
      recogniser.onerror = ({ error }) => (error === 'no-speech' || error === 'aborted' ? resolve('') : reject(new Error(error)));
      recogniser.onend = () => resolve(said.trim());
    });
    recogniser.start();
    const timer = setTimeout(() => recogniser.stop(), MOST_MS);
    const stop = () => {
      clearTimeout(timer);
      recogniser.stop();
    };
    return { stop, words };
  };
}

/** @param recognise turns a recording into words; absent where the community has nobody who does. */
export const earWith = (recognise: ((sound: Sound) => Promise<string>) | undefined): Ear | undefined => {
  if (isWeapp) return recognise && wechatEar(recognise);
  return browserEar();
};
