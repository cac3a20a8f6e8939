import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { theVoice } from '../services/speech';
import { Icon } from './Icon';
import { Press } from './Press';
import './ReadAloud.css';

/** 读一读: reads the page to who cannot read it. Not there where the phone has no voice. */
export function ReadAloud({ text }: { text: string }) {
  const [speaking, setSpeaking] = useState(false);
  const voice = theVoice();
  useEffect(() => () => voice?.stop(), [voice]);
  if (!voice) return null;
  const toggle = () => {
    if (speaking) voice.stop();
    else voice.speak(text, () => setSpeaking(false));
    setSpeaking(!speaking);
  };
  return (
    <Press className="aloud" label={speaking ? '停止朗读' : '读一读'} onPress={toggle}>
      <Icon name={speaking ? 'stop' : 'speaker'} />
      <View>{speaking ? '停下' : '读一读'}</View>
    </Press>
  );
}
