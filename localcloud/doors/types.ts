import type { IncomingHttpHeaders } from 'node:http';
import type { Fields } from '../http/exchange';
import type { Parts } from '../parts';

export type Request = {
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The parsed body; a list arrives under `list`. */
  body: Fields;
  /** The variable part of the path, decoded. */
  name: string;
};

export type Door = (parts: Parts, request: Request) => unknown;

/** By `METHOD /path`; one `*` in a path stands for one segment, given as `name`. */
export type Doors = Record<string, Door>;
