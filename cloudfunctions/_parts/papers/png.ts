/** Draws marks into a PNG. Letters are drawn as outlines, so that the picture is the same on every machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { glyphFor } from './font';
import type { Mark, PictureMark, TextMark } from './ops';
import { pathOf } from './outline';
import { pixelsOf } from './pixels';

let ready: Promise<void> | undefined;
const start = (): Promise<void> => {
  ready ??= readFile(join(__dirname, 'assets', 'resvg.wasm')).then(initWasm);
  return ready;
};

const short = (value: number): string => String(Math.round(value * 1000) / 1000);

function text(mark: TextMark): string {
  let x = mark.x;
  const letters: string[] = [];
  for (const part of mark.parts) {
    for (const char of part) {
      const { font, glyph } = glyphFor(char, mark.face);
      const scale = mark.size / font.perEm;
      const drawn = pathOf(font, glyph);
      if (drawn) letters.push(`<path transform="matrix(${scale} 0 0 ${-scale} ${short(x)} ${short(mark.y)})" d="${drawn}"/>`);
      x += font.widthOf(glyph) * scale;
    }
    x += mark.gap;
  }
  return `<g fill="${mark.color}">${letters.join('')}</g>`;
}

function drawn(mark: Mark): string {
  if (mark.kind === 'text') return text(mark);
  const { x, y } = mark;
  if (mark.kind === 'squares') {
    const runs = mark.runs.map(([column, row, length]) => {
      const [left, top, wide] = [x + column * mark.side, y + row * mark.side, length * mark.side].map(short);
      return `M${left} ${top}h${wide}v${short(mark.side)}h-${wide}z`;
    });
    return `<path d="${runs.join('')}" shape-rendering="crispEdges"/>`;
  }
  const box = `x="${short(x)}" y="${short(y)}" width="${short(mark.width)}" height="${short(mark.height)}"`;
  if (mark.kind === 'rect')
    return `<rect ${box} fill="${mark.fill ?? 'none'}" stroke="${mark.stroke ?? 'none'}" stroke-width="${mark.thickness ?? 0.5}"/>`;
  return image(mark);
}

/** Drawn in a unit square that is put in its place, upright however the telephone was held. */
function image({ x, y, width, height, bytes, ink }: PictureMark): string {
  const { kind, turn } = pixelsOf(bytes);
  const matrix = {
    1: [width, 0, 0, height, x, y],
    3: [-width, 0, 0, -height, x + width, y + height],
    6: [0, height, -width, 0, x + width, y],
    8: [0, -height, width, 0, x, y + height],
  }[turn];
  const blend = ink ? ' style="mix-blend-mode:multiply"' : '';
  const data = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
  return `<image width="1" height="1" preserveAspectRatio="none" transform="matrix(${matrix.map(short).join(' ')})"${blend} href="${data}"/>`;
}

/** @param width in pixels. */
export async function drawPng(
  sheet: { width: number; height: number; marks: readonly Mark[] },
  width: number,
): Promise<Uint8Array> {
  await start();
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}" width="${sheet.width}" height="${sheet.height}">`,
    ...sheet.marks.map(drawn),
    '</svg>',
  ].join('');
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { loadSystemFonts: false },
  });
  try {
    const rendered = drawing.render();
    const png = Uint8Array.from(rendered.asPng());
    rendered.free();
    return png;
  } finally {
    drawing.free();
  }
}
