/**
 * A printed paper, described as data: what stands on it, in order. Lengths are millimetres, type sizes are points (Chinese: 五号 10.5,
 * 小四 12, 四号 14, 三号 16, 二号 22). No file is made here; `papers()` turns a paper into a PDF, a Word file or a picture.
 */

/** 宋体 for letters and records, 黑体 for the rest, bold 黑体 for what is seen first. */
export type Face = 'song' | 'hei' | 'heiBold';
export type Align = 'left' | 'center' | 'right' | 'justify';
/** `#rrggbb` */
export type Color = `#${string}`;

/** How text looks; what is absent is inherited from the paper. `leading`: height of a line in type sizes. */
export type TextStyle = { face?: Face; size?: number; color?: Color; align?: Align; leading?: number };

/** A PNG or a JPEG. */
export type PictureBytes = Uint8Array;

/** A line of a letter's end: who signs, the signature as a picture once given, the day as it should be printed. */
export type Signature = { label: string; picture?: PictureBytes; date?: string };

/** `width` counts in shares of the whole, not in millimetres. */
export type Column = { title: string; width: number; align?: Align };

export type Block =
  /** Never the last line of a page; level 1 is the title of the paper, level 2 can stand in a table of contents. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; align?: Align }
  /** `indent` 首行缩进 in characters (2 by default, 0 when centred or in a narrow box); a line break in the text begins a new paragraph. */
  | ({ kind: 'paragraph'; text: string; indent?: number; after?: number } & TextStyle)
  /** The head is repeated on each page; a row stays whole unless it is taller than half a page. `plain`: no lines between columns. */
  | ({ kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; plain?: boolean } & TextStyle)
  /** Label and value, one under the other; `labelWidth` in millimetres. */
  | ({ kind: 'facts'; rows: readonly (readonly [label: string, value: string])[]; labelWidth?: number } & TextStyle)
  /** Keeps its proportions: at most as wide and as high as told. */
  | { kind: 'picture'; bytes: PictureBytes; width: number; height?: number; align?: Align; caption?: string }
  | { kind: 'qr'; text: string; size: number; align?: Align; caption?: string }
  /** Two beside each other with `columns: 2`. */
  | { kind: 'signatures'; lines: readonly Signature[]; columns?: 1 | 2 }
  /** Laid over the text above: its middle `right` from the right margin, `up` from where the text has come to. */
  | { kind: 'seal'; bytes: PictureBytes; size: number; right: number; up: number }
  | { kind: 'newPage' }
  | { kind: 'space'; height: number }
  /** Pushes what follows to the foot of the page; several share what is left. */
  | { kind: 'fill' }
  | { kind: 'rule'; color?: Color; thickness?: number }
  /** A small bar plot, one bar a row; `unit` stands behind each number. */
  | { kind: 'bars'; title?: string; unit?: string; rows: readonly { label: string; value: number }[]; color?: Color }
  /** Beside each other; widths in shares. `middle`: all centred on one height. */
  | { kind: 'beside'; gap?: number; middle?: boolean; columns: readonly { width: number; blocks: readonly Block[] }[] }
  /** A ground or a frame around blocks, which stay on one page. `bleed`: the ground reaches the edges of the sheet. `height`: at least. */
  | ({
      kind: 'box';
      blocks: readonly Block[];
      fill?: Color;
      stroke?: Color;
      padding?: number;
      bleed?: boolean;
      height?: number;
    } & TextStyle)
  /** Cells of one size, for sheets of labels and cards; fills as many pages as it needs. What is too large for its cell is set smaller. */
  | { kind: 'grid'; sheet: Sheet; cells: readonly (readonly Block[])[] };

/** How a sheet is cut, in millimetres. `frame`: lines to cut along, for paper that is not cut yet. */
export type Sheet = {
  columns: number;
  rows: number;
  width: number;
  height: number;
  gapX: number;
  gapY: number;
  padding?: number;
  frame?: boolean;
};

/** Small lines above and below the text; `{page}` and `{pages}` are put in. */
export type Margin = { left?: string; center?: string; right?: string };

export type Paper = {
  /** For the file's properties and the lists of files; it is printed only where a block says it. */
  title: string;
  size?: 'A4' | 'A4 landscape' | 'A3' | 'A5';
  /** Millimetres; 25 above and below, 27 at the sides. */
  margins?: { top: number; right: number; bottom: number; left: number };
  /** What is too much for one page is set smaller, down to half. */
  onePage?: boolean;
  style?: TextStyle;
  header?: Margin;
  footer?: Margin;
  /** Written into the file as its date, so that the same paper is the same file: ISO 8601. */
  date?: string;
  blocks: readonly Block[];
};

/** A part of a case file: set by us, or a PDF or a picture that somebody brought. */
export type Part =
  | { title: string; paper: Paper }
  | { title: string; pdf: Uint8Array }
  | { title: string; picture: PictureBytes };

/**
 * Parts behind each other under one numbering, after a cover and a table of contents, which have no number.
 * `depth: 2` lists the headings of level 2 under each part.
 */
export type Binder = { title: string; cover?: Paper; footer?: Margin; date?: string; parts: readonly Part[]; depth?: 1 | 2 };

/** What makes files of papers; loaded when first asked for. */
export type Press = {
  /** With embedded, searchable glyphs. */
  makePdf(paper: Paper): Promise<Uint8Array>;
  /** For those who want to go on writing: Word's own paragraphs and tables, pictures, no page layout of ours. */
  makeDocx(paper: Paper): Promise<Uint8Array>;
  /** The first page as a picture. `width` in pixels: 1240 is A4 at 150 dpi. */
  makePng(paper: Paper, width?: number): Promise<Uint8Array>;
  joinPdfs(binder: Binder): Promise<Uint8Array>;
  /** Characters of the paper that no typeface of ours has; they are printed as 〓. */
  missing(paper: Paper): string[];
};
