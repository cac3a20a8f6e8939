import { unzipSync } from 'fflate';
import jsQR from 'jsqr';
import { fontOf } from '../../cloudfunctions/_parts/papers/font';
import { layOut } from '../../cloudfunctions/_parts/papers/layout';
import { linesOf } from '../../cloudfunctions/_parts/papers/lines';
import { MM } from '../../cloudfunctions/_parts/papers/ops';
import {
  cardSheet,
  labelSheet,
  letterPaper,
  type Paper,
  type Press,
  papers,
  posterPaper,
  reportPaper,
} from '../../cloudfunctions/_shared/papers';
import { makeAssets } from '../../config/scripts/build-parts';
import { readPdf } from '../builders/pdf';
import { readPng } from '../builders/png';

let press: Press;
beforeAll(async () => {
  makeAssets();
  press = await papers();
});

const fact = '王桂兰与刘建国系上下楼邻居。2026年10月3日起，被申请人家卫生间渗水（编号：JL-2026-0113），双方自愿达成如下协议：';
const agreement = letterPaper({
  title: '人民调解协议书',
  number: '幸福里调字〔2026〕第 13 号',
  sections: [
    { heading: '一、纠纷主要事实', text: fact },
    { heading: '二、协议内容', text: '赔偿 3,750.00 元 & <全部> 费用。' },
  ],
  signatures: [{ label: '申请人：' }, { label: '被申请人：', date: '2026 年 11 月 26 日' }],
  issuer: { name: '幸福里社区人民调解委员会', day: '2026 年 11 月 26 日' },
  date: '2026-11-26T00:00:00Z',
});
const poster = posterPaper({
  from: '幸福里社区',
  title: '冬至包饺子',
  text: '长者免费',
  facts: [
    ['时间', '12 月 21 日'],
    ['地点', '社区食堂'],
  ],
  qr: { text: 'https://jinlin.example/a/1', caption: '扫码报名' },
  ask: '问陈社工',
});
const long: Paper = {
  title: '名册',
  footer: { center: '{page}/{pages}' },
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 1 },
        { title: '说明', width: 4 },
      ],
      rows: Array.from({ length: 90 }, (_, i) => [`第${i + 1}行`, fact]),
    },
  ],
};

describe('a PDF', () => {
  it('has its Chinese embedded, and the text is found and copied', async () => {
    const { pages, fonts, doc } = await readPdf(await press.makePdf(agreement));
    expect(fonts).toEqual(['/JLBOLD+Noto-heiBold', '/JLHEIT+Noto-hei', '/JLSONG+Noto-song']);
    const text = pages
      .map(page => page.text)
      .join('\n')
      .replace(/\n/g, '');
    for (const said of [
      '人民调解协议书',
      '幸福里调字〔2026〕第 13 号',
      fact,
      '赔偿 3,750.00 元 & <全部> 费用。',
      '2026 年 11 月 26 日',
    ])
      expect(text).toContain(said);
    expect(pages[0]).toMatchObject({ width: 210 * MM, height: 297 * MM });
    expect(doc.getTitle()).toBe('人民调解协议书');
  });

  it('is the same file for the same paper', async () => {
    const [one, other] = [await press.makePdf(agreement), await press.makePdf(agreement)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('repeats the head of a table on each page, counts pages and loses no row', async () => {
    const { pages } = await readPdf(await press.makePdf(long));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ text }, at) => {
      expect(text).toContain('序号');
      expect(text).toContain(`${at + 1}/${pages.length}`);
    });
    const rows = pages.flatMap(({ text }) => text.match(/第\d+行/g) ?? []);
    expect(rows).toEqual(Array.from({ length: 90 }, (_, i) => `第${i + 1}行`));
  });

  it('parts a row that is taller than a page', async () => {
    const rows = [['一', '甲乙丙丁'.repeat(900)]];
    const paper: Paper = {
      title: '长',
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: '号', width: 1 },
            { title: '文', width: 2 },
          ],
          rows,
        },
      ],
    };
    const { pages } = await readPdf(await press.makePdf(paper));
    expect(pages.length).toBeGreaterThan(1);
    expect(
      pages
        .map(page => page.text)
        .join('')
        .match(/甲/g),
    ).toHaveLength(900);
  });

  it('prints a character that no typeface has as 〓, tells it, and still lets it be copied', async () => {
    const paper: Paper = { title: '名', blocks: [{ kind: 'paragraph', text: '喆堃䶮㐂' }] };
    expect(press.missing(paper)).toEqual(['䶮', '㐂']);
    expect((await readPdf(await press.makePdf(paper))).pages[0]!.text).toBe('喆堃䶮㐂');
  });

  it('never leaves a heading at the foot of a page', () => {
    for (let lines = 20; lines < 40; lines++) {
      const filler = Array.from({ length: lines }, () => ({ kind: 'paragraph', text: '行', after: 0 }) as const);
      const { pages } = layOut({
        title: '',
        blocks: [...filler, { kind: 'heading', level: 2, text: '标题' }, { kind: 'paragraph', text: fact }],
      });
      const page = pages.find(({ anchors }) => anchors.includes('标题'))!;
      expect(
        page.marks
          .filter(mark => mark.kind === 'text')
          .map(mark => mark.parts.join(''))
          .at(-1),
      ).not.toBe('标题');
    }
  });
});

