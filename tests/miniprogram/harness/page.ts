/** One page of the mini-program as WeChat holds it: its data, what was set, and the events it gets. */
import { assign, everyNode, type Node, pathTo, textOf } from './tree';

export type PageOptions = Record<string, unknown> & { data: Record<string, unknown> };
export type Query = Record<string, string>;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

export class MiniPage {
  readonly data: Record<string, unknown>;
  /** Every setData: how many bytes went over the bridge. */
  readonly sent: { bytes: number; keys: string[] }[] = [];
  private readonly instance: Record<string, (...args: unknown[]) => unknown>;

  constructor(
    readonly route: string,
    readonly query: Query,
    options: PageOptions,
  ) {
    this.data = JSON.parse(JSON.stringify(options.data)) as Record<string, unknown>;
    const setData = (changes: Record<string, unknown>, done?: () => void) => {
      this.sent.push({ bytes: bytesOf(changes), keys: Object.keys(changes) });
      // What crosses the bridge is a copy, never the object itself.
      for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(changes)) as object)) assign(this.data, key, value);
      if (done) setTimeout(done, 0);
    };
    this.instance = Object.assign(Object.create(options), { data: this.data, setData, route, options: query, is: route });
  }

  get handle(): object {
    return this.instance;
  }

  call(life: string, ...args: unknown[]): unknown {
    return this.instance[life]?.(...args);
  }

  get root(): Node {
    return this.data.root as Node;
  }

  get text(): string {
    return textOf(this.root);
  }

  get nodes(): Node[] {
    return everyNode(this.root);
  }

  /** By what is written on it or read aloud. */
  find(words: string): Node[] {
    const path = pathTo(this.root, node => node.ariaLabel === words);
    if (path.length > 0) return path;
    const written = pathTo(this.root, node => node.v === words || (textOf(node) === words && words !== ''));
    // WeChat sends events to elements, never to the text in them.
    return written.filter(node => node.v === undefined);
  }

  /** Sends an event as WeChat does: to the node and then to each of those around it. */
  send(type: string, words: string, detail: Record<string, unknown> = {}): void {
    const path = this.find(words);
    if (path.length === 0) throw new Error(`"${words}" is not on the page:\n${this.text}`);
    const target = { id: path[0]!.sid, dataset: { sid: path[0]!.sid } };
    const bubbles = type === 'tap' || type.startsWith('touch');
    for (const node of bubbles ? path : path.slice(0, 1)) {
      if (!node.sid) continue;
      const currentTarget = { id: node.uid ?? node.sid, dataset: { sid: node.sid } };
      this.call('eh', { type, timeStamp: 0, target, currentTarget, detail, touches: [], changedTouches: [] });
    }
  }

  tap(words: string): void {
    this.send('tap', words);
  }

  /** Types into the field with this name. */
  type(label: string, value: string): void {
    this.send('input', label, { value, cursor: value.length });
  }
}
