import type { CaseView } from '../../../../types/mediation';
import { List, Row } from '../../../components/List';
import { otherSide, SIDE_TEXT } from '../words';
import { sideOf } from './stages';

/** Both sides by name, and whether the talk is open; telephone numbers of the other side are nobody's business. */
export function People({ view }: { view: CaseView }) {
  const side = sideOf(view);
  if (!side) return null;
  const own = view[side];
  const other = view[otherSide(side)];
  const open = view.wantsOpen.applicant && view.wantsOpen.respondent;
  return (
    <List label="双方">
      {own ? <Row title={SIDE_TEXT[side]} text="您这一边" value={own.name} /> : null}
      {own?.agentNames?.length ? <Row title="替您办的家人" value={own.agentNames.join('、')} /> : null}
      {other ? <Row title={SIDE_TEXT[otherSide(side)]} text="对方" value={other.name} /> : null}
      <Row title="怎么谈" value={open ? '公开谈' : '关起门谈'} />
    </List>
  );
}
