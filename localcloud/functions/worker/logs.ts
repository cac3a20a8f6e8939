/** Keeps what a function writes to the console, per event. */
import { format } from 'node:util';

const LINES = 200;
const LENGTH = 2000;
let lines: string[] = [];

export function captureConsole(): void {
  for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    console[level] = (...args: unknown[]) => {
      if (lines.length < LINES) lines.push(`${level}: ${format(...args).slice(0, LENGTH)}`);
    };
  }
}

export function takeLogs(): string[] {
  const taken = lines;
  lines = [];
  return taken;
}
