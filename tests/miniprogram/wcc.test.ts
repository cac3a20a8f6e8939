/** @jest-environment jsdom */
import { ensureBuilt } from '../../config/scripts/taro';
import { render } from './harness/simulate';
import { boot } from './harness/vm';
import { homeCloud } from './home';

test("WeChat's own compiler accepts the templates, and what they carry is drawn and said", async () => {
  const folder = ensureBuilt('weapp');
  const phone = boot({ cloud: homeCloud });
  phone.open('pages/home/index');
  await phone.see('食堂停餐');
  const page = render(folder, 'pages/home/index', phone.page.data);
  await phone.close();
  expect(page.textContent).toContain('李女士');
  expect(page.innerHTML).toMatch(/切换大字版/);
}, 120_000);
