/** Reports of a month and sheets of a round: figures first, then tables, plots and pictures. */
import { type Section, sectionBlocks } from './letter';
import type { Block, Paper, PictureBytes } from './types';

export type Figure = { label: string; value: string };
export type ReportSection = Section & {
  bars?: { title?: string; unit?: string; rows: readonly { label: string; value: number }[] };
  /** Two beside each other. */
  pictures?: readonly { bytes: PictureBytes; caption?: string }[];
};
export type Report = {
  title: string;
  /** Who reports, for which time. */
  subtitle?: string;
  /** At most four, said large. */
  figures?: readonly Figure[];
  sections: readonly ReportSection[];
  landscape?: boolean;
  footer?: string;
  date?: string;
};

const figureBlock = (figures: readonly Figure[]): Block => ({
  kind: 'beside',
  gap: 3,
  columns: figures.map(({ label, value }) => ({
    width: 1,
    blocks: [
      {
        kind: 'box',
        fill: '#eef4f1',
        padding: 3,
        blocks: [
          { kind: 'paragraph', text: value, size: 20, face: 'heiBold', align: 'center', color: '#1f6b57', leading: 1.3 },
          { kind: 'paragraph', text: label, size: 9.5, align: 'center', color: '#5b616b', leading: 1.4 },
        ],
      },
    ],
  })),
});

function pictureBlocks(pictures: NonNullable<ReportSection['pictures']>): Block[] {
  const rows: Block[] = [];
  for (let at = 0; at < pictures.length; at += 2) {
    const [left, right] = [pictures[at]!, pictures[at + 1]];
    const shown = (picture: typeof left | undefined): Block[] =>
      picture ? [{ kind: 'picture', ...picture, width: 80, height: 60 }] : [];
    rows.push(
      {
        kind: 'beside',
        columns: [
          { width: 1, blocks: shown(left) },
          { width: 1, blocks: shown(right) },
        ],
      },
      { kind: 'space', height: 3 },
    );
  }
  return rows;
}

export function reportPaper({ title, subtitle, figures = [], sections, landscape, footer, date }: Report): Paper {
  return {
    title,
    date,
    size: landscape ? 'A4 landscape' : 'A4',
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    style: { face: 'hei', size: 10.5, leading: 1.65 },
    footer: { left: footer ?? title, right: '{page} / {pages}' },
    blocks: [
      { kind: 'heading', level: 1, text: title, align: 'left' },
      ...(subtitle ? [{ kind: 'paragraph', text: subtitle, color: '#5b616b', align: 'left', indent: 0, after: 4 } as const] : []),
      ...(figures.length > 0 ? [figureBlock(figures), { kind: 'space', height: 3 } as const] : []),
      ...sections.flatMap(section => [
        ...sectionBlocks(section),
        ...(section.bars ? [{ kind: 'bars', ...section.bars } as const] : []),
        ...pictureBlocks(section.pictures ?? []),
      ]),
    ],
  };
}
