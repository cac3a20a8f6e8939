/** What the resident pages ask about people: who am I, who belongs to me. */
import type { OutputOf } from '../../../types/contract';
import type { Me, MembersContract, PeopleContract } from '../../../types/people';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';

export const people = door<MembersContract>('people');

export type Tree = OutputOf<PeopleContract, 'tree'>;

/** Kept on the phone: the home page opens without network. */
export const useMe = (): Shown<Me> => useQueryOf(people, 'me', {}, { keep: true });

export const useCommunities = (): Shown<OutputOf<PeopleContract, 'communities'>> => useQueryOf(people, 'communities', {});

export const useTree = (): Shown<Tree> => useQueryOf(people, 'tree', {});
