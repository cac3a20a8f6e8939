/** Where this phone is, asked only after a tap. The picture on a Chinese map is gcj02, as WeChat's own maps use it. */
import Taro from '@tarojs/taro';
import type { Place } from '../../../../types/safety';
import { isWeapp } from '../../../services/platform';

/** About ten metres: enough to find somebody, and all that is sent. */
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** @returns undefined when the person or the phone says no */
export async function placeHere(): Promise<Place | undefined> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: isWeapp ? 'gcj02' : 'wgs84', isHighAccuracy: true });
    return { lat: rounded(latitude), lng: rounded(longitude) };
  } catch {
    return undefined;
  }
}

export const hasPoint = (place: Place | undefined): place is Place & { lat: number; lng: number } =>
  place?.lat !== undefined && place.lng !== undefined;

/** Opens the phone's map. */
export function openMap({ lat, lng }: { lat: number; lng: number }, name: string): void {
  if (isWeapp) void Taro.openLocation({ latitude: lat, longitude: lng, name }).catch(() => undefined);
  else window.open(`https://uri.amap.com/marker?position=${lng},${lat}&name=${encodeURIComponent(name)}`, '_blank', 'noopener');
}
