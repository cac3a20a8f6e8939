import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './StickyFooter.css';

/** Keeps the main action in reach of the thumb, above the phone's own bar. */
export const StickyFooter = ({ children }: PropsWithChildren) => <View className="sticky-footer">{children}</View>;
