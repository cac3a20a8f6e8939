/** A new alert makes itself heard: a tone on the web, a long vibration on the phone. Who sits beside somebody else may mute it. */
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { isWeapp } from '../../../services/platform';
import { keep, recall } from '../../../services/store';
import { isNews, type Waiting } from './news';

const KEY = 'jl:desk-mute';
/** Hertz and seconds: two rising notes, twice, that no other program on a desk makes. */
const NOTES = [660, 880, 660, 880];
const NOTE_S = 0.18;
const LOUDNESS = 0.25;

let audio: AudioContext | undefined;

/** Browsers play nothing before the first gesture on the page. */
function wake(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

function tone(): void {
  if (audio?.state !== 'running') return;
  const gain = audio.createGain();
  gain.gain.value = LOUDNESS;
  gain.connect(audio.destination);
  NOTES.forEach((hertz, i) => {
    const note = audio!.createOscillator();
    note.frequency.value = hertz;
    note.connect(gain);
    note.start(audio!.currentTime + i * NOTE_S);
    note.stop(audio!.currentTime + (i + 1) * NOTE_S);
  });
}

/** Rings once. Exported for the switch, which lets people hear what it is that they switch on. */
export function ring(): void {
  if (isWeapp) void Taro.vibrateLong().catch(() => undefined);
  else tone();
}

function useWakeAtFirstGesture(): void {
  useEffect(() => {
    if (isWeapp) return;
    document.addEventListener('pointerdown', wake, { once: true });
    document.addEventListener('keydown', wake, { once: true });
    return () => {
      document.removeEventListener('pointerdown', wake);
      document.removeEventListener('keydown', wake);
    };
  }, []);
}

/** Rings for news among these alerts. @returns the mute switch, kept on this device */
export function useRing(alerts: readonly Waiting[] | undefined) {
  const [muted, setMuted] = useState(() => recall<boolean>(KEY) ?? false);
  const before = useRef<readonly Waiting[]>();
  useWakeAtFirstGesture();
  useEffect(() => {
    if (!alerts) return;
    if (before.current && !muted && isNews(before.current, alerts)) ring();
    before.current = alerts;
  }, [alerts, muted]);
  const toggle = () => {
    keep(KEY, !muted);
    setMuted(!muted);
    if (muted) {
      if (!isWeapp) wake();
      ring();
    }
  };
  return { muted, toggle };
}

/** A browser tab in the background asks nothing by itself; an alarm must still be heard there. */
export function useInBackground(reload: () => Promise<unknown>, everyMs: number): void {
  useEffect(() => {
    if (isWeapp) return;
    const timer = setInterval(() => document.hidden && void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
}
