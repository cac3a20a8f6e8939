/** Where the letters of mediation lead: staff to their desk, parties to their case; never to a page that is not there. */
import { existsSync } from 'node:fs';
import { tellPanel, tellSide } from '../../cloudfunctions/mediation/tell';
import { mediationForms } from '../../types/messages/mediation';
import { aCase } from '../builders/mediation-case';

const pageOf = (kind: keyof typeof mediationForms): string => mediationForms[kind].page.split('?')[0]!;
const kinds = Object.keys(mediationForms) as (keyof typeof mediationForms)[];

test.each(kinds)('%s opens a page that exists', kind => expect(existsSync(`src/${pageOf(kind)}.tsx`)).toBe(true));

test('what the committee is told opens its desk', () =>
  expect([pageOf('caseWaits'), pageOf('caseUrgent'), pageOf('caseOpened')]).toEqual([
    'pages/desk-mediation/queue/index',
    'pages/desk-mediation/queue/index',
    'pages/desk-mediation/case/index',
  ]));

test.each(['caseMoved', 'caseYourTurn', 'caseSoon', 'caseMeets'] as const)(
  '%s leads the panel to the desk and a party to its case',
  kind => {
    const told = (tells: ReturnType<typeof tellPanel>) =>
      tells.flatMap(tell => ('message' in tell ? [pageOf(tell.message as keyof typeof mediationForms)] : []));
    expect(told(tellPanel(aCase(), 'm-1', kind))).toEqual(['pages/desk-mediation/case/index']);
    expect(told(tellSide(aCase(), 'm-1', 'applicant', kind))).toEqual(['pages/mediation/case/index']);
  },
);
