/** Pictures, QR codes, signatures and seals. */
import { encode } from 'uqr';
import type { Align, Block, Signature } from '../../_shared/papers/types';
import { blank, type Mark, MM, moved, type Strip, stacked } from './ops';
import { pixelsOf } from './pixels';
import { type Room, textStrips } from './text';

const along = (align: Align | undefined, width: number, room: number): number =>
  align === 'left' || align === 'justify' ? 0 : align === 'right' ? room - width : (room - width) / 2;

/** Under the middle of what it explains, or from the same margin as that. */
function captioned(
  body: Strip,
  caption: string | undefined,
  room: Room,
  { align, x, width }: { align: Align; x: number; width: number },
): Strip {
  if (!caption) return body;
  const wide = Math.max(width, Math.min(room.width, 40 * MM));
  const left =
    align === 'center' ? Math.max(0, Math.min(room.width - wide, x + (width - wide) / 2)) : along(align, wide, room.width);
  const look: Room = { ...room, face: 'hei', size: Math.min(room.size, 9.5), leading: 1.4, align, width: wide };
  const lines = stacked(textStrips(caption, look));
  return stacked([body, blank(MM), { ...lines, marks: lines.marks.map(mark => moved(mark, left, 0)) }]);
}

export function pictureStrips(block: Extract<Block, { kind: 'picture' }>, room: Room, tallest: number): Strip[] {
  const pixels = pixelsOf(block.bytes);
  const scale = Math.min(
    (block.width * MM) / pixels.width,
    room.width / pixels.width,
    Math.min((block.height ?? 1e9) * MM, tallest) / pixels.height,
  );
  const [width, height] = [pixels.width * scale, pixels.height * scale];
  const x = along(block.align ?? 'center', width, room.width);
  const body: Strip = { height, marks: [{ kind: 'picture', x, y: 0, width, height, bytes: block.bytes }] };
  const whole = captioned(body, block.caption, room, { align: block.align ?? 'center', x, width });
  return room.narrow ? [whole] : [blank(2 * MM), whole, blank(3 * MM)];
}

/** Error correction M: a sticker on a door is scratched. A quiet zone of two squares lies inside the size. */
export function qrStrips(block: Extract<Block, { kind: 'qr' }>, room: Room): Strip[] {
  const { data, size } = encode(block.text, { ecc: 'M', border: 2 });
  const width = Math.min(block.size * MM, room.width);
  const x = along(block.align ?? 'center', width, room.width);
  const runs: [number, number, number][] = [];
  data.forEach((row, y) => {
    for (let from = 0; from < size; from++) {
      let length = 0;
      while (row[from + length]) length++;
      if (length > 0) runs.push([from, y, length]);
      from += length;
    }
  });
  const marks: Mark[] = [
    { kind: 'rect', x, y: 0, width, height: width, fill: '#ffffff' },
    { kind: 'squares', x, y: 0, side: width / size, runs },
  ];
  return [captioned({ height: width, marks }, block.caption, room, { align: block.align ?? 'center', x, width })];
}

const SIGN_HEIGHT = 13 * MM;

function signature({ label, picture, date }: Signature, room: Room): Strip {
  const name = stacked(textStrips(label, { ...room, align: 'left' }));
  const said = name.marks.find(mark => mark.kind === 'text');
  const labelEnd =
    name.height > room.size * room.leading * 1.5 || !said
      ? room.width / 2
      : Math.min(room.width * 0.62, textWidth(label, room) + 2 * MM);
  const down = SIGN_HEIGHT - name.height;
  const marks: Mark[] = name.marks.map(mark => moved(mark, 0, down));
  const lineY = down + room.size * room.leading;
  if (picture) {
    const pixels = pixelsOf(picture);
    const scale = Math.min((room.width - labelEnd) / pixels.width, (SIGN_HEIGHT - MM) / pixels.height);
    const [width, height] = [pixels.width * scale, pixels.height * scale];
    marks.push({ kind: 'picture', x: labelEnd + MM, y: lineY - height, width, height, bytes: picture, ink: true });
  }
  marks.push({ kind: 'rect', x: labelEnd, y: lineY, width: room.width - labelEnd, height: 0.6, fill: '#1a1d21' });
  const day = stacked(textStrips(`日期：${date ?? '　　　　年　　月　　日'}`, { ...room, align: 'left' }));
  return stacked([{ height: SIGN_HEIGHT + MM, marks }, blank(1.5 * MM), { height: day.height, marks: day.marks }]);
}

const textWidth = (text: string, room: Room): number => {
  const [strip] = textStrips(text, { ...room, align: 'right' });
  const mark = strip?.marks[0];
  return mark?.kind === 'text' ? room.width - mark.x : 0;
};

export function signaturesStrips(block: Extract<Block, { kind: 'signatures' }>, outer: Room): Strip[] {
  const columns = block.columns ?? 1;
  const gap = 12 * MM;
  const width = columns === 2 ? (outer.width - gap) / 2 : Math.min(outer.width, 90 * MM);
  const room: Room = { ...outer, width, align: 'left' };
  const rows: Strip[] = [];
  for (let at = 0; at < block.lines.length; at += columns) {
    const pair = block.lines.slice(at, at + columns).map(line => signature(line, room));
    const height = Math.max(...pair.map(strip => strip.height)) + 3 * MM;
    rows.push({ height, marks: pair.flatMap((strip, side) => strip.marks.map(mark => moved(mark, side * (width + gap), 0))) });
  }
  return [blank(2 * MM), ...rows];
}

/** Takes no room: it lies over what stands above. */
export function sealStrip(block: Extract<Block, { kind: 'seal' }>, room: Room): Strip {
  const side = block.size * MM;
  const x = room.width - block.right * MM - side / 2;
  return {
    height: 0,
    marks: [{ kind: 'picture', x, y: -block.up * MM - side / 2, width: side, height: side, bytes: block.bytes, ink: true }],
  };
}
