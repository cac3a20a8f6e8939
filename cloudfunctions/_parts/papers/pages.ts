/** Strips become pages. */
import type { Margin } from '../../_shared/papers/types';
import { type Mark, moved, type Page, type Strip } from './ops';
import { textStrips } from './text';

const SMALL = { face: 'hei', size: 9, color: '#5b616b', align: 'left', leading: 1.3 } as const;

/** A rounding error must not turn a page. */
const TOLERANCE = 0.01;

/** Strips that stay together: each with those that keep to it. */
function groupsOf(strips: readonly Strip[], tallest: number): Strip[][] {
  const groups: Strip[][] = [];
  let open = false;
  let height = 0;
  for (const strip of strips) {
    if (open && !strip.fill && !strip.turn && height + strip.height <= tallest) groups.at(-1)!.push(strip);
    else {
      groups.push([strip]);
      height = 0;
    }
    height += strip.height;
    open = strip.keep ?? false;
  }
  return groups;
}

/** What is still to be set on this page, when it all fits; a strip that fills takes the rest. */
function restOf(groups: readonly Strip[][], from: number): { height: number; fills: number } {
  let height = 0;
  let fills = 0;
  for (const group of groups.slice(from)) {
    if (group[0]!.turn) break;
    for (const strip of group) {
      height += strip.height;
      if (strip.fill) fills++;
    }
  }
  return { height, fills };
}

/** Strips on pages: groups stay whole, space does not begin a page, a table's head is set again. */
export function paginate(strips: readonly Strip[], frame: { left: number; top: number; height: number }): Page[] {
  const pages: Page[] = [{ marks: [], anchors: [], places: [] }];
  let used = 0;
  const put = (strip: Strip) => {
    const page = pages.at(-1)!;
    page.marks.push(...strip.marks.map(mark => moved(mark, frame.left, frame.top + used)));
    if (strip.anchor) page.anchors.push(strip.anchor);
    if (strip.entry !== undefined) page.places.push({ entry: strip.entry, y: frame.top + used, height: strip.height });
    used += strip.height;
  };
  const turn = () => {
    pages.push({ marks: [], anchors: [], places: [] });
    used = 0;
  };
  const groups = groupsOf(strips, frame.height);
  for (const [at, group] of groups.entries()) {
    if (group[0]!.turn) {
      turn();
      continue;
    }
    if (group[0]!.fill) {
      const rest = restOf(groups, at);
      used += Math.max(0, (frame.height - used - rest.height) / rest.fills);
      continue;
    }
    const last = group.at(-1)!;
    const height = group.reduce((sum, strip) => sum + (strip.blank && strip === last ? 0 : strip.height), 0);
    if (used > 0 && used + height > frame.height + TOLERANCE) turn();
    for (const strip of group) {
      if (used === 0 && strip.blank && pages.length > 1) continue;
      if (used === 0 && strip.head) put(strip.head);
      put(strip);
    }
  }
  return pages;
}

/** Header and footer, once the number of pages is known. */
export function marginMarks(
  margin: Margin | undefined,
  y: number,
  sheet: { left: number; width: number },
  page: number,
  pages: number,
): Mark[] {
  return (['left', 'center', 'right'] as const).flatMap(align => {
    const text = margin?.[align]?.replace('{page}', String(page)).replace('{pages}', String(pages));
    if (!text) return [];
    const [line] = textStrips(text, { ...SMALL, align, width: sheet.width, narrow: true });
    return line!.marks.map(mark => moved(mark, sheet.left, y));
  });
}
