import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import './Card.css';

interface Props extends PropsWithChildren {
  title?: string;
  /** At the right of the title: a tag, a link. */
  aside?: ReactNode;
  /** A weak ground instead of white: what went wrong, what to mind. */
  tone?: 'danger' | 'warning' | 'accent';
}

/** A white sheet on the page that holds what belongs together. */
export function Card({ title, aside, tone, children }: Props) {
  return (
    <View className={`card ${tone ? `card-${tone}` : ''}`}>
      {title || aside ? (
        <View className="card-head">
          <View className="card-title" {...aria({ role: 'heading' })}>
            {title}
          </View>
          {aside}
        </View>
      ) : null}
      {children}
    </View>
  );
}
