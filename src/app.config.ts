/**
 * The pages of the mini-program. The main package holds what opens first; each domain is a subpackage that WeChat loads while the home
 * page is read. A page is listed here when it is written: add its name to the list of its package, nothing else.
 */
const main = ['pages/home/index', 'pages/me/index', 'pages/letters/index'];

const packages = [
  { root: 'pages/canteen', name: 'canteen', pages: ['week/index', 'order/index', 'orders/index'] },
  {
    root: 'pages/people',
    name: 'people',
    pages: ['join/index', 'setup/index', 'family/index', 'bind/index', 'erase/index', 'about/index'],
  },
  { root: 'pages/notices', name: 'notices', pages: ['list/index', 'notice/index', 'shared/index'] },
  { root: 'pages/reminders', name: 'reminders', pages: ['choices/index'] },
  {
    root: 'pages/mediation',
    name: 'mediation',
    pages: ['start/index', 'apply/index', 'ask/index', 'mine/index', 'case/index', 'rights/index', 'agreement/index'],
  },
  {
    root: 'pages/safety',
    name: 'safety',
    pages: [
      'sos/index',
      'mine/index',
      'alert/index',
      'parent/index',
      'path/index',
      'absence/index',
      'consent/index',
      'found/index',
      'codes/index',
      'checkup/index',
    ],
  },
  { root: 'pages/care', name: 'care', pages: [] },
  {
    root: 'pages/desk-care',
    name: 'desk-care',
    pages: [
      'board/index',
      'pickup/index',
      'signup/index',
      'children/index',
      'month/index',
      'fees/index',
      'calendar/index',
      'import/index',
      'settings/index',
    ],
  },
  {
    root: 'pages/desk',
    name: 'desk',
    pages: [
      'today/index',
      'counter/index',
      'kitchen/index',
      'menus/index',
      'onbehalf/index',
      'month/index',
      'people/index',
      'tree/index',
      'waiting/index',
      'roles/index',
      'roster/index',
      'settings/index',
      'notices/index',
      'notice/index',
      'doors/index',
      'noticesetup/index',
      'undelivered/index',
      'alerts/index',
      'visits/index',
      'keepers/index',
      'duty/index',
      'watches/index',
      'devices/index',
      'safety/index',
      'incidents/index',
      'checkups/index',
      'sendings/index',
      'channels/index',
      'login/index',
    ],
  },
  {
    root: 'pages/desk-mediation',
    name: 'desk-mediation',
    pages: [
      'queue/index',
      'case/index',
      'agreement/index',
      'apply/index',
      'questions/index',
      'register/index',
      'mediators/index',
      'month/index',
      'settings/index',
    ],
  },
].filter(each => each.pages.length > 0);

export default defineAppConfig({
  pages: main,
  subPackages: packages,
  preloadRule: packages.length > 0 ? { 'pages/home/index': { network: 'all', packages: packages.map(each => each.name) } } : {},
  // The colours of what WeChat draws itself, by day and by night; a test compares theme.json with the tokens.
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '近邻',
    navigationBarBackgroundColor: '@navBg',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@page',
    backgroundTextStyle: '@pull',
  },
  // Where a lost elder was found, and where help is needed: asked only when somebody taps to send it.
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用于把您现在的位置告诉来帮忙的人' } },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
