import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { List, Row } from '../../../components/List';
import { isOpen } from '../parts/verdict';
import { Agent } from './Agent';
import { End } from './End';
import { AskExtension } from './Extension';
import { extensionOf, sideOf } from './stages';

type Asked = 'withdraw' | 'endMediation' | 'extend' | 'agent';

/** What can be done at any time and seldom is: at the foot of the page, never in the way. */
export function Quiet({ view }: { view: CaseView }) {
  const [asked, setAsked] = useState<Asked>();
  const { may } = view;
  const side = sideOf(view);
  const acting = side ? (view[side]?.agents ?? 0) > 0 : false;
  const helpers = side ? (view[side]?.agentNames ?? []).join('、') : '';
  const close = () => setAsked(undefined);
  const mayWithdraw = isOpen(may.withdraw);
  const mayEnd = isOpen(may.endMediation);
  if (!side || !(mayWithdraw || mayEnd || isOpen(may.extend) || isOpen(may.appointAgent))) return null;
  return (
    <>
      <List label="还可以">
        {isOpen(may.appointAgent) ? (
          <Row
            title={acting ? '不再请家人帮忙' : '请家人帮我办'}
            text={acting ? `现在有${helpers || '家人'}在帮您` : undefined}
            onPress={() => setAsked('agent')}
          />
        ) : null}
        {isOpen(may.extend) && extensionOf(view) === 'mine' ? (
          <Row title="想多谈几天" text={`您提出延长 ${view.extension?.days} 天，等对方同意`} />
        ) : null}
        {isOpen(may.extend) && extensionOf(view) === 'none' ? (
          <Row title="想多谈几天" text="要对方也同意" onPress={() => setAsked('extend')} />
        ) : null}
        {mayWithdraw ? <Row title="撤回申请" text="随时可以，不用说原因" onPress={() => setAsked('withdraw')} /> : null}
        {mayEnd && !mayWithdraw ? (
          <Row title="不想谈了，结束调解" text="随时可以，不用说原因" onPress={() => setAsked('endMediation')} />
        ) : null}
      </List>
      {asked === 'agent' ? <Agent view={view} onClose={close} /> : null}
      {asked === 'extend' ? <AskExtension view={view} onClose={close} /> : null}
      {asked === 'withdraw' || asked === 'endMediation' ? <End view={view} ending={asked} onClose={close} /> : null}
    </>
  );
}
