/** The tree of nodes that Taro hands to a page through setData, and how to find a node in it as a person would. */

export interface Node {
  sid: string;
  /** Short name of the tag. */
  nn: string;
  uid?: string;
  /** Class. */
  cl?: string;
  /** Text. */
  v?: string;
  cn?: Node[];
  [attribute: string]: unknown;
}

/** Applies one entry of setData: `root.cn.[0].cn.[1].p4` → value. */
export function assign(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  let at: Record<string, unknown> = data;
  for (const key of keys.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[keys[keys.length - 1]!] = value;
}

export const childrenOf = (node: Node): Node[] => Object.values(node.cn ?? []) as Node[];

export const textOf = (node: Node): string => `${node.v ?? ''}${childrenOf(node).map(textOf).join('')}`;

/** From the root to the first node that fits, innermost first in the answer; empty when there is none. */
export function pathTo(node: Node, fits: (node: Node) => boolean): Node[] {
  for (const child of childrenOf(node)) {
    const found = pathTo(child, fits);
    if (found.length > 0) return [...found, node];
  }
  return fits(node) ? [node] : [];
}

export const everyNode = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(everyNode)];

export const depthOf = (node: Node): number => 1 + Math.max(0, ...childrenOf(node).map(depthOf));
