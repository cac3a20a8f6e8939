import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isWeapp } from '../services/platform';
import { aria } from './aria';
import './DataTable.css';

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
  /** Share of the width; 1 unless told. */
  grow?: number;
}

interface Props<R> {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** The row that is open beside the table. */
  openKey?: string;
  onOpen?: (row: R) => void;
  /** What a phone shows of a row instead of one line for each value. */
  card?: (row: R) => ReactNode;
  /** Sums, under the last row. */
  foot?: R;
}

/** ↑ and ↓ go from row to row, Enter opens. */
function byKeyboard(event: KeyboardEvent, open: () => void): void {
  const row = event.currentTarget as HTMLElement;
  const next =
    event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : undefined;
  if (next !== undefined) {
    event.preventDefault();
    (next as HTMLElement | null)?.focus();
  } else if (event.key === 'Enter') open();
}

const keyboard = (open: () => void) =>
  isWeapp ? {} : { tabIndex: 0, onKeyDown: (event: KeyboardEvent) => byKeyboard(event, open) };

/** A table where the screen is wide, with a head that stays; on a phone each row is a card that names its values. */
export function DataTable<R>({ label, columns, rows, keyOf, openKey, onOpen, card, foot }: Props<R>) {
  const cells = (row: R) =>
    columns.map(({ key, title, cell, number, grow = 1 }) => (
      <View
        key={key}
        className={`table-cell ${number ? 'table-number' : ''}`}
        style={{ flexGrow: grow }}
        {...aria({ role: 'cell' })}
      >
        <View className="table-name">{title}</View>
        <View className="table-value">{cell(row)}</View>
      </View>
    ));
  const inner = (row: R) => (
    <>
      {card ? (
        <View className="table-card" {...aria({ role: 'cell' })}>
          {card(row)}
        </View>
      ) : null}
      {card && isWeapp ? null : cells(row)}
    </>
  );
  const rowProps = (row: R) =>
    onOpen ? { onClick: () => onOpen(row), hoverClass: 'pressed', ...keyboard(() => onOpen(row)) } : {};
  return (
    <View className="table" {...aria({ role: 'table', label })}>
      <View className="table-head" {...aria({ role: 'row' })}>
        {columns.map(({ key, title, number, grow = 1 }) => (
          <View
            key={key}
            className={`table-cell ${number ? 'table-number' : ''}`}
            style={{ flexGrow: grow }}
            {...aria({ role: 'columnheader' })}
          >
            {title}
          </View>
        ))}
      </View>
      {rows.map(row => (
        <View
          key={keyOf(row)}
          className={`table-row ${card ? 'table-carded' : ''} ${onOpen ? 'table-opens' : ''} ${openKey === keyOf(row) ? 'table-open' : ''}`}
          {...rowProps(row)}
          {...aria({ role: 'row', selected: onOpen ? openKey === keyOf(row) : undefined })}
        >
          {inner(row)}
        </View>
      ))}
      {foot ? (
        <View className={`table-row table-foot ${card ? 'table-carded' : ''}`} {...aria({ role: 'row' })}>
          {inner(foot)}
        </View>
      ) : null}
    </View>
  );
}
