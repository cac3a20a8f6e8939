import { useEffect, useState } from 'react';

/** Shorter and every letter is a call; longer and a person waits. */
const REST_MS = 300;

/** A value once it has stopped changing: a search asks when the fingers rest. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
