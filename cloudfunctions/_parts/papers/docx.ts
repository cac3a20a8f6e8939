/** A Word file: a few XML files in a ZIP, the same bytes for the same paper. */
import { strToU8, zipSync } from 'fflate';
import type { Margin, Paper } from '../../_shared/papers/types';
import { marginsOf, SIZES } from './layout';
import { Writer } from './word';
import { escaped, type Look, paragraph, run, TWIP } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const STYLES = `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  1, 2, 3,
]
  .map(
    level =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')}</w:styles>`;

const SMALL: Look = { face: 'hei', size: 9, align: 'center', leading: 1.3, color: '#5b616b' };
const field = (name: 'PAGE' | 'NUMPAGES'): string => `<w:fldSimple w:instr="${name}">${run('1', SMALL)}</w:fldSimple>`;

/** `{page}` and `{pages}` are Word's own fields, which count on when somebody adds a page. */
function footer(margin: Margin | undefined): string {
  const text = [margin?.left, margin?.center, margin?.right].filter(Boolean).join('　');
  const parts = text.split(/(\{pages?\})/).filter(Boolean);
  const runs = parts.map(part => (part === '{page}' ? field('PAGE') : part === '{pages}' ? field('NUMPAGES') : run(part, SMALL)));
  return `${HEAD}<w:ftr ${SPACES}>${paragraph(runs.join(''), SMALL)}</w:ftr>`;
}

function section(paper: Paper): string {
  const [width, height] = SIZES[paper.size ?? 'A4'];
  const twips = (mm: number): number => Math.round(mm * TWIP);
  const { top, right, bottom, left } = marginsOf(paper);
  const orient = width > height ? ' w:orient="landscape"' : '';
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${orient}/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(top / 2)}" w:footer="${twips(bottom / 2)}" w:gutter="0"/></w:sectPr>`;
}

const relations = (rows: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

export async function makeDocx(paper: Paper): Promise<Uint8Array> {
  const writer = new Writer();
  const body = await writer.body(paper);
  const at = paper.date ?? '2000-01-01T00:00:00Z';
  const overrides = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['footer1', 'footer'],
  ]
    .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`)
    .join('');
  const media = writer.media.map(({ kind }, i) => `media/picture${i + 2}.${kind}`);
  const texts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(paper.title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:created></cp:coreProperties>`,
    'word/document.xml': `${HEAD}<w:document ${SPACES}><w:body>${body}${section(paper)}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/footer1.xml': footer(paper.footer),
    'word/_rels/document.xml.rels': relations([
      ['rId1', `${OFFICE}/footer`, 'footer1.xml'],
      ...media.map((name, i) => [`rId${i + 2}`, `${OFFICE}/image`, name] as const),
      [`rId${media.length + 2}`, `${OFFICE}/styles`, 'styles.xml'],
    ]),
  };
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  writer.media.forEach(({ bytes }, i) => {
    files[`word/${media[i]}`] = new Uint8Array(bytes);
  });
  // A ZIP writes local time: the same year, month and day everywhere.
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}
