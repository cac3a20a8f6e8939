/** Building elements without markup in strings: whatever a message or a document says stays text. */
type Child = Node | string | number | undefined | false;
type Props = { class?: string; title?: string; disabled?: boolean; onclick?: () => void; [attribute: string]: unknown };

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), () => (value as () => void)());
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children)
    if (child !== undefined && child !== false) element.append(typeof child === 'number' ? String(child) : child);
  return element;
}

/** Draws the inside of a section anew, but only when what it shows has changed; scroll positions stay. */
export function section(id: string, draw: () => Node[]): (key: unknown) => void {
  const place = document.querySelector(`#${id} > div`) ?? document.getElementById(id)!;
  let drawn = '';
  return key => {
    const next = JSON.stringify(key);
    if (next === drawn) return;
    drawn = next;
    const scrolled = Array.from(place.querySelectorAll('[data-keep]')).map(
      element => [element.scrollTop, element.scrollLeft] as const,
    );
    place.replaceChildren(...draw());
    place.querySelectorAll('[data-keep]').forEach((element, i) => {
      [element.scrollTop, element.scrollLeft] = scrolled[i] ?? [0, 0];
    });
  };
}

export const empty = (text: string): HTMLElement => h('p', { class: 'empty' }, text);

let hiding: number | undefined;

/** A sentence at the foot of the page that goes away by itself. */
export function toast(text: string): void {
  const place = document.getElementById('toast')!;
  place.textContent = text;
  place.className = 'show';
  window.clearTimeout(hiding);
  hiding = window.setTimeout(() => {
    place.className = '';
  }, 3500);
}

const SHANGHAI = { timeZone: 'Asia/Shanghai', hour12: false } as const;
const day = new Intl.DateTimeFormat('zh-CN', { ...SHANGHAI, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const clock = new Intl.DateTimeFormat('zh-CN', { ...SHANGHAI, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const brief = new Intl.DateTimeFormat('zh-CN', {
  ...SHANGHAI,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export const dayText = (at: number): string => day.format(at);
export const clockText = (at: number): string => clock.format(at);
export const briefText = (at: number): string => brief.format(at);
