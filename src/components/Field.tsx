import { Input, Textarea, View } from '@tarojs/components';
import { isWeapp } from '../services/platform';
import { aria } from './aria';
import './Field.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter on the web, the keyboard's own key on a phone; a barcode scanner ends with it. */
  onEnter?: (value: string) => void;
  kind?: 'text' | 'number' | 'digit' | 'phone' | 'nickname' | 'long';
  placeholder?: string;
  help?: string;
  /** What is wrong and how to put it right. */
  error?: string;
  /** 选填 is written beside what may stay empty; what must be filled in carries no mark. */
  optional?: boolean;
  max?: number;
  disabled?: boolean;
}

const inputType = { text: 'text', number: 'number', digit: 'digit', phone: 'number', nickname: 'nickname' } as const;

/** The web puts the name on the inner input, WeChat on the tag itself. */
const named = (label: string) => (isWeapp ? { 'aria-label': label } : { nativeProps: { 'aria-label': label } });

/** A line to fill in: its name above, help or error below, never only a placeholder. */
export function Field({
  label,
  value,
  onChange,
  onEnter,
  kind = 'text',
  placeholder,
  help,
  error,
  optional,
  max = 100,
  disabled,
}: Props) {
  const common = {
    className: 'field-input',
    placeholderClass: 'field-placeholder',
    value,
    placeholder,
    maxlength: max,
    disabled,
    ...named(label),
  };
  return (
    <View className={`field ${error ? 'field-wrong' : ''}`}>
      <View className="field-label">
        {label}
        {optional ? '（选填）' : ''}
      </View>
      {kind === 'long' ? (
        <Textarea {...common} className="field-input field-long" autoHeight onInput={event => onChange(event.detail.value)} />
      ) : (
        <Input
          {...common}
          type={inputType[kind]}
          onInput={event => onChange(event.detail.value)}
          onConfirm={event => onEnter?.(event.detail.value)}
        />
      )}
      {error ? (
        <View className="field-error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {help && !error ? <View className="field-help">{help}</View> : null}
    </View>
  );
}
