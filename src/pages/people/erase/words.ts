/** What the server compares (`ERASE_WORDS` of the contract, which the bundle cannot hold); a test keeps the two equal. */
export const WORDS = '注销我的账号';
