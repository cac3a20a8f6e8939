/** `npm run docs:pictures`: the pictures of the README and the handbook, taken from the running product with the demo community. */
import { join } from 'node:path';
import { openBrowser, settle, shoot, type Visit, visit } from '../../tests/browser/harness';
import type { EmergencyCard } from '../../types/health';
import { addDays, type CivilDate, dayOf, type Instant, instantAt, weekdayOf } from '../../types/time';
import { buildFunctions } from './build-functions';
import { startDemoCloud } from './demo-cloud';
import { ROOT } from './root';
import { ensureBuilt } from './taro';

/** `press`: what is pressed before the picture, by the words on it. */
type Picture = Visit & { name: string; as: string; full?: boolean; press?: string };

const DAUGHTER = 'wx-limin';
const MOTHER = 'wx-wangguilan';
const COOK = 'wx-liushifu';
const OFFICE = 'wx-zhouzhuren';
const MEDIATOR = 'wx-hejing';
const LEAK = 'id=m-demo-leak';
/** Asks for mediation in the demo: water from above. */
const APPLICANT = 'wx-sunyumei';

/** What is shown where; names are the files in docs/pictures. */
const pictures = (today: CivilDate, orderId: string): Picture[] => [
  { name: 'home', as: DAUGHTER },
  { name: 'home-elder', as: MOTHER, elder: true, device: 'smallPhone' },
  { name: 'week', as: DAUGHTER, path: 'pages/canteen/week/index?dinerId=r-wangguilan' },
  { name: 'week-elder', as: MOTHER, elder: true, path: 'pages/canteen/week/index' },
  { name: 'order', as: DAUGHTER, path: `pages/canteen/order/index?id=${orderId}` },
  { name: 'family', as: DAUGHTER, path: 'pages/people/family/index' },
  { name: 'me', as: MOTHER, path: 'pages/me/index' },
  { name: 'letters', as: DAUGHTER, path: 'pages/letters/index' },
  { name: 'reminders', as: MOTHER, path: 'pages/reminders/choices/index' },
  { name: 'notices', as: DAUGHTER, path: 'pages/notices/list/index' },
  { name: 'notice-elder', as: MOTHER, elder: true, path: 'pages/notices/notice/index?id=n-water' },
  { name: 'desk-notice', as: OFFICE, path: 'pages/desk/notice/index?id=n-gas', device: 'desk' },
  { name: 'desk-notices', as: OFFICE, path: 'pages/desk/notices/index', device: 'desk' },
  { name: 'mediation', as: APPLICANT, path: 'pages/mediation/start/index' },
  { name: 'mediation-elder', as: MOTHER, elder: true, path: 'pages/mediation/start/index' },
  { name: 'mediation-apply', as: MOTHER, elder: true, path: 'pages/mediation/apply/index' },
  { name: 'mediation-mine', as: APPLICANT, path: 'pages/mediation/mine/index' },
  { name: 'mediation-case', as: APPLICANT, path: 'pages/mediation/case/index?id=m-demo-leak', full: true },
  { name: 'parent', as: DAUGHTER, path: 'pages/safety/parent/index?id=r-wangguilan' },
  { name: 'desk-alerts', as: OFFICE, path: 'pages/desk/alerts/index', device: 'desk' },
  { name: 'desk-map', as: OFFICE, path: 'pages/desk/alerts/index', device: 'desk', press: '按楼栋' },
  { name: 'desk-watch', as: OFFICE, path: 'pages/desk/watches/index?elderId=r-wangguilan', device: 'desk' },
  { name: 'health', as: MOTHER, path: 'pages/safety/health/index' },
  { name: 'desk-duty', as: OFFICE, path: 'pages/desk/duty/index', device: 'desk' },
  { name: 'desk-today', as: COOK, path: 'pages/desk/today/index' },
  { name: 'desk-counter', as: COOK, path: 'pages/desk/counter/index' },
  { name: 'desk-kitchen', as: COOK, path: 'pages/desk/kitchen/index', device: 'desk' },
  { name: 'desk-menus', as: COOK, path: 'pages/desk/menus/index', device: 'desk' },
  { name: 'desk-standing', as: OFFICE, path: 'pages/desk/standing/index', device: 'desk' },
  { name: 'desk-rounds', as: OFFICE, path: 'pages/desk/rounds/index', device: 'desk' },
  { name: 'standing', as: APPLICANT, path: 'pages/canteen/standing/index' },
  { name: 'desk-settlement', as: OFFICE, path: 'pages/desk/settlement/index', device: 'desk', press: '下月' },
  { name: 'desk-till', as: COOK, path: 'pages/desk/till/index', device: 'desk' },
  { name: 'desk-month', as: OFFICE, path: `pages/desk/month/index?month=${today.slice(0, 7)}`, device: 'desk' },
  { name: 'desk-people', as: OFFICE, path: 'pages/desk/people/index', device: 'desk' },
  { name: 'desk-roles', as: OFFICE, path: 'pages/desk/roles/index', device: 'desk' },
  { name: 'desk-roster', as: OFFICE, path: 'pages/desk/roster/index', device: 'desk' },
  { name: 'care-board', as: OFFICE, path: 'pages/desk-care/board/index', device: 'desk' },
  { name: 'care-pickup', as: OFFICE, path: 'pages/desk-care/pickup/index' },
  { name: 'care-signup', as: OFFICE, path: 'pages/desk-care/signup/index', device: 'desk' },
  { name: 'care-calendar', as: OFFICE, path: 'pages/desk-care/calendar/index', device: 'desk' },
  { name: 'mediation-queue', as: MEDIATOR, path: 'pages/desk-mediation/queue/index', device: 'desk', press: '去办' },
  { name: 'mediation-talks', as: MEDIATOR, path: `pages/desk-mediation/case/index?${LEAK}`, press: '面谈' },
  { name: 'mediation-agreement', as: MEDIATOR, path: `pages/desk-mediation/agreement/index?${LEAK}`, device: 'desk' },
  {
    name: 'mediation-file',
    as: MEDIATOR,
    path: 'pages/desk-mediation/case/index?id=m-demo-stairs',
    press: '卷宗',
    full: true,
  },
  { name: 'mediation-register', as: OFFICE, path: 'pages/desk-mediation/register/index', device: 'desk' },
  { name: 'desk-settings', as: OFFICE, path: 'pages/desk/settings/index', device: 'desk' },
  { name: 'desk-sendings', as: OFFICE, path: 'pages/desk/sendings/index', device: 'desk' },
  { name: 'desk-channels', as: OFFICE, path: 'pages/desk/channels/index', device: 'desk' },
];

