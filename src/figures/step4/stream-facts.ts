import { fixed, signed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { runOf } from './runs.ts';
import { parametersOf, streamOf, useEnds } from './stream-data.ts';
import { FLOORS, shareOf, strongest } from './stream-view.ts';
import { halfText, letterOf } from './stream-words.ts';

const three = fixed(3);
const change = signed(3);
const NONE = '–';

/** What the prose quotes of the stream of the page's own run, and of one to four layers. */
export function useStreamFacts(recipe: Recipe, text: string, words: Messages): void {
  const at = { recipe, step: recipe.steps, text };
  const { data: read } = useEngine('readouts', at);
  const { data: network } = useEngine('network', { recipe });
  const ends = useEnds(recipe, false, true);
  const taught = useEnds(recipe, true, true);
  const known = read && network ? streamOf(read, network, null) : null;
  const nats = (answer: { data?: { nats: readonly number[] } } | undefined) =>
    answer?.data?.nats.at(-1) ?? NaN;
  const numbers = (layers: number) =>
    words.text('number', {
      value: network ? parametersOf(runOf(recipe, { layers }), network.labels.length) : 0,
    });
  const high = FLOORS.length - 1;
  const { layers } = settingsOf(recipe)!;
  const floors = Object.fromEntries(
    FLOORS.flatMap((floor, i) => [
      [`stream.end.${floor}`, three(nats(ends[i]))],
      [`stream.adam.${floor}`, three(nats(taught[i]))],
      [`stream.parameters.${floor}`, numbers(floor)],
    ]),
  );
  const facts = (() => {
    if (!known)
      return {
        after: NONE,
        comes: NONE,
        share: NONE,
        end: NONE,
        first: NONE,
        last: NONE,
        best: NONE,
      };
    const { answers, at: position } = known;
    const last = answers.stages.length - 1;
    const comes = answers.tokens[position + 1];
    const best = strongest(known.nats);
    return {
      after: letterOf(known, answers.tokens[position]),
      comes: letterOf(known, comes),
      share: three(shareOf(answers, 0, position, comes)),
      end: three(shareOf(answers, last, position, comes)),
      first: three(known.nats[0]),
      last: three(known.nats[last]),
      best: halfText(words, answers.stages[best], layers),
    };
  })();
  const halves = known
    ? known.nats.slice(1, 3).map((now, i) => change(now - known.nats[i]))
    : [NONE, NONE];
  usePublish({
    ...floors,
    ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [`stream.${key}`, value])),
    'stream.attention': halves[0],
    'stream.mlp': halves[1],
    'stream.gain': change(nats(ends[high]) - nats(ends[0])),
    'stream.adam.gain': change(nats(taught[high]) - nats(taught[0])),
    'stream.gain.words': words.text('gain', { less: String(nats(taught[high]) < nats(taught[0])) }),
  });
}