describe('lines', () => {
  const set = (text: string, width: number) => linesOf(text, { face: 'song', size: 10, width }).map(line => line.parts.join(''));
  it('break between characters, and no comma begins one', () => {
    expect(set('今天天气很好，出门', 60)).toEqual(['今天天气很', '好，出门']);
    expect(set('他说：（你好）', 40)).toEqual(['他说：', '（你好）']);
  });
  it('keep words, numbers and days whole', () => {
    expect(set('共计 3,750.00 元', 50)).toEqual(['共计', '3,750.00', '元']);
    expect(set('编号JL-2026-0113号', 75)).toEqual(['编号', 'JL-2026-0113号']);
  });
  it('cut only what is longer than a line', () => expect(set('A'.repeat(30), 50).length).toBeGreaterThan(2));
});

describe('a case file', () => {
  const parts = [
    { title: '调解申请书', paper: agreement },
    { title: '名册', paper: long },
  ];
  it('has one numbering over all, with a table of contents that leads to the pages', async () => {
    const brought = await press.makePdf({ title: '证明', size: 'A5', blocks: [{ kind: 'paragraph', text: '物业证明' }] });
    const photo = await press.makePng(poster, 200);
    const file = await press.joinPdfs({
      title: '案卷',
      depth: 2,
      parts: [...parts, { title: '物业证明', pdf: brought }, { title: '现场照片', picture: photo }],
    });
    const { pages, doc } = await readPdf(file);
    const [contents, ...rest] = pages;
    rest.forEach(({ text }, at) => void expect(text).toContain(`第 ${at + 1} 页　共 ${rest.length} 页`));
    const listed = contents!.text.split('\n').slice(1);
    expect(listed).toEqual(
      expect.arrayContaining(['调解申请书', '一、纠纷主要事实', '名册', '物业证明', '现场照片', String(rest.length)]),
    );
    expect(rest.at(-2)).toMatchObject({ width: 148 * MM });
    expect(doc.getPage(0).node.Annots()?.size()).toBe(6);
  });
  it('refuses what is no PDF', async () => {
    await expect(press.joinPdfs({ title: '案卷', parts: [{ title: '坏', pdf: new Uint8Array(30) }] })).rejects.toThrow();
  });
});

describe('a Word file', () => {
  it('holds the words, the headings and the signatures, and is the same each time', async () => {
    const [file, again] = [await press.makeDocx(agreement), await press.makeDocx(agreement)];
    expect(Buffer.compare(file, again)).toBe(0);
    const document = Buffer.from(unzipSync(file)['word/document.xml']!).toString('utf8');
    for (const said of [fact, '赔偿 3,750.00 元 &amp; &lt;全部&gt; 费用。', '被申请人：', 'Heading2', 'w:firstLineChars="200"'])
      expect(document).toContain(said);
  });
  it('takes every kind of block, pictures among them', async () => {
    for (const paper of [poster, long, reportOfAll()]) {
      const files = unzipSync(await press.makeDocx(paper));
      const links = Buffer.from(files['word/_rels/document.xml.rels']!).toString('utf8');
      for (const [, target] of links.matchAll(/Target="(media[^"]+)"/g))
        expect(files[`word/${target}`]!.length).toBeGreaterThan(100);
    }
  });
});

const reportOfAll = (): Paper =>
  reportPaper({
    title: '月报',
    subtitle: '十月',
    figures: [{ label: '人次', value: '3,482' }],
    sections: [
      {
        heading: '一、用餐',
        text: '增长。',
        bars: {
          title: '各楼',
          unit: ' 人次',
          rows: [
            { label: '1 号楼', value: 3 },
            { label: '2 号楼', value: 0 },
          ],
        },
      },
    ],
  });

