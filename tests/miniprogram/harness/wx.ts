/** A `wx` that remembers what it was asked. It has own keys for the interfaces that the mini-program uses, and no others. */
import type { Call, Envelope } from '../../../types/contract';

export type Cloud = (domain: string, call: Call) => Envelope<unknown> | Promise<Envelope<unknown>>;

export interface Options {
  /** Answers `wx.cloud.callFunction`; throw to lose the call. */
  cloud?: Cloud;
  storage?: Record<string, unknown>;
  network?: 'wifi' | 'none';
  fontSizeScaleFactor?: number;
  /** Whether the person agrees when asked (showModal). */
  confirm?: boolean;
  /** What the person answers to the subscription dialog. */
  subscribe?: 'accept' | 'reject';
}

type Named = { success?: (result: unknown) => void; fail?: (error: unknown) => void; complete?: () => void };

type AskPrivacy = (resolve: (answer: { event: string }) => void, info: { referrer: string }) => void;

/** WeChat's way: callbacks, later, and a message that ends in :ok or :fail. */
function answer(options: Named | undefined, name: string, work: () => unknown): void {
  void Promise.resolve()
    .then(work)
    .then(
      result => options?.success?.({ errMsg: `${name}:ok`, ...(result as object) }),
      error => options?.fail?.({ errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }),
    )
    .then(() => options?.complete?.());
}

export interface Recorded {
  name: string;
  options: Record<string, unknown>;
}

export function makeWx(options: Options, navigate: (kind: string, url: string) => void) {
  const {
    cloud = () => ({ ok: false, error: { code: 'NOT_FOUND' } }),
    network = 'wifi',
    confirm = true,
    subscribe = 'accept',
  } = options;
  const storage = new Map(Object.entries(options.storage ?? {}));
  const asked: Recorded[] = [];
  const asks =
    (name: string, work: (options: Record<string, unknown>) => unknown) => (given: Named & Record<string, unknown>) => {
      asked.push({ name, options: given ?? {} });
      answer(given, name, () => work(given ?? {}));
    };
  const goes = (name: string) => asks(name, ({ url }) => navigate(name, String(url ?? '')));
  const listens = () => undefined;
  let privacy: AskPrivacy | undefined;
  const base = {
    SDKVersion: '3.6.0',
    version: '8.0.50',
    fontSizeScaleFactor: options.fontSizeScaleFactor ?? 1,
    language: 'zh_CN',
    theme: 'light',
  };
  const window = { windowWidth: 375, windowHeight: 724, screenWidth: 375, screenHeight: 812, pixelRatio: 2, statusBarHeight: 44 };
  const wx = {
    cloud: {
      init: () => undefined,
      callFunction: ({ name, data }: { name: string; data: Call }) =>
        Promise.resolve()
          .then(() => cloud(name, data))
          .then(result => ({ result, errMsg: 'cloud.callFunction:ok' })),
    },
    canIUse: () => true,
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void storage.delete(key),
    getSystemInfoSync: () => ({ ...base, ...window, platform: 'devtools' }),
    getAppBaseInfo: () => base,
    getWindowInfo: () => window,
    getDeviceInfo: () => ({ platform: 'devtools', brand: 'devtools', model: 'test' }),
    getNetworkType: asks('getNetworkType', () => ({ networkType: network })),
    onNetworkStatusChange: listens,
    offNetworkStatusChange: listens,
    onAppShow: listens,
    offAppShow: listens,
    onAppHide: listens,
    offAppHide: listens,
    onNeedPrivacyAuthorization: (ask: AskPrivacy) => {
      privacy = ask;
    },
    openPrivacyContract: asks('openPrivacyContract', () => ({})),
    getUpdateManager: () => ({
      onUpdateReady: listens,
      onCheckForUpdate: listens,
      onUpdateFailed: listens,
      applyUpdate: listens,
    }),
    nextTick: (work: () => void) => void setTimeout(work, 0),
    navigateTo: goes('navigateTo'),
    redirectTo: goes('redirectTo'),
    reLaunch: goes('reLaunch'),
    navigateBack: goes('navigateBack'),
    showModal: asks('showModal', () => ({ confirm, cancel: !confirm })),
    showToast: asks('showToast', () => ({})),
    showLoading: asks('showLoading', () => ({})),
    hideLoading: asks('hideLoading', () => ({})),
    showActionSheet: asks('showActionSheet', () => ({ tapIndex: 0 })),
    makePhoneCall: asks('makePhoneCall', () => ({})),
    scanCode: asks('scanCode', () => ({ result: '' })),
    setClipboardData: asks('setClipboardData', () => ({})),
    setNavigationBarTitle: asks('setNavigationBarTitle', () => ({})),
    setScreenBrightness: asks('setScreenBrightness', () => ({})),
    setKeepScreenOn: asks('setKeepScreenOn', () => ({})),
    vibrateShort: asks('vibrateShort', () => ({})),
    enableAlertBeforeUnload: asks('enableAlertBeforeUnload', () => ({})),
    disableAlertBeforeUnload: asks('disableAlertBeforeUnload', () => ({})),
    pageScrollTo: asks('pageScrollTo', () => ({})),
    stopPullDownRefresh: asks('stopPullDownRefresh', () => ({})),
    requestSubscribeMessage: asks('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map(id => [id, subscribe])),
    ),
    chooseMessageFile: asks('chooseMessageFile', () => ({ tempFiles: [] })),
    uploadFile: asks('uploadFile', () => ({ statusCode: 200, data: '' })),
    downloadFile: asks('downloadFile', () => ({ statusCode: 200, tempFilePath: 'wxfile://tmp' })),
    openDocument: asks('openDocument', () => ({})),
    webpackJsonp: undefined as unknown,
  };
  const askPrivacy = () =>
    new Promise<string>(resolve =>
      privacy?.(({ event }) => event !== 'exposureAuthorization' && resolve(event), { referrer: 'test' }),
    );
  return { wx, asked, storage, askPrivacy };
}
