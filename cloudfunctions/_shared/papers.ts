/** Papers to print. What makes them is large and lies in a file of its own beside the function, read when the first paper is asked for. */
import type { Press } from './papers/types';

/** The function must name `papers` among its parts in `config/scripts/functions.ts`. */
export const papers = async (): Promise<Press> => (await import('../_parts/papers')).press;

export type {
  Align,
  Binder,
  Block,
  Column,
  Face,
  Margin,
  Paper,
  Part,
  PictureBytes,
  Press,
  Sheet,
  Signature,
  TextStyle,
} from './papers/types';
