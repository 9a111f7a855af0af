import { useEffect, useState } from 'react';
import { useNear } from '../../reader/near.ts';
import type { Listing } from '../../programs/step5.ts?listing';

export interface ProgramCode {
  /** A line's code as HTML; undefined until it has come. */
  readonly at: (line: number) => string | undefined;
  readonly state: 'loading' | 'here' | 'failed';
}

/** The program's code: its last file at once, all of it once the figure is near. */
export function useProgramCode({ count, opening }: Listing): ProgramCode {
  const near = useNear();
  const [code, setCode] = useState<readonly string[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!near || code !== null) return undefined;
    let wanted = true;
    import('../../programs/step5.ts?listed').then(
      ({ default: lines }) => wanted && setCode(lines),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [near, code]);
  const from = count - opening.length;
  const at = (line: number) => (code ? code[line] : opening[line - from]);
  return { at, state: code ? 'here' : failed ? 'failed' : 'loading' };
}
