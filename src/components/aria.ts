/** What a screen reader is told. WeChat calls the role `aria-role`, the web calls it `role`. */
import { isWeapp } from '../services/platform';

export interface Aria {
  role?:
    | 'button'
    | 'tab'
    | 'tablist'
    | 'checkbox'
    | 'radio'
    | 'radiogroup'
    | 'dialog'
    | 'alert'
    | 'status'
    | 'heading'
    | 'img'
    | 'navigation'
    | 'link'
    | 'list'
    | 'listitem'
    | 'main'
    | 'group'
    | 'table'
    | 'row'
    | 'cell'
    | 'columnheader'
    | 'text';
  label?: string;
  hidden?: boolean;
  disabled?: boolean;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  live?: 'polite' | 'assertive';
  modal?: boolean;
  /** Of a heading; 2 unless told. */
  level?: number;
}

const said = (value: boolean | undefined) => (value === undefined ? undefined : String(value));

/** Props to spread on a View, Text or Image. */
export function aria({ role, label, hidden, disabled, checked, selected, expanded, live, modal, level }: Aria) {
  const props: Record<string, string | number | undefined> = {
    [isWeapp ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-hidden': said(hidden),
    'aria-disabled': said(disabled),
    'aria-checked': said(checked),
    'aria-selected': said(selected),
    'aria-expanded': said(expanded),
    'aria-live': live,
    'aria-modal': said(modal),
    'aria-level': !isWeapp && role === 'heading' ? (level ?? 2) : undefined,
  };
  for (const name of Object.keys(props)) if (props[name] === undefined) delete props[name];
  return props;
}
