import type { Fault } from './protocol.ts';

/** An error with a code that the page has words for. */
export class EngineFault extends Error {
  readonly fault: Fault;
  constructor(code: Fault['code'], detail: string, more: Pick<Fault, 'issues' | 'faults'> = {}) {
    super(`${code}: ${detail}`);
    this.name = 'EngineFault';
    this.fault = { code, detail, ...more };
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof EngineFault) return error.fault;
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
