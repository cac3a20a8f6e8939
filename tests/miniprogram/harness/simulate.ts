/**
 * Compiles the uploaded wxml with WeChat's own compiler (wcc) and renders it with exparser in jsdom. It proves that the templates are what
 * WeChat accepts; the data comes from the page as it ran in `vm.ts`. Use it in a test with `@jest-environment jsdom`.
 */

interface Compiler {
  /** Every wxml below a folder, as one script that returns a function from path to template. */
  wxmlToJs(folder: string): string;
}

interface Rendered {
  dom: HTMLElement;
  attach(parent: HTMLElement): void;
}

interface JComponent {
  register(definition: object): string;
  create(id: string): Rendered;
}

/** @returns the page as a DOM, with WeChat's tags as `wx-view`, `wx-text`… */
export function render(folder: string, route: string, data: object): HTMLElement {
  const compiler = require('miniprogram-compiler') as Compiler;
  const components = require('j-component') as JComponent;
  // The compiled script asks for it.
  Object.assign(window, { __webview_engine_version__: 0.02 });
  const templateOf = new Function(compiler.wxmlToJs(folder))() as (path: string) => unknown;
  const id = components.register({
    id: 'page',
    path: route,
    template: templateOf(`${route}.wxml`),
    usingComponents: {},
    tagName: 'page',
    data,
  });
  const page = components.create(id);
  const parent = document.createElement('div');
  document.body.appendChild(parent);
  page.attach(parent);
  return parent;
}
