import { useCallback, useEffect, useRef, useState } from 'react';
import { usePage } from '../reader/page.ts';
import { inspectText } from '../reader/texts.ts';
import type { Result } from '../worker/protocol.ts';

/** Bytes that a file may have: enough for a million long lines. */
export const LARGEST_FILE = 50_000_000;

/** First documents shown before a list is used. */
const PREVIEW = 6;

/** How things stand with a list that may be used next. */
export type Inspection =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly found: Result<'inspect'> }
  | { readonly state: 'tooBig'; readonly bytes: number }
  | { readonly state: 'unreachable' }
  | { readonly state: 'unreadable' | 'failed'; readonly detail: string };

export interface Inspector {
  readonly inspection: Inspection;
  readonly lookAtText: (text: string) => void;
  readonly lookAtFile: (file: File) => void;
  readonly lookAtBuiltIn: (id: string) => void;
  /** Forget what was looked at. */
  readonly clear: () => void;
}

/** True when nothing speaks against using what was read. */
export const isUsable = (inspection: Inspection): boolean =>
  inspection.state === 'read' &&
  inspection.found.issues.every(({ severity }) => severity !== 'error');

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Looks at lists before they are used. A newer look calls an older one off. */
export function useInspection(): Inspector {
  const { base } = usePage();
  const [inspection, setInspection] = useState<Inspection>({ state: 'none' });
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const begin = useCallback((state: 'none' | 'reading'): AbortSignal => {
    stop.current();
    const controller = new AbortController();
    stop.current = () => controller.abort();
    setInspection({ state });
    return controller.signal;
  }, []);

  const ask = useCallback((text: string | Uint8Array, signal: AbortSignal): void => {
    const callOff = inspectText(text, PREVIEW, {
      onAnswer: (found) => setInspection({ state: 'read', found }),
      onFault: ({ detail }) => setInspection({ state: 'failed', detail }),
    });
    signal.addEventListener('abort', callOff);
  }, []);

  const bring = useCallback(
    (bytes: Promise<ArrayBuffer>, signal: AbortSignal, failed: (error: unknown) => Inspection) => {
      bytes.then(
        (buffer) => {
          if (!signal.aborted) ask(new Uint8Array(buffer), signal);
        },
        (error: unknown) => {
          if (!signal.aborted) setInspection(failed(error));
        },
      );
    },
    [ask],
  );

  return {
    inspection,
    lookAtText: useCallback(
      (text) => {
        if (text === '') begin('none');
        else ask(text, begin('reading'));
      },
      [ask, begin],
    ),
    lookAtFile: useCallback(
      (file) => {
        const signal = begin('reading');
        if (file.size > LARGEST_FILE) setInspection({ state: 'tooBig', bytes: file.size });
        else
          bring(file.arrayBuffer(), signal, (error) => ({
            state: 'unreadable',
            detail: detailOf(error),
          }));
      },
      [begin, bring],
    ),
    lookAtBuiltIn: useCallback(
      (id) => {
        const signal = begin('reading');
        const text = fetch(`${base}data/${encodeURIComponent(id)}.txt`, { signal });
        const bytes = text.then((response) => {
          if (!response.ok) throw new Error(String(response.status));
          return response.arrayBuffer();
        });
        bring(bytes, signal, () => ({ state: 'unreachable' }));
      },
      [base, begin, bring],
    ),
    clear: useCallback(() => void begin('none'), [begin]),
  };
}
