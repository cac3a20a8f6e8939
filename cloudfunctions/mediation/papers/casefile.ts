/** 卷宗: cover, contents, then every section in statutory order under one numbering. Pure, but for the files it is given. */
import type { Case, FileContent, MediationSettings, PartView } from '../../../types/mediation';
import type { Stored } from '../../_shared/collection';
import type { Binder, Block, Paper, Part } from '../../_shared/papers/types';
import { KIND_NAME, STATUS_NAME } from '../rules/words';
import { agreementPaper, type Signatures } from './agreement';
import { pieceBlocks, titleOf } from './pieces';
import { checkFile, SECTIONS } from './sections';
import { dayText, longDate } from './words';

/** An evidence file unsealed: what it is and its bytes. */
export type Brought = { content: FileContent; bytes: Uint8Array };
export type FileData = {
  kase: Stored<Case>;
  parts: readonly PartView[];
  names: { applicant: string; respondent: string };
  settings: MediationSettings;
  brought: ReadonlyMap<string, Brought>;
};

const STYLE = { face: 'song', size: 12, leading: 1.6 } as const;

/** Images of the agreement's present round. */
export function signaturesIn(kase: Case, parts: readonly PartView[]): Signatures {
  const round = kase.agreement?.round;
  const found: Signatures = {};
  for (const part of parts) {
    if (part.kind === 'signature' && part.content.round === round)
      found[part.content.by] = { image: part.content.image, at: part.at };
    if (part.kind === 'seal' && part.content.round === round) found.seal = { image: part.content.image, at: part.at };
  }
  return found;
}

function coverOf({ kase, names, settings }: FileData): Paper {
  const missing = checkFile(kase).sections.flatMap(section => section.missing ?? []);
  const outcome = kase.outcome ?? kase.status;
  const rows: [string, string][] = [
    ['卷宗编号', kase.closingNumber ?? '（未归档）'],
    ['受理登记号', kase.number ?? '（未受理）'],
    ['纠纷类型', KIND_NAME[kase.kind]],
    ['申请人', names.applicant],
    ['被申请人', names.respondent],
    ['调解员', kase.panel.map(member => member.name).join('、') || '——'],
    ['申请日期', dayText(kase.appliedAt)],
    ['受理日期', dayText(kase.acceptedAt)],
    ['结果', STATUS_NAME[outcome]],
    ['协议书编号', kase.agreement?.number ?? '——'],
    ['生效日期', dayText(kase.effectiveAt)],
    ['结案日期', dayText(kase.closedAt)],
    ['保管期限', kase.retainUntil ? `至${longDate(kase.retainUntil)}` : '——'],
    ['缺少的材料', missing.length ? missing.join('；') : '齐全'],
  ];
  return {
    title: '人民调解卷宗',
    style: STYLE,
    blocks: [
      { kind: 'space', height: 30 },
      { kind: 'paragraph', text: settings.committee, align: 'center', indent: 0, face: 'hei', size: 16 },
      { kind: 'paragraph', text: '人民调解卷宗', align: 'center', indent: 0, face: 'heiBold', size: 26, after: 14 },
      { kind: 'facts', rows, labelWidth: 40, size: 13 },
    ],
  };
}

const paperOf = (title: string, blocks: readonly Block[]): Part => ({ title, paper: { title, style: STYLE, blocks } });

/** Pictures and PDFs are bound in as they are; sound and film stand in the file as a line that says where they are kept. */
function evidenceParts(part: Extract<PartView, { kind: 'evidence' }>, brought: ReadonlyMap<string, Brought>): Part[] {
  const title = `证据：${part.content.name}`;
  const file = brought.get(part.id);
  const sheet = paperOf(title, [
    ...pieceBlocks(part),
    ...(file?.content.mime.startsWith('image/')
      ? [{ kind: 'picture', bytes: file.bytes, width: 150, height: 170, align: 'center' } as const]
      : []),
    ...(file ? [] : [{ kind: 'paragraph', text: '（该文件以电子形式另存，不随卷打印）' } as const]),
  ]);
  return file?.content.mime === 'application/pdf' ? [sheet, { title: `${title}（原件）`, pdf: file.bytes }] : [sheet];
}

function sectionParts(section: (typeof SECTIONS)[number], missing: string | undefined, data: FileData): Part[] {
  const { parts, kase, settings, brought } = data;
  const own = parts.filter(part => (section.kinds as readonly string[]).includes(part.kind));
  const gap: Part[] = missing ? [paperOf(`${section.name}（缺）`, [{ kind: 'paragraph', text: missing }])] : [];
  const bound = own.flatMap((part): Part[] => {
    if (part.kind === 'evidence') return evidenceParts(part, brought);
    if (part.kind !== 'agreement') return [paperOf(titleOf(part), pieceBlocks(part))];
    if (part.id !== kase.agreement?.partId) return [];
    return [{ title: titleOf(part), paper: agreementPaper(part.content, settings, signaturesIn(kase, parts)) }];
  });
  return [...gap, ...bound];
}

export function binderOf(data: FileData): Binder {
  const check = checkFile(data.kase);
  const parts = SECTIONS.flatMap((section, at) => sectionParts(section, check.sections[at]?.missing, data));
  return { title: `卷宗 ${data.kase.closingNumber ?? data.kase.number ?? ''}`.trim(), cover: coverOf(data), parts };
}
