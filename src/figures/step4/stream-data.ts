import { useMemo } from 'react';
import { log } from '../../engine/math.ts';
import { countParameters, shapesOf } from '../../engine/parameters.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { networkOf, settingsOf } from '../../engine/settings.ts';
import { useEngine, type Answer } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { runOf } from './runs.ts';
import { FLOORS, mostRevised, natsOf, type Answers, type View } from './stream-view.ts';

/** What so many layers come to. */
export interface Floor {
  readonly layers: number;
  readonly parameters: number;
  /** Held-out nats after training; null while it is under way. */
  readonly nats: number | null;
  /** How far it has come, 0 to 1. */
  readonly progress: number | null;
}

export interface Stream {
  readonly answers: Answers;
  readonly labels: readonly string[];
  readonly bos: number;
  /** Of each stage, nats a pair of the whole name. */
  readonly nats: readonly number[];
  /** Of each stage and position, the length of the vector, [stages, T]. */
  readonly lengths: ArrayLike<number>;
  /** The position that answers. */
  readonly at: number;
}

export interface StreamData {
  readonly run: Recipe;
  readonly layers: number;
  readonly step: number;
  readonly known: Stream | null;
  readonly floors: readonly Floor[];
  readonly documents: number | null;
  readonly bigram: number | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** How many numbers so many layers are made of. */
export function parametersOf(recipe: Recipe, vocab: number): number {
  const network = networkOf(recipe, vocab);
  return network ? countParameters(shapesOf(network.sizes)) : 0;
}

type Ends = readonly Answer<'evaluate'>[];

/** Where one to four layers end, trained alike. */
export function useEnds(recipe: Recipe, adam: boolean, asked: boolean): Ends {
  const at = (layers: number) =>
    asked ? { recipe: runOf(recipe, { adam, layers }), steps: [recipe.steps] } : null;
  const [a, b, c, d] = FLOORS;
  return [
    useEngine('evaluate', at(a)),
    useEngine('evaluate', at(b)),
    useEngine('evaluate', at(c)),
    useEngine('evaluate', at(d)),
  ];
}

/** Asks what each stage of the stream would answer, and where the layers end. */
export function useStream(recipe: Recipe, text: string, view: View): StreamData {
  const { adam, layers: wanted } = view;
  const run = useMemo(() => runOf(recipe, { adam, layers: wanted }), [recipe, adam, wanted]);
  const { layers } = settingsOf(run)!;
  const step = view.step === 'end' ? run.steps : Math.min(view.step, run.steps);
  const read = useEngine('readouts', { recipe: run, step, text });
  const { data: network } = useEngine('network', { recipe });
  const ends = useEnds(recipe, adam, true);
  const { data } = read;
  const known = useMemo(
    () => (data && network ? streamOf(data, network, view.at) : null),
    [data, network, view.at],
  );
  const vocab = network?.labels.length ?? 0;
  const floors = FLOORS.map((height, i): Floor => ({
    layers: height,
    parameters: parametersOf(runOf(recipe, { layers: height }), vocab),
    nats: ends[i].busy ? null : (ends[i].data?.nats.at(-1) ?? null),
    progress: ends[i].progress,
  }));
  return {
    run,
    layers,
    step,
    known,
    floors,
    documents: ends[0].data?.documents ?? null,
    bigram: ends[0].data?.floors.bigram ?? null,
    live: read.live,
    busy: read.busy || ends.some(({ busy }) => busy),
    fault: read.fault ?? ends.find(({ fault }) => fault)?.fault ?? null,
  };
}

export function streamOf(
  { stages, positions, p, tokens, lengths }: Result<'readouts'>,
  { labels, bos }: Pick<Result<'network'>, 'labels' | 'bos'>,
  at: number | null,
): Stream {
  const answers: Answers = { stages, positions, vocab: labels.length, p, tokens };
  return {
    answers,
    labels,
    bos,
    nats: natsOf(answers, log),
    lengths,
    at: at === null ? mostRevised(answers) : Math.min(at, positions - 1),
  };
}
