/** Health, incidents and custody of children are sealed with the key of health files, which this function has and mediation's has not. */
import * as sealing from '../_shared/seal';

const KEY: sealing.KeyName = 'HEALTH_KEY';

export const canSeal = (): boolean => sealing.canSeal(KEY);
/** @throws Refusal SEAL_KEY_MISSING */
export const seal = (value: unknown, where: readonly string[]): string => sealing.seal(value, where, KEY);
/** @throws Refusal SEAL_KEY_MISSING, SEAL_BROKEN */
export const unseal = <T>(sealed: string, where: readonly string[]): T => sealing.unseal<T>(sealed, where, KEY);
