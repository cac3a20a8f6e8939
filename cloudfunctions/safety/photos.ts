/** Photos of alerts: uploaded with a ticket of the community, shown by addresses that are good for an hour. */
export const photoFolder = (communityId: string): string => `alerts/${communityId}/`;

/** A photo that was uploaded with a ticket of this community. */
export const isPhoto = (fileId: string, communityId: string): boolean => fileId.includes(`/${photoFolder(communityId)}`);
