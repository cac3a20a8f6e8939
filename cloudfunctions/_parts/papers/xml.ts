/** Pieces of WordprocessingML. Word measures in twentieths of a point, pictures in 12700ths, type in halves of a point. */
import type { Align, Face, TextStyle } from '../../_shared/papers/types';
import type { Turn } from './pixels';

export const TWIP = 1440 / 25.4;
export const EMU = 36_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a file of XML must not contain.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Typefaces that every Word in China has; a paper to be written on is not the place to embed ours. */
const NAMES: Record<Face, string> = { song: '宋体', hei: '黑体', heiBold: '黑体' };
const WORD_ALIGN: Record<Align, string> = { left: 'left', center: 'center', right: 'right', justify: 'both' };

export type Look = Required<Pick<TextStyle, 'face' | 'size' | 'align' | 'leading'>> & {
  color?: string;
  indent?: number;
  after?: number;
  before?: number;
  keep?: boolean;
  style?: string;
};

const runLook = ({ face, size, color }: Look): string => {
  const name = NAMES[face];
  const hue = color ? `<w:color w:val="${color.slice(1)}"/>` : '';
  const half = Math.round(size * 2);
  return `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/>${face === 'heiBold' ? '<w:b/>' : ''}${hue}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr>`;
};

export const run = (text: string, look: Look): string =>
  `<w:r>${runLook(look)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** @param content runs or drawings. */
export function paragraph(content: string, look: Look): string {
  const { align, leading, size, indent = 0, after = 0, before = 0, keep, style } = look;
  const first = indent
    ? `<w:ind w:firstLineChars="${Math.round(indent * 100)}" w:firstLine="${Math.round(indent * size * 20)}"/>`
    : '';
  const spacing = `<w:spacing w:before="${Math.round(before * TWIP)}" w:after="${Math.round(after * TWIP)}" w:line="${Math.round((leading / 1.3) * 240)}" w:lineRule="auto"/>`;
  return `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${keep ? '<w:keepNext/>' : ''}${spacing}${first}<w:jc w:val="${WORD_ALIGN[align]}"/></w:pPr>${content}</w:p>`;
}

export const paragraphs = (text: string, look: Look): string =>
  text
    .split('\n')
    .map(one => paragraph(run(one, look), look))
    .join('');

/** In sixty-thousandths of a degree. */
const ROTATION: Record<Turn, number> = { 1: 0, 3: 10_800_000, 6: 5_400_000, 8: 16_200_000 };

/** An inline picture. @param id of the relation, and number of the drawing. @param size in millimetres. */
export function picture(id: number, size: { width: number; height: number; turn: Turn }): string {
  // Word turns the picture about its middle: the box is that of the picture before.
  const lies = size.turn === 6 || size.turn === 8;
  const [cx, cy] = (lies ? [size.height, size.width] : [size.width, size.height]).map(side => Math.round(side * EMU));
  const place = `<a:xfrm rot="${ROTATION[size.turn]}"><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  const shown = `<pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="picture${id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>${place}</pic:spPr></pic:pic>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="picture${id}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${shown}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

export type WordCell = { content: string; fill?: string };
export type WordTable = { widths: readonly number[]; rows: readonly (readonly WordCell[])[]; lines: boolean; head?: boolean };

const PADDING = `<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>`;

/** @param table widths in millimetres; the first row is repeated on each page when it is a head. */
export function table({ widths, rows, lines, head }: WordTable): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map(side => `<w:${side} w:val="${lines ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="8A8F99"/>`)
    .join('');
  const twips = widths.map(width => Math.round(width * TWIP));
  const cell = ({ content, fill }: WordCell, at: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips[at]}" w:type="dxa"/>${fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill.slice(1)}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  const row = (cells: readonly WordCell[], at: number): string =>
    `<w:tr><w:trPr><w:cantSplit/>${head && at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map(cell).join('')}</w:tr>`;
  const total = twips.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${PADDING}</w:tblPr><w:tblGrid>${twips.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}
