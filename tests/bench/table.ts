/** A figure, what it must reach, and how the two compare. */
export type Figure = {
  what: string;
  value: number;
  unit: string;
  /** The bound; absent where the figure is only told. */
  limit?: number;
  /** `most`: the value must not exceed the limit (default); `least`: it must reach it; `exactly`. */
  sense?: 'most' | 'least' | 'exactly';
};

const good = ({ value, limit, sense = 'most' }: Figure): boolean =>
  limit === undefined || (sense === 'most' ? value <= limit : sense === 'least' ? value >= limit : value === limit);

const number = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : value < 10 ? value.toFixed(2) : value.toFixed(0);
const SIGN = { most: '≤', least: '≥', exactly: '=' } as const;

/** Markdown, so that the README can hold what the bench printed. @returns how many figures miss their bound. */
export function printTable(title: string, figures: readonly Figure[]): number {
  console.log(`\n### ${title}\n\n| figure | measured | bound | measured / bound | |\n|---|---:|---:|---:|---|`);
  for (const figure of figures) {
    const { what, value, unit, limit, sense = 'most' } = figure;
    const bound = limit === undefined ? '' : `${SIGN[sense]} ${number(limit)} ${unit}`;
    const ratio = limit ? (value / limit).toFixed(2) : '';
    console.log(
      `| ${what} | ${number(value)} ${unit} | ${bound} | ${ratio} | ${limit === undefined ? '' : good(figure) ? '✓' : '✗'} |`,
    );
  }
  return figures.filter(figure => !good(figure)).length;
}
