/** One id for one gesture of a person: the server does the deed once, however often the call arrives. */
import { systemNow } from './platform';

const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0');

export const newRequestId = (): string => `${systemNow().toString(36)}-${random()}${random()}`;
