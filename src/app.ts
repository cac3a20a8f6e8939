import { createElement, type PropsWithChildren } from 'react';
import './app.css';
import { QueryProvider } from './services/query';
import { start } from './services/start';

start();

/** The root of every page: the data client around them, nothing to see. */
export default function App({ children }: PropsWithChildren) {
  return createElement(QueryProvider, null, children);
}
