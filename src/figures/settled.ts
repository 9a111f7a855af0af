import { useEffect, useState } from 'react';

/** The value once it has stood for `still` ms: what is dear to compute waits for it. */
export function useSettled<T>(value: T, still = 260): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), still);
    return () => clearTimeout(timer);
  }, [value, still]);
  return settled;
}
