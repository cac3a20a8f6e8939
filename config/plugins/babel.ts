/**
 * Babel's settings live here so that the folder needs no dot-file, and so that they reach the packages that ship syntax too new for the
 * phones we support (a `babel` key in package.json stops at our own folder).
 */
import type { IPluginContext } from '@tarojs/service';
import { ProvidePlugin } from 'webpack';

const BABEL = {
  babelrc: false,
  configFile: false,
  compact: false,
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
};

/** The script engine of WeChat has no AbortController; the query library wants one. */
const missingInWeapp = (root: string) =>
  new ProvidePlugin({ AbortController: [`${root}/src/services/abort.ts`, 'AbortController'] });

export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('script')
      .use('babelLoader')
      .tap((options: object) => ({ ...options, ...BABEL }));
    // Taro announces sizes of its own; the budget is kept by the build script.
    chain.performance.hints(false);
    if (process.env.TARO_ENV === 'weapp') chain.plugin('missingInWeapp').use(missingInWeapp(ctx.paths.appPath));
  });
};
