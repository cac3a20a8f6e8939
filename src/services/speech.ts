/**
 * Reads a page aloud (读一读). The web has a voice of its own; WeChat needs a plugin that a community may or may not have been granted,
 * so there it is a port: whoever adds the plugin calls `setVoice`. Without a voice the button is not shown.
 */
import { isWeapp } from './platform';

export interface Voice {
  speak(text: string, onEnd: () => void): void;
  stop(): void;
}

/** Slower than ordinary speech: the listener is old. */
const RATE = 0.85;

const browserVoice = (): Voice | undefined => {
  if (isWeapp || typeof window.speechSynthesis === 'undefined') return undefined;
  return {
    speak(text, onEnd) {
      const said = new SpeechSynthesisUtterance(text);
      said.lang = 'zh-CN';
      said.rate = RATE;
      said.onend = onEnd;
      said.onerror = onEnd;
      window.speechSynthesis.cancel();
      window.speechSynthesis.speak(said);
    },
    stop: () => window.speechSynthesis.cancel(),
  };
};

let voice = browserVoice();

export const setVoice = (other: Voice | undefined): void => {
  voice = other;
};

export const theVoice = (): Voice | undefined => voice;
