/** What the text quotes of two optimizers on one slice of the loss. */
import { useMemo } from 'react';
import { fixed } from '../../charts/index.ts';
import type { NetworkSettings, Recipe } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import { figuresOf } from './figures-of.ts';
import { useRolling, type Way } from './rolling-data.ts';
import { BEATS, STEPS, placeAt } from './rolling-view.ts';

const three = fixed(3);
const DASH = '–';

export function useRollingFacts(
  recipe: Recipe,
  settings: NetworkSettings,
  lens: string,
  words: Messages,
): Record<string, string> {
  const told = useRolling(recipe, settings, lens, BEATS[3], false);
  const turned = useRolling(recipe, settings, lens, BEATS[4], false);
  const both = useRolling(recipe, settings, lens, BEATS[5], false);
  return useMemo(() => {
    const slopes = told.ways && slopesOf(told.ways[0]).map(Math.abs);
    const times = slopes && slopes[1] > 0 ? fixed(0)(slopes[0] / slopes[1]) : DASH;
    return {
      'rolling.steps': String(STEPS),
      'rolling.first': told.names?.[0] ?? DASH,
      'rolling.second': told.names?.[1] ?? DASH,
      'rolling.slope': slopes ? figuresOf(slopes[0]) : DASH,
      'rolling.slope2': slopes ? figuresOf(slopes[1]) : DASH,
      'rolling.times': times,
      'rolling.near': both.names?.[0] ?? DASH,
      'rolling.near2': both.names?.[1] ?? DASH,
      ...gone('rolling.sgd', told.ways?.[0]),
      ...gone('rolling.adam', told.ways?.[1]),
      ...gone('rolling.turned', turned.ways?.[1]),
      ...gone('rolling.trained.sgd', both.ways?.[0]),
      ...gone('rolling.trained.adam', both.ways?.[1]),
      'rolling.turned.lower': words.text(lower(turned.ways)),
      'rolling.lower': words.text(lower(told.ways)),
    };
  }, [told.names, told.ways, turned.ways, both.names, both.ways, words]);
}

/** The slopes at the start: plain descent's first step is its rate times these, downhill. */
export function slopesOf({ rate, roll: { path } }: Pick<Way, 'rate' | 'roll'>): number[] {
  return [0, 1].map((k) => (path[k] - path[2 + k]) / rate);
}

/** How far it has gone along each direction, whichever way, and the loss there. */
function gone(name: string, way: Way | undefined): Record<string, string> {
  const [x, y] = way ? placeAt(way.roll.path, 0) : [NaN, NaN];
  const [along, across] = way ? placeAt(way.roll.path, STEPS) : [NaN, NaN];
  const far = (value: number): string => (way ? figuresOf(Math.abs(value)) : DASH);
  return {
    [`${name}.along`]: far(along - x),
    [`${name}.across`]: far(across - y),
    [`${name}.loss`]: way ? three(way.roll.losses[STEPS]) : DASH,
  };
}

/** Which of the two is lower at the end. */
function lower(ways: readonly Way[] | null | undefined): string {
  const [sgd, adam] = (ways ?? []).map(({ roll }) => roll.losses[STEPS]);
  return sgd <= adam ? 'sgdLower' : 'adamLower';
}
