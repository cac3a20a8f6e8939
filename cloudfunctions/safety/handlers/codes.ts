/** 防走失码: issuing and revoking. What a finder does with one is in `found.ts`. */
import type { ReturnCode } from '../../../types/devices';
import type { ReturnCodeView, SafetyContract } from '../../../types/safety';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { papers } from '../../_shared/papers';
import { returnCodes } from '../collections';
import { newToken } from '../ids';
import { returnCodePaper } from '../papers';
import { MOST_CODES } from '../rules/codes';
import { canActFor } from '../rules/who';

type Codes = Pick<HandlersOf<SafetyContract>, 'returnCodes' | 'issueReturnCode' | 'revokeReturnCode' | 'returnCodePaper'>;

const pathOfCode = (token: string): string => `/pages/safety/found/index?code=${token}`;

const view = ({ id, issuedAt, revokedAt, scans, lastScanAt }: Stored<ReturnCode>): ReturnCodeView => ({
  id,
  path: pathOfCode(id),
  issuedAt,
  revokedAt,
  scans,
  lastScanAt,
});

const codesOf = (ctx: Context, elderId: string) =>
  ctx.store.find(returnCodes, { communityId: ctx.session.communityId, elderId }, { order: ['-issuedAt'], limit: 30 });

export const codeHandlers: Codes = {
  async returnCodes({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, codes] = await Promise.all([ctx.store.need(residents, id), codesOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    return { codes: codes.map(view) };
  },

  async issueReturnCode({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, codes] = await Promise.all([ctx.store.need(residents, id), codesOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    const mine = codes.find(({ history }) => history.some(({ requestId }) => requestId === ctx.store.author.requestId));
    if (mine) return view(mine);
    if (codes.filter(({ revokedAt }) => revokedAt === undefined).length >= MOST_CODES) ctx.refuse('TOO_MANY_CODES');
    const { communityId, accountId } = ctx.session;
    const counts = { scans: 0, hour: 0, usesThisHour: 0, toldHour: 0 };
    const doc = { communityId, elderId: id, issuedAt: ctx.now, issuedBy: accountId, ...counts };
    return view(await ctx.store.draft(returnCodes, newToken(), { quiet: true, fresh: true }).save(() => ({ doc })));
  },

  async revokeReturnCode({ id }, ctx) {
    const code = await ctx.store.read(returnCodes, id);
    if (!code || code.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
    const draft = ctx.store.draft(returnCodes, id, { quiet: true });
    ctx.insist(canActFor(ctx.session, await ctx.store.need(residents, code.elderId)));
    return view(
      await draft.save(current =>
        current?.revokedAt === undefined && current ? { doc: { ...current, revokedAt: ctx.now } } : undefined,
      ),
    );
  },

  /** What is printed must open for who has no account: the web version's own address. */
  async returnCodePaper({ id }, ctx) {
    const [code, press] = await Promise.all([ctx.store.read(returnCodes, id), papers()]);
    if (!code || code.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
    ctx.insist(canActFor(ctx.session, await ctx.store.need(residents, code.elderId)));
    if (code.revokedAt !== undefined) ctx.refuse('CODE_REVOKED');
    const web = process.env.JINLIN_WEB_URL;
    if (!web) return ctx.refuse('NO_WEB_ADDRESS');
    const made = await press.makePdf(returnCodePaper(`${web}/#${pathOfCode(id)}`));
    return { url: await handOut(ctx, 'pdf', made), name: '防走失码.pdf' };
  },
};
