import { useState } from 'react';
import type { CaseView } from '../../../../../types/mediation';
import { Deed, useDeed } from '../../parts/Deed';
import { FindPerson, type Person } from '../../parts/FindPerson';

/** 楼上邻居 is somebody of the roster: from now on the invitation reaches that person's phone. */
export function LinkRespondent({ view }: { view: CaseView }) {
  const [person, setPerson] = useState<Person>();
  const deed = useDeed('linkRespondent');
  if (view.respondent?.is === 'company') return null;
  return (
    <Deed
      deed={deed}
      may={view.may.linkRespondent}
      icon="search"
      text="在名册里找到对方"
      title="对方是名册里的哪一位？"
      note="请先核实清楚。对上以后，受理了邀请就直接送到他手机上；申请人看不到您找到的是谁，要等对方愿意参加。"
      yes="就是他"
      ready={person !== undefined}
      onYes={() => person && deed.run({ id: view.id, residentId: person.id })}
    >
      <FindPerson label="找对方" value={person} onChange={setPerson} />
    </Deed>
  );
}
