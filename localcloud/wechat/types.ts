/** A WeChat account that one can sign in as. */
export type Person = { openid: string; name: string; phone?: string; about?: string };

export type Channel = 'subscribe' | 'sms' | 'voice' | 'wecom' | 'check' | 'pay';

/** Something that a function sent out of the system. */
export type Message = {
  id: string;
  /** Epoch ms of the movable clock. */
  at: number;
  channel: Channel;
  /** An openid, a telephone number, or the key of a group robot. */
  to: string;
  /** The account behind `to`, when it is known. */
  openid?: string;
  title: string;
  /** What a person reads. */
  text: string;
  /** What was sent, as it was sent. */
  fields: Record<string, unknown>;
  /** Page that a tap opens. */
  page?: string;
  /** False: refused; then `error` says why. */
  delivered: boolean;
  error?: string;
  /** Voice calls: the key that was pressed. */
  keyPress?: string;
};
