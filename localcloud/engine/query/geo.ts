import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { covers, distanceTo, type Point, readGeometry, touches } from './geometry';
import type { FieldTest } from './operators';

/** Radius of the earth in metres, as MongoDB takes it. */
export const EARTH = 6378100;

const GEO = new Set(['$nearSphere', '$near', '$geoWithin', '$geoIntersects']);

/** True for the operators that need a geographic index. */
export const isGeo = (operator: string): boolean => GEO.has(operator);

type NearSpec = { point: Point; min: number; max: number };

/** Reads `{$geometry, $minDistance, $maxDistance}`, distances in metres. */
export function nearSpec(operand: Value): NearSpec {
  const spec = isDoc(operand) ? operand : {};
  const geometry = readGeometry(spec['$geometry'] ?? null);
  if (geometry?.kind !== 'points' || geometry.points.length !== 1) throw refused('$nearSphere requires a point');
  const { $minDistance: min, $maxDistance: max } = spec;
  return {
    point: geometry.points[0]!,
    min: typeof min === 'number' ? min : 0,
    max: typeof max === 'number' ? max : Number.POSITIVE_INFINITY,
  };
}

/** Distance in metres from a point to a stored geometry, or null if the value is none. */
export function metres(point: Point, value: Value | undefined): number | null {
  const geometry = readGeometry(value ?? null);
  return geometry ? distanceTo(point, geometry) * EARTH : null;
}

function nearTest(operand: Value): FieldTest {
  const { point, min, max } = nearSpec(operand);
  const test = (value: Value | undefined): boolean => {
    const distance = metres(point, value);
    return distance !== null && distance >= min && distance <= max;
  };
  return { test, expand: false };
}

function withinTest(operand: Doc): FieldTest {
  const sphere = operand['$centerSphere'];
  if (Array.isArray(sphere)) {
    const [centre, radius] = sphere as [Point, number];
    const test = (value: Value | undefined): boolean => {
      const distance = metres(centre, value);
      return distance !== null && distance <= radius * EARTH;
    };
    return { test, expand: false };
  }
  const area = readGeometry(operand['$geometry'] ?? null);
  if (area?.kind !== 'areas') throw refused('$geoWithin needs a Polygon or a MultiPolygon');
  return {
    test: value => {
      const geometry = readGeometry(value ?? null);
      return geometry !== null && covers(area, geometry);
    },
    expand: false,
  };
}

function intersectsTest(operand: Doc): FieldTest {
  const wanted = readGeometry(operand['$geometry'] ?? null);
  if (!wanted) throw refused('$geoIntersects needs a geometry');
  return {
    test: value => {
      const geometry = readGeometry(value ?? null);
      return geometry !== null && touches(wanted, geometry);
    },
    expand: false,
  };
}

/** The test of one geographic operator. */
export function geoTest(operator: string, operand: Value): FieldTest {
  if (!isDoc(operand)) throw refused(`${operator} needs an object`);
  if (operator === '$geoWithin') return withinTest(operand);
  return operator === '$geoIntersects' ? intersectsTest(operand) : nearTest(operand);
}
