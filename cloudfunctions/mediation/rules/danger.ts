/** Words that mean somebody may be in danger. Too many alarms cost a call; one too few costs more (第二十五条). Pure. */
import type { Help } from '../../../types/mediation';

export const DANGER_WORDS = [
  '打我',
  '打人',
  '打伤',
  '家暴',
  '动手',
  '动刀',
  '拿刀',
  '持刀',
  '杀',
  '砍',
  '捅',
  '威胁',
  '恐吓',
  '报复',
  '跟踪',
  '堵门',
  '砸门',
  '放火',
  '点火',
  '煤气',
  '自杀',
  '不想活',
  '跳楼',
  '轻生',
  '受伤',
  '流血',
  '强奸',
  '猥亵',
] as const;

export const speaksOfDanger = (...texts: readonly string[]): boolean =>
  texts.some(text => DANGER_WORDS.some(word => text.includes(word)));

export const HELP: Help = {
  text: '如果您现在有危险，请先离开，马上打电话求助。调解不能代替报警，也不耽误报警。',
  lines: [
    { name: '报警', phone: '110' },
    { name: '急救', phone: '120' },
    { name: '火警', phone: '119' },
    { name: '妇女维权', phone: '12338' },
    { name: '青少年', phone: '12355' },
    { name: '心理援助', phone: '12356' },
    { name: '法律援助', phone: '12348' },
  ],
};
