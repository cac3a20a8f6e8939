/** The collections, and a look at their documents. */
import { type Collection, get } from './api';
import { empty, h, section } from './dom';

let collections: Collection[] = [];
let opened: string | undefined;
let documents: unknown[] = [];

async function open(name: string): Promise<void> {
  opened = opened === name ? undefined : name;
  documents = opened ? (await get<{ documents: unknown[] }>(`/local/collections/${encodeURIComponent(name)}`)).documents : [];
  redraw();
}

function draw(): Node[] {
  if (collections.length === 0) return [empty('还没有集合。')];
  const chips = collections.map(({ name, count }) =>
    h(
      'button',
      { class: opened === name ? 'on' : '', 'aria-pressed': String(opened === name), onclick: () => void open(name) },
      `${name} ${count}`,
    ),
  );
  const shown = documents.map(document => h('tr', {}, h('td', {}, h('pre', {}, JSON.stringify(document, null, 1)))));
  const peek =
    shown.length > 0
      ? h('div', { class: 'scroll', 'data-keep': '' }, h('table', {}, h('tbody', {}, ...shown)))
      : empty(`${opened} 里没有文档。`);
  return opened ? [h('div', { class: 'chips' }, ...chips), peek] : [h('div', { class: 'chips' }, ...chips)];
}

const show = section('collections', draw);
const redraw = (): void => show([collections, opened, documents]);

export function updateCollections(next: Collection[]): void {
  collections = next;
  redraw();
}
