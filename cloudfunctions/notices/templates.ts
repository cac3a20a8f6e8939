import type { Template } from '../../types/notices';

/** Words for the usual notices; what stands in 【】 must be filled in. A community may write its own in the settings. */
export const FIRST_TEMPLATES: readonly Template[] = [
  {
    id: 'water',
    name: '停水停电',
    category: 'utilities',
    title: '【停水或停电】通知',
    body: '因【原因】，【日期】【开始时间】至【结束时间】，【楼栋范围】将【停水或停电】。请提前备好用水、保存好冰箱里的食物和药品。家里有人用医疗设备的，请马上打社区电话。',
    needsConfirmation: false,
    emergency: false,
  },
  {
    id: 'typhoon',
    name: '台风暴雨',
    category: 'weather',
    title: '【台风或暴雨】紧急通知',
    body: '【预警级别】预警：【日期时间】起【天气情况】。请不要外出，关好门窗，收好阳台上的花盆和杂物，远离广告牌和大树。住低层的请把东西搬到高处。需要转移或帮忙的，请马上打社区电话。有危险请打 119 或 110。',
    needsConfirmation: true,
    emergency: true,
  },
  {
    id: 'checkup',
    name: '体检',
    category: 'health',
    title: '【年份】老年人免费体检通知',
    body: '【日期】【时间】，在【地点】为【年龄】岁以上的居民免费体检。请带身份证，当天早上不要吃早饭、不要喝水。行动不便的，请打社区电话预约轮椅接送。',
    needsConfirmation: true,
    emergency: false,
  },
  {
    id: 'disinfect',
    name: '消杀',
    category: 'health',
    title: '【日期】楼道消杀通知',
    body: '【日期】【时间】在【范围】喷药消杀。请关好门窗，收好楼道里的衣物和食品，看好小孩和宠物。喷药后【小时数】小时内请少在楼道停留。',
    needsConfirmation: false,
    emergency: false,
  },
  {
    id: 'activity',
    name: '活动',
    category: 'activity',
    title: '【活动名称】邀请',
    body: '【日期】【时间】在【地点】举办【活动名称】，欢迎参加。【要带什么、怎么报名】',
    needsConfirmation: false,
    emergency: false,
  },
];
