import { View } from '@tarojs/components';
import { type PropsWithChildren, useEffect } from 'react';
import { isWeapp } from '../services/platform';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './Sheet.css';

interface Props extends PropsWithChildren {
  title: string;
  open: boolean;
  /** Without it the sheet has to be answered. */
  onClose?: () => void;
}

/** A sheet from below over the page; in the middle where the screen is wide. */
export function Sheet({ title, open, onClose, children }: Props) {
  useEscape(open, onClose);
  if (!open) return null;
  return (
    <View className="sheet-layer">
      <View className="sheet-mask" catchMove onClick={onClose} aria-hidden="true" />
      <View className="sheet" {...aria({ role: 'dialog', label: title, modal: true })}>
        <View className="sheet-head">
          <View className="sheet-title" {...aria({ role: 'heading' })}>
            {title}
          </View>
          {onClose ? (
            <Press className="sheet-close" label="关闭" onPress={onClose}>
              <Icon name="close" />
            </Press>
          ) : null}
        </View>
        {children}
      </View>
    </View>
  );
}

function useEscape(open: boolean, onClose?: () => void): void {
  useEffect(() => {
    if (isWeapp || !open || !onClose) return;
    const listen = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [open, onClose]);
}