type Cloud = Awaited<ReturnType<typeof startDemoCloud>>;

async function post(url: string, body: unknown, token = ''): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await reply.json()) as Record<string, unknown>;
}

const tokenOf = async (cloud: Cloud, openid: string): Promise<string> =>
  String((await post(`${cloud.url}/local/sign-in`, { openid })).token);

/** A Thursday at half past eight: the kitchen takes orders, and most of the week lies ahead. */
function morning(now: Instant): Instant {
  const day = dayOf(now);
  return instantAt(addDays(day, (11 - weekdayOf(day)) % 7), 8 * 60 + 30);
}

/** 李敏 books her mother's lunch, so that there is something to see. */
async function bookLunch(cloud: Cloud, day: CivilDate): Promise<string> {
  const token = await tokenOf(cloud, DAUGHTER);
  const week = (await post(`${cloud.url}/api/canteen`, { action: 'weekMenu', input: { dinerId: 'r-wangguilan' } }, token)) as {
    data: { meals: { id: string; day: string; period: string; dishes: { id: string }[] }[] };
  };
  const meal = week.data.meals.find(each => each.day === day && each.period === 'lunch')!;
  const input = { mealId: meal.id, dinerId: 'r-wangguilan', way: 'dineIn', lines: [{ dishId: meal.dishes[1]!.id, count: 1 }] };
  await post(`${cloud.url}/api/canteen`, { action: 'bookMeal', input, requestId: 'pictures' }, token);
  return `${meal.id}:r-wangguilan`;
}

/** 王桂兰 has filled in her emergency card. */
async function fillCard(cloud: Cloud): Promise<void> {
  const card: EmergencyCard = {
    blood: 'O',
    drugAllergies: ['青霉素'],
    illnesses: ['高血压'],
    medicines: ['氨氯地平 每天一片'],
    hospital: '市第三医院',
    hints: '听力不好，请大声敲门',
    contacts: [{ name: '李敏', relation: '女儿', phone: '13900000011' }],
  };
  await post(`${cloud.url}/api/safety`, { action: 'saveCard', input: { card }, requestId: 'card' }, await tokenOf(cloud, MOTHER));
}

/** `npm run docs:pictures desk-map health` takes these alone. */
const named = ({ name }: Picture): boolean => process.argv.length < 3 || process.argv.includes(name);

async function main(): Promise<void> {
  await buildFunctions();
  const cloud = await startDemoCloud({ staticDir: ensureBuilt('h5'), timers: false }, { at: morning });
  const browser = await openBrowser();
  try {
    const today = dayOf(cloud.now() as Instant);
    const orderId = await bookLunch(cloud, today);
    await fillCard(cloud);
    await cloud.advance(61_000);
    await cloud.fire('courier');
    for (const { name, as, full, press, ...where } of pictures(today, orderId).filter(named)) {
      const { page, context } = await visit(browser, cloud.url, {
        ...where,
        token: await tokenOf(cloud, as),
        now: new Date(cloud.now()),
      });
      if (press) {
        await page.getByText(press, { exact: true }).filter({ visible: true }).first().click();
        await settle(page);
        await page.waitForFunction(() => !document.querySelector('.skeleton'));
      }
      console.log(await shoot(page, join(ROOT, 'docs', 'pictures', `${name}.png`), full));
      await context.close();
    }
  } finally {
    await browser.close();
    await cloud.stop();
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
