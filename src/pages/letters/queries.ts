/** What the pages ask the courier: letters to this person, and which WeChat messages can be asked for. */
import type { OutputOf } from '../../../types/contract';
import type { CourierContract } from '../../../types/courier';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';

export const courier = door<CourierContract>('courier');

export type Letters = OutputOf<CourierContract, 'letters'>;
export type LetterView = Letters['letters'][number];

/** The newest twenty. `when`: the home page asks only after its own first picture. */
export const useLetters = (when = true): Shown<Letters> => useQueryOf(courier, 'letters', {}, { keep: true, when });

/** Empty where the community has set up no WeChat templates; then nobody is asked for anything. */
export const useTemplates = (when: boolean): Shown<OutputOf<CourierContract, 'templates'>> =>
  useQueryOf(courier, 'templates', {}, { when });
