import { useEffect, useState } from 'react';

/** True once this browser has drawn the figure: for figures that work their numbers out themselves. */
export function useComputedHere(): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return here;
}
