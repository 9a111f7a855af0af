/** A port, a clock and a data set that a test holds in its hands. */
import type { Recipe } from '../../../src/engine/recipe.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import type { FromWorker, ToWorker } from '../../../src/worker/protocol.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';

/** Twelve names of five letters at most; `steps` of them are counted, the rest held out. */
export const NAMES = 'ada\nanna\nbob\nbea\ncleo\ncora\ndora\ned\neva\nfay\ngus\nhal\n';

export const recipe: Recipe = {
  ...DEFAULT_RECIPE,
  data: { kind: 'builtin', id: 'twelve' },
  steps: 8,
  heldOut: 4,
};

/** Time stands still but for `step` ms at each look; `breathe` lets one message in. */
export function fakeClock(step = 0) {
  let time = 0;
  const breaths: (() => void)[] = [];
  return {
    now: () => (time += step),
    /** What happens the next times that the worker listens for messages. */
    onBreath: (...what: (() => void)[]) => void breaths.push(...what),
    async breathe() {
      breaths.shift()?.();
    },
  };
}

/** Let all promises that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** A worker that does nothing by itself: it remembers, and says what the test says. */
export class FakeWorker implements WorkerLike {
  readonly received: ToWorker[] = [];
  dead = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.dead = true;
  }
  say(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
  crash(): void {
    this.onerror?.({} as ErrorEvent);
  }
  /** Messages of one kind. */
  of<K extends ToWorker['kind']>(kind: K): Extract<ToWorker, { kind: K }>[] {
    return this.received.filter(
      (message): message is Extract<ToWorker, { kind: K }> => message.kind === kind,
    );
  }
}
