import type { Value } from '../types';
import { isDoc } from '../values/compare';

/** Longitude and latitude in degrees. */
export type Point = [number, number];

/** GeoJSON brought down to three kinds; an area is a list of rings, the first outside, the others holes. */
export type Geometry =
  | { kind: 'points'; points: Point[] }
  | { kind: 'lines'; lines: Point[][] }
  | { kind: 'areas'; areas: Point[][][] };
type Areas = Extract<Geometry, { kind: 'areas' }>;

/** Reads GeoJSON; null if the value is none. */
export function readGeometry(value: Value): Geometry | null {
  if (!isDoc(value) || !Array.isArray(value['coordinates'])) return null;
  const coordinates = value['coordinates'] as unknown;
  switch (value['type']) {
    case 'Point':
      return { kind: 'points', points: [coordinates as Point] };
    case 'MultiPoint':
      return { kind: 'points', points: coordinates as Point[] };
    case 'LineString':
      return { kind: 'lines', lines: [coordinates as Point[]] };
    case 'MultiLineString':
      return { kind: 'lines', lines: coordinates as Point[][] };
    case 'Polygon':
      return { kind: 'areas', areas: [coordinates as Point[][]] };
    case 'MultiPolygon':
      return { kind: 'areas', areas: coordinates as Point[][][] };
    default:
      return null;
  }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The angle between two points on the sphere, in radians. */
export function angle([lng1, lat1]: Point, [lng2, lat2]: Point): number {
  const half =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lng2 - lng1) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

const vertices = (geometry: Geometry): Point[] =>
  geometry.kind === 'points' ? geometry.points : geometry.kind === 'lines' ? geometry.lines.flat() : geometry.areas.flat(2);

/** The smallest angle from a point to the vertices of a geometry, in radians; zero inside an area. */
export function distanceTo(point: Point, geometry: Geometry): number {
  if (geometry.kind === 'areas' && inside(point, geometry)) return 0;
  return Math.min(...vertices(geometry).map(vertex => angle(point, vertex)));
}

type Segment = [Point, Point];

const pairs = (line: Point[]): Segment[] => line.slice(1).map((end, i) => [line[i]!, end]);

const segments = (geometry: Geometry): Segment[] =>
  geometry.kind === 'points'
    ? []
    : geometry.kind === 'lines'
      ? geometry.lines.flatMap(pairs)
      : geometry.areas.flat().flatMap(pairs);

/** Twice the signed area of a triangle: which side of a line a point is on. */
const side = ([ax, ay]: Point, [bx, by]: Point, [px, py]: Point): number =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

const onSegment = (point: Point, [a, b]: Segment): boolean =>
  side(a, b, point) === 0 &&
  point[0] >= Math.min(a[0], b[0]) &&
  point[0] <= Math.max(a[0], b[0]) &&
  point[1] >= Math.min(a[1], b[1]) &&
  point[1] <= Math.max(a[1], b[1]);

function inRing([x, y]: Point, ring: Point[]): boolean {
  let within = false;
  for (const [[ax, ay], [bx, by]] of pairs(ring)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

/** Even-odd over all rings, so holes count as outside; the border counts as inside. Degrees are treated as a plane. */
function inside(point: Point, { areas }: Areas): boolean {
  return areas.some(rings => {
    if (rings.some(ring => pairs(ring).some(segment => onSegment(point, segment)))) return true;
    return rings.filter(ring => inRing(point, ring)).length % 2 === 1;
  });
}

function cross(a: Segment, b: Segment): boolean {
  if (onSegment(a[0], b) || onSegment(a[1], b) || onSegment(b[0], a) || onSegment(b[1], a)) return true;
  return side(...a, b[0]) * side(...a, b[1]) < 0 && side(...b, a[0]) * side(...b, a[1]) < 0;
}

/** True if the areas hold every vertex of the geometry. */
export const covers = (areas: Areas, geometry: Geometry): boolean => vertices(geometry).every(vertex => inside(vertex, areas));

/** True if two geometries share a point. */
export function touches(a: Geometry, b: Geometry): boolean {
  const lies = (point: Point, other: Geometry): boolean => {
    if (other.kind === 'areas' && inside(point, other)) return true;
    if (other.kind === 'points') return other.points.some(([x, y]) => x === point[0] && y === point[1]);
    return segments(other).some(segment => onSegment(point, segment));
  };
  if (vertices(a).some(point => lies(point, b)) || vertices(b).some(point => lies(point, a))) return true;
  const others = segments(b);
  return segments(a).some(segment => others.some(other => cross(segment, other)));
}
