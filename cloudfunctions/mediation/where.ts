/** Where each sealed thing belongs; part of its seal. */

export const partAt = (communityId: string, caseId: string, id: string, kind: string, visible: string): string[] => [
  communityId,
  caseId,
  id,
  kind,
  visible,
];
export const namesAt = (communityId: string, caseId: string): string[] => [communityId, caseId, 'names'];
export const openingAt = (communityId: string, caseId: string, by: string, at: number): string[] => [
  communityId,
  caseId,
  'opening',
  by,
  String(at),
];
export const draftAt = (communityId: string, accountId: string): string[] => [communityId, 'draft', accountId];
export const sealAt = (communityId: string): string[] => [communityId, 'committee', 'seal'];
