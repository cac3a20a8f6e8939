/** The health file at rest: sealed for one elder of one community, so that it opens nowhere else. */
import { EMPTY_CARD, type HealthFile, zHealthFile } from '../../types/health';
import { seal, unseal } from '../_shared/seal';

const KEY = 'HEALTH_KEY';
const placeOf = (communityId: string, elderId: string): string[] => [communityId, 'healthFile', elderId];

/** @throws Refusal SEAL_KEY_MISSING */
export const sealedFile = (file: HealthFile, communityId: string, elderId: string): string =>
  seal(zHealthFile.parse(file), placeOf(communityId, elderId), KEY);

/** An elder without a file has an empty one. @throws Refusal SEAL_KEY_MISSING, SEAL_BROKEN */
export const openedFile = (doc: { sealed: string } | undefined, communityId: string, elderId: string): HealthFile =>
  doc ? unseal<HealthFile>(doc.sealed, placeOf(communityId, elderId), KEY) : { card: EMPTY_CARD, results: [] };
