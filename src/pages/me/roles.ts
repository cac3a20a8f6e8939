import type { Role } from '../../../types/contract';
import { ROLE_TEXT } from '../../../types/words';

export const rolesText = (roles: readonly Role[]): string => roles.map(role => ROLE_TEXT[role]).join('、');
