/** How Taro builds the mini-program (weapp) and the web version (h5). Both come from the same src/. */
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const platform = process.env.TARO_ENV ?? 'weapp';

/** Where the cloud answers for the web version; empty means "the host that served the page". */
const apiBase = process.env.JINLIN_API_BASE ?? '';

/** Beside src/: the shared words of types/, and packages whose syntax is newer than the oldest phone in package.json's browserslist. */
const COMPILED = [path.resolve(__dirname, '../types'), /node_modules[\\/]@tanstack/, /node_modules[\\/]uqr/];

/**
 * Terser as it is by default: Taro turns most of it off for engines of years ago. Chinese stays as it is written (3 bytes) instead of
 * escapes (6 bytes).
 */
const USUAL = [
  'arrows',
  'collapse_vars',
  'hoist_props',
  'inline',
  'join_vars',
  'loops',
  'negate_iife',
  'properties',
  'reduce_funcs',
  'reduce_vars',
  'side_effects',
  'switches',
  'typeofs',
  'comparisons',
];
const COMPRESS = { ecma: 2017, passes: 2, ...Object.fromEntries(USUAL.map(name => [name, true])) };

export default defineConfig({
  projectName: 'jinlin',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'plugins/templates.ts'), path.resolve(__dirname, 'plugins/webpack.ts')],
  terser: { enable: true, config: { compress: COMPRESS, output: { ecma: 2017, ascii_only: false, comments: false } } },
  logger: { quiet: true, stats: false },
  alias: { '@': path.resolve(__dirname, '../src') },
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  mini: {
    compile: { include: COMPILED },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    compile: { include: COMPILED },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    devServer: { hot: false },
    postcss: { autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
});
