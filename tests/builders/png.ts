/** Reads a PNG of 8 bits a channel without interlacing, such as our press draws. */
import { inflateSync } from 'node:zlib';

export function readPng(file: Uint8Array): { width: number; height: number; pixels: Uint8ClampedArray } {
  const bytes = Buffer.from(file);
  const [width, height, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)];
  const channels = { 2: 3, 6: 4 }[kind] ?? 1;
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const plain = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < row; x++) {
      const left = x >= channels ? plain[y * row + x - channels]! : 0;
      const up = y > 0 ? plain[(y - 1) * row + x]! : 0;
      const corner = x >= channels && y > 0 ? plain[(y - 1) * row + x - channels]! : 0;
      plain[y * row + x] = raw[y * (row + 1) + 1 + x]! + predicted(raw[y * (row + 1)]!, left, up, corner);
    }
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < channels; c++) pixels[i * 4 + c] = plain[i * channels + c]!;
  return { width, height, pixels };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  const near = (value: number): number => Math.abs(left + up - corner - value);
  const paeth = near(left) <= near(up) && near(left) <= near(corner) ? left : near(up) <= near(corner) ? up : corner;
  return [0, left, up, (left + up) >> 1, paeth][filter] ?? 0;
}
