/**
 * Figures of a month that give nobody away. A cell below the bound is hidden, totals too; then as many others as it takes that no
 * hidden one can be computed from those shown. Pure.
 *
 * A hidden cell stands in two equations: its row and its column, each with its total. Seen as an edge between its row and its column, it
 * can be computed exactly when it is a bridge, that is on no circle of hidden cells. So cells are hidden until no bridge is left.
 */
export type Shown = number | 'hidden';

/** @returns the table with a total column at the end of each row and a total row at the end. */
export function withTotals(table: readonly (readonly number[])[]): number[][] {
  const rows = table.map(row => [...row, row.reduce((sum, cell) => sum + cell, 0)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))];
}

export function hideSmall(table: readonly (readonly number[])[], smallCell: number): Shown[][] {
  const cells = withTotals(table);
  const hidden = cells.map(row => row.map(cell => cell < smallCell));
  for (let bridge = bridgeOf(hidden); bridge; bridge = bridgeOf(hidden)) {
    const [row, column] = nextToHide(cells, hidden, bridge);
    hidden[row]![column] = true;
  }
  return cells.map((row, i) => row.map((cell, j) => (hidden[i]![j] ? 'hidden' : cell)));
}

type At = readonly [row: number, column: number];

function hiddenCells(hidden: readonly (readonly boolean[])[]): At[] {
  return hidden.flatMap((row, i) => row.flatMap((is, j) => (is ? [[i, j] as const] : [])));
}

/** A hidden cell that the shown ones give away, unless nothing is left to hide. */
function bridgeOf(hidden: readonly (readonly boolean[])[]): At | undefined {
  if (hidden.every(row => row.every(Boolean))) return undefined;
  return hiddenCells(hidden).find(cell => !onCircle(hidden, cell));
}

/** Is there another way of hidden cells from this cell's row to its column? */
function onCircle(hidden: readonly (readonly boolean[])[], [row, column]: At): boolean {
  const edges = hiddenCells(hidden).filter(([i, j]) => i !== row || j !== column);
  const reached = new Set([`r${row}`]);
  for (let grown = true; grown; ) {
    const more = edges.filter(([i, j]) => reached.has(`r${i}`) !== reached.has(`c${j}`));
    for (const [i, j] of more) reached.add(`r${i}`).add(`c${j}`);
    grown = more.length > 0;
  }
  return reached.has(`c${column}`);
}

/** The smallest cell still shown that lies in the row or column of the bridge, else the smallest of all; a sum goes last. */
function nextToHide(cells: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], [row, column]: At): At {
  const shown = cells.flatMap((line, i) => line.flatMap((cell, j) => (hidden[i]![j] ? [] : [{ at: [i, j] as At, cell }])));
  const near = shown.filter(({ at: [i, j] }) => i === row || j === column);
  const isSum = ({ at: [i, j] }: { at: At }): boolean => i === cells.length - 1 || j === cells[0]!.length - 1;
  const sorted = (near.length ? near : shown).sort((a, b) => Number(isSum(a)) - Number(isSum(b)) || a.cell - b.cell);
  return sorted[0]!.at;
}