describe('a picture', () => {
  it('of a poster has the asked width and a code that is read', async () => {
    const { width, height, pixels } = readPng(await press.makePng(poster, 620));
    expect([width, height]).toEqual([620, 877]);
    expect(jsQR(pixels, width, height)?.data).toBe('https://jinlin.example/a/1');
  });
  it('shows letters: the title is dark where it stands', async () => {
    const { width, height, pixels } = readPng(await press.makePng(posterPaper({ from: '甲', title: '田' }), 310));
    let dark = 0;
    for (let i = Math.floor(width * height * 0.2) * 4; i < pixels.length; i += 4) if (pixels[i]! < 90) dark++;
    expect(dark).toBeGreaterThan(300);
  });
});

/** 16 × 8 pixels, red on the left and blue on the right, as a telephone held so writes it. */
function photo(turn: number): Uint8Array {
  const plain = Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABQb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABwX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCfRiSCMQqf/9k=',
    'base64',
  );
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(turn, 28);
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
}

describe('a photo', () => {
  const sheet = (turn: number): Paper => ({
    title: '',
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    blocks: [{ kind: 'beside', columns: [{ width: 1, blocks: [{ kind: 'picture', bytes: photo(turn), width: 210 }] }] }],
  });
  /** Where the red half is. */
  const red = async (turn: number): Promise<string> => {
    const { width, pixels } = readPng(await press.makePng(sheet(turn), 105));
    const isRed = (x: number, y: number) => pixels[(y * width + x) * 4]! > 200 && pixels[(y * width + x) * 4 + 2]! < 90;
    if (turn === 1 || turn === 3) return isRed(20, 20) ? 'left' : isRed(85, 20) ? 'right' : '';
    return isRed(52, 10) ? 'above' : isRed(52, 120) ? 'below' : '';
  };
  it('stands upright however the telephone was held', async () => {
    expect([await red(1), await red(3), await red(6), await red(8)]).toEqual(['left', 'right', 'above', 'below']);
    expect((await readPdf(await press.makePdf(sheet(6)))).pages).toHaveLength(1);
  });
  it('that is none is refused', async () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(40), Buffer.from('ffd8ffe1', 'hex')])
      await expect(press.makePdf({ title: '', blocks: [{ kind: 'picture', bytes, width: 50 }] })).rejects.toThrow(
        'PNG or a JPEG',
      );
  });
});

it('a poster stays on one sheet, however much is said', async () => {
  const paper = posterPaper({
    from: '幸福里',
    title: '停水通知',
    text: fact.repeat(6),
    qr: { text: 'https://jinlin.example', caption: '扫码' },
  });
  const { pages } = await readPdf(await press.makePdf(paper));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({ width: 210 * MM, height: 297 * MM });
  expect(pages[0]!.text.replace(/\n/g, '')).toContain(fact.repeat(6));
});

describe('sheets', () => {
  const texts = (paper: Paper) => layOut(paper).pages.map(page => page.marks.filter(mark => mark.kind === 'text'));
  it('fill sheet after sheet, beginning behind labels that are used up', () => {
    const labels = Array.from({ length: 25 }, (_, i) => ({ title: `${i + 1}号楼`, lines: ['低盐'] }));
    const pages = texts(labelSheet('标签', labels, { pack: 24, skip: 2 }));
    expect(pages.map(marks => marks.filter(mark => mark.parts.join('').endsWith('楼')).length)).toEqual([22, 3]);
    expect(pages[0]![0]!.x).toBeGreaterThan(140 * MM);
  });
  it('set smaller what is too long, and keep every word in its cell', () => {
    const card = {
      from: '食堂',
      name: '欧阳王桂兰王桂兰',
      lines: ['很长的地址'.repeat(12)],
      qr: 'x'.repeat(60),
      caption: '取餐',
      foot: '拾到请交还',
    };
    const [marks] = texts(cardSheet('卡', [card]));
    const words = marks!.map(mark => mark.parts.join('')).join('');
    expect(words.match(/很长的地址/g)).toHaveLength(12);
    const top = ((297 - 5 * 54 - 4 * 2) / 2) * MM;
    for (const mark of marks!) expect(mark.y).toBeLessThan(top + 54 * MM);
  });
});

it('the typefaces have what community papers need', () => {
  for (const face of ['song', 'hei', 'heiBold'] as const)
    for (const char of '喆堃淼犇頔昇祎①②㎡￥□√×·—…“”《》〔〕〇叁佰ABCabc019')
      expect(fontOf(face).glyphOf(char.codePointAt(0)!)).toBeDefined();
});
