/** The words of the guide, and the day on which the builders live. */
import type { Guide } from '../../types/mediation';
import { addDays, civilDate, type Instant, instantAt } from '../../types/time';

export const TODAY = civilDate('2026-11-26');
/** Thursday, eight in the morning. */
export const NOW = instantAt(TODAY, 8 * 60);
/** A clock time some days from today. */
export const on = (days: number, hour = 9): Instant => instantAt(addDays(TODAY, days), hour * 60);

export const HELP = {
  text: '有人动手、威胁，或者要伤害自己，请马上打电话。',
  lines: [
    { name: '报警', phone: '110' },
    { name: '急救', phone: '120' },
    { name: '妇女维权', phone: '12338' },
  ],
};

export const guide = (): Guide => ({
  committee: '幸福里社区人民调解委员会',
  court: '江岸区人民法院',
  answerDays: 5,
  clockDays: 30,
  extensionDays: 30,
  hears: false,
  kinds: [
    {
      kind: 'leak',
      name: '漏水渗水',
      about: '楼上漏到楼下、水管渗水',
      questions: [
        { id: 'where', text: '哪里漏？', example: '卫生间天花板' },
        { id: 'talked', text: '你们自己谈过吗？', choices: ['没有谈过', '谈过，没有结果', '吵过架'] },
      ],
    },
    { kind: 'noise', name: '噪声扰民', about: '半夜响动、装修', questions: [{ id: 'when', text: '一般什么时候？' }] },
    { kind: 'parking', name: '停车占位', about: '占车位、堵车道', questions: [] },
    { kind: 'pets', name: '养宠物', about: '狗叫、不拴绳', questions: [] },
    { kind: 'sharedSpace', name: '公共空间', about: '楼道堆物', questions: [] },
    { kind: 'family', name: '家庭赡养', about: '赡养、继承', questions: [] },
    { kind: 'propertyCompany', name: '物业服务', about: '维修、收费', questions: [] },
    { kind: 'other', name: '其他纠纷', about: '上面没有的', questions: [] },
  ],
  promises: [
    '调解不收一分钱。',
    '参加不参加，由双方自己决定；中途不想谈了，随时可以停。',
    '您说的话只有调解员看得到；您愿意告诉对方的，才会让对方看到。',
    '调解不影响您去法院、找政府部门。',
    '谈的内容保密，不对外说；卷宗封存，谁看过都有记录。',
  ],
  rights: {
    version: '2026-1',
    title: '人民调解当事人权利义务告知书',
    rights: [
      '可以选择或者接受人民调解员；',
      '可以接受调解、拒绝调解，或者要求终止调解；',
      '可以要求调解公开进行或者不公开进行；',
    ],
    duties: ['如实说明纠纷的事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。'],
  },
  help: HELP,
  dangerWords: ['打人', '自杀', '杀了'],
  fileBytes: 10 * 1024 * 1024,
  filesMost: 20,
});
