/** A signature as strokes, and how it becomes ink on a canvas. Coordinates are shares of the pad, 0…1, so its size does not matter. */

export type Point = { x: number; y: number };
export type Strokes = readonly (readonly Point[])[];

/** The picture in pixels: sharp on paper, about ten kilobytes. */
export const WIDE = 600;
export const HIGH = 300;
const PEN = 5;

const clamp = (share: number) => Math.min(1, Math.max(0, share));
export const pointAt = (x: number, y: number, width: number, height: number): Point => ({
  x: clamp(x / width),
  y: clamp(y / height),
});

export const begin = (strokes: Strokes, point: Point): Strokes => [...strokes, [point]];
export const draw = (strokes: Strokes, point: Point): Strokes => {
  const last = strokes.at(-1);
  return last ? [...strokes.slice(0, -1), [...last, point]] : begin(strokes, point);
};

/** A name is longer than a slip of the finger: the ink goes over some part of the pad. */
export function isSigned(strokes: Strokes): boolean {
  const points = strokes.flat();
  if (points.length < 8) return false;
  const spread = (of: (point: Point) => number) => Math.max(...points.map(of)) - Math.min(...points.map(of));
  return spread(({ x }) => x) > 0.1 || spread(({ y }) => y) > 0.2;
}

/** The part of a canvas that is needed; WeChat's and the web's are the same here. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'clearRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'strokeStyle'
>;

/** Draws all strokes anew; black, whatever the theme, because it goes on paper. */
export function ink(brush: Brush, strokes: Strokes): void {
  brush.clearRect(0, 0, WIDE, HIGH);
  brush.lineWidth = PEN;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.strokeStyle = '#111111';
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    brush.beginPath();
    brush.moveTo(first.x * WIDE, first.y * HIGH);
    // A dot is a line to itself.
    for (const { x, y } of rest.length > 0 ? rest : [first]) brush.lineTo(x * WIDE, y * HIGH);
    brush.stroke();
  }
}

/** base64 alone, as the contract wants it. */
export const bare = (dataAddress: string): string => dataAddress.replace(/^data:[^,]*,/, '');
