/**
 * What we change in the webpack settings that Taro makes.
 * Babel's settings live here so that the folder needs no dot-file, and so that they reach the packages that ship syntax too new for the
 * phones we support (a `babel` key in package.json stops at our own folder).
 */
import type { IPluginContext } from '@tarojs/service';
import { ProvidePlugin } from 'webpack';

/** Our oldest phones have these; Babel rewrites them only for corner cases (names that shadow each other) that nobody here writes. */
const NATIVE = ['transform-parameters', 'transform-destructuring', 'transform-template-literals'];

const BABEL = {
  babelrc: false,
  configFile: false,
  compact: false,
  // Shorter code for the same meaning: nobody looks into private fields, and nothing here redefines built-ins.
  assumptions: { privateFieldsAsProperties: true, setPublicClassFields: true, noDocumentAll: true, setSpreadProperties: true },
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, exclude: NATIVE }]],
};

/** The script engine of WeChat has no AbortController; the query library wants one. */
const missingInWeapp = (root: string) =>
  new ProvidePlugin({ AbortController: [`${root}/src/services/abort.ts`, 'AbortController'] });

/** Taro shares code only between entries; without this every page of the web version carries all components again. */
const SHARED = {
  chunks: 'all',
  minSize: 0,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    shared: { name: 'shared', chunks: 'async', minChunks: 3, reuseExistingChunk: true },
  },
};

export default (ctx: IPluginContext) => {
  ctx.modifyWebpackChain(({ chain }) => {
    chain.module
      .rule('script')
      .use('babelLoader')
      .tap((options: object) => ({ ...options, ...BABEL }));
    // Taro announces sizes of its own; the budget is kept by the build script.
    chain.performance.hints(false);
    if (process.env.TARO_ENV === 'h5') chain.optimization.splitChunks(SHARED);
    else chain.plugin('missingInWeapp').use(missingInWeapp(ctx.paths.appPath));
  });
};
