/** What a picture is, from its first bytes. */
import type { PictureBytes } from '../../_shared/papers/types';

/** How a telephone was held, by the numbers of EXIF: 6 and 8 lie on their side, 3 stands on its head. */
export type Turn = 1 | 3 | 6 | 8;
/** Width and height in pixels, as the picture is looked at. */
export type Pixels = { kind: 'png' | 'jpeg'; width: number; height: number; turn: Turn };

const ORIENTATION = 0x0112;

/** @param at where the TIFF part of an APP1 segment begins. */
function turnIn(view: DataView, at: number): Turn {
  const little = view.getUint16(at) === 0x4949;
  const directory = at + view.getUint32(at + 4, little);
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const entry = directory + 2 + i * 12;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const said = view.getUint16(entry + 8, little);
    return said === 3 || said === 6 || said === 8 ? said : 1;
  }
  return 1;
}

function jpeg(view: DataView): Pixels | undefined {
  let turn: Turn = 1;
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) turn = turnIn(view, at + 10);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    return turn === 6 || turn === 8
      ? { kind: 'jpeg', width: height, height: width, turn }
      : { kind: 'jpeg', width, height, turn };
  }
  return undefined;
}

/** @throws when it is neither a PNG nor a JPEG, or broken off. */
export function pixelsOf(bytes: PictureBytes): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), turn: 1 };
  const found = bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpeg(view) : undefined;
  if (!found) throw new Error('a picture on paper is a PNG or a JPEG');
  return found;
}
