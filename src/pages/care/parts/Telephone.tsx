import { CallButton } from '../../../components/CallButton';

/** The telephone on the teachers' table; nothing where the office has not entered one. */
export const Telephone = ({ phone, kind }: { phone: string; kind?: 'primary' | 'secondary' }) =>
  phone ? <CallButton phone={phone} kind={kind} text="打托管电话" /> : null;
