/** One valid call of every action, and who may make it; an action without a sample does not compile. */
import type { CanteenContract } from '../../types/canteen';
import type { ActionName, Contract, InputOf } from '../../types/contract';
import type { CourierContract } from '../../types/courier';
import { fen } from '../../types/money';
import { ERASE_WORDS, type PeopleContract } from '../../types/people';
import { type CivilDate, civilDate } from '../../types/time';

type JobName<C extends Contract> = { [A in ActionName<C>]: C['actions'][A]['verb'] extends 'job' ? A : never }[ActionName<C>];
type Samples<C extends Contract> = { [A in Exclude<ActionName<C>, JobName<C>>]: { by: string; input: InputOf<C, A> } };

const OFFICE = 'wx-zhouzhuren';
const WANG = 'r-wangguilan';

export const samples = (
  day: CivilDate,
): { canteen: Samples<CanteenContract>; courier: Samples<CourierContract>; people: Samples<PeopleContract> } => {
  const mealId = `${day}:lunch`;
  const lines = [{ dishId: 'X1', count: 1 }];
  const dishes = [{ id: 'X1', name: '样菜', parts: [], price: fen(1000), allergens: [], marks: [] }];
  return {
    canteen: {
      weekMenu: { by: 'wx-limin', input: { dinerId: WANG } },
      myOrders: { by: 'wx-limin', input: { dinerId: WANG } },
      order: { by: 'wx-limin', input: { id: `${mealId}:${WANG}` } },
      quote: { by: 'wx-limin', input: { mealId, dinerId: WANG, lines } },
      bookMeal: { by: 'wx-limin', input: { mealId, dinerId: WANG, way: 'dineIn', lines } },
      cancelOrder: { by: 'wx-limin', input: { id: `${mealId}:${WANG}` } },
      waiveOrder: { by: OFFICE, input: { id: `${mealId}:${WANG}`, reason: '住院' } },
      findDiner: { by: OFFICE, input: { text: '王桂兰' } },
      publishMeal: { by: OFFICE, input: { day, period: 'lunch', dishes, capacity: 20 } },
      closeKitchen: { by: OFFICE, input: { mealId, reason: '停水' } },
      menus: { by: OFFICE, input: { from: day } },
      photoTicket: { by: OFFICE, input: {} },
      photos: { by: 'wx-limin', input: { ids: ['cloud://local/dishes/xingfuli/none.jpg'] } },
      kitchenSheet: { by: OFFICE, input: { days: [day] } },
      counter: { by: OFFICE, input: {} },
      redeem: { by: OFFICE, input: { id: `${mealId}:${WANG}` } },
      month: { by: OFFICE, input: { month: day.slice(0, 7) } },
      exportMonth: { by: OFFICE, input: { month: day.slice(0, 7) } },
      settings: { by: OFFICE, input: {} },
      saveSettings: {
        by: OFFICE,
        input: {
          name: '食堂',
          place: '一楼',
          periods: [],
          subsidyRules: [],
          subsidiesStack: false,
          maxPortions: 2,
          remindAt: 1080 as never,
        },
      },
    },
    courier: {
      letters: { by: 'wx-limin', input: {} },
      markRead: { by: 'wx-limin', input: { ids: ['none'] } },
      templates: { by: 'wx-limin', input: {} },
      deadLetters: { by: OFFICE, input: {} },
      retryDeadLetter: { by: OFFICE, input: { id: 'none' } },
      addCredits: { by: 'wx-limin', input: { accepted: ['tmpl-mealBooked'] } },
    },
    people: {
      startSession: { by: 'wx-limin', input: {} },
      openDesk: { by: 'wx-limin', input: { browser: 'Chrome' } },
      desk: { by: 'wx-limin', input: { pairId: 'pair-none' } },
      confirmDesk: { by: 'wx-limin', input: { pairId: 'pair-none' } },
      enterDesk: { by: 'wx-limin', input: { pairId: 'pair-none', secret: 'none' } },
      communities: { by: 'wx-limin', input: {} },
      me: { by: 'wx-limin', input: {} },
      join: { by: 'wx-newcomer', input: { communityId: 'xingfuli', name: '林涛' } },
      waiting: { by: OFFICE, input: {} },
      admit: { by: OFFICE, input: { accountId: 'wx-newcomer', residentId: 'r-lintao' } },
      turnAway: { by: OFFICE, input: { accountId: 'wx-newcomer', reason: '查无此人' } },
      askBinding: { by: 'wx-limin', input: { elder: { by: 'card', name: '赵德福', cardNo: '0038' }, relation: '邻居' } },
      answerBinding: { by: OFFICE, input: { elderId: WANG, key: 'none', confirm: true } },
      endBinding: { by: OFFICE, input: { elderId: WANG, key: 'none' } },
      askedBindings: { by: OFFICE, input: {} },
      tree: { by: OFFICE, input: {} },
      saveTree: { by: OFFICE, input: { grids: [], buildings: [] } },
      saveCommunity: { by: OFFICE, input: { name: '幸福里社区', phone: '02885550000', address: '幸福路 88 号' } },
      households: { by: OFFICE, input: { unitId: 'b3u2' } },
      findResidents: { by: OFFICE, input: { text: '王' } },
      resident: { by: OFFICE, input: { id: WANG } },
      saveResident: {
        by: OFFICE,
        input: {
          name: '新居民',
          birthDate: civilDate('1950-01-01'),
          unitId: 'b3u2',
          room: '502',
          categories: [],
          allergens: [],
          diets: [],
        },
      },
      residentLeft: { by: OFFICE, input: { id: 'r-5', why: 'moved' } },
      staffList: { by: OFFICE, input: {} },
      grantRole: { by: OFFICE, input: { accountId: 'wx-limin', role: 'care' } },
      withdrawRole: { by: OFFICE, input: { accountId: 'wx-limin', role: 'care' } },
      rosterTemplate: { by: OFFICE, input: {} },
      openUpload: { by: OFFICE, input: {} },
      readRoster: { by: OFFICE, input: { fileId: 'cloud://none', createPlaces: false } },
      applyRoster: { by: OFFICE, input: { id: 'none' } },
      continueImport: { by: OFFICE, input: { id: 'none' } },
      importStatus: { by: OFFICE, input: {} },
      dropImport: { by: OFFICE, input: { id: 'none' } },
      exportRoster: { by: OFFICE, input: {} },
      exportMine: { by: 'wx-limin', input: {} },
      eraseMe: { by: 'wx-limin', input: { words: `${ERASE_WORDS}?` } },
      claimFirstAdmin: { by: 'wx-limin', input: { code: 'wrong', name: '李敏', community: '幸福里', phone: '0', address: '0' } },
    },
  };
};
