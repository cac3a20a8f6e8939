import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { encode } from 'uqr';
import { aria } from './aria';
import './QrCard.css';

interface Props {
  /** What a scanner reads. */
  text: string;
  /** The same as a number that can be said aloud: A037. */
  number: string;
  /** Below it: 出示给食堂工作人员，断网也可用. */
  help: string;
  /** Of what it is the code, for the ear; an order's unless told. */
  label?: string;
}

/** One picture instead of a thousand squares: WeChat draws at most a thousand nodes well. Each run of dark squares is one stroke. */
function pictureOf(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const strokes = data.flatMap((row, y) => {
    const runs = row
      .map(dark => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g);
    return [...runs].map(run => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`);
  });
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${strokes.join('')}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** A code to show at a counter. Drawn on the phone itself, so it needs no network; always black on white, in the dark theme as well. */
export function QrCard({ text, number, help, label }: Props) {
  const picture = useMemo(() => pictureOf(text), [text]);
  return (
    <View className="qr">
      <View className="qr-number">{number}</View>
      <View className="qr-ground" {...aria({ role: 'img', label: label ?? `二维码，取餐号 ${number.split('').join(' ')}` })}>
        <View className="qr-picture" style={{ backgroundImage: picture }} />
      </View>
      <View className="qr-help">{help}</View>
    </View>
  );
}
