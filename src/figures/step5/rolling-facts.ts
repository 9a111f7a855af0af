/** What the text quotes of two optimizers on one slice of the loss. */
import { useMemo } from 'react';
import { fixed } from '../../charts/index.ts';
import type { NetworkSettings, Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Messages } from '../../reader/messages.tsx';
import { figuresOf } from './figures-of.ts';
import { useRolling, type Way } from './rolling-data.ts';
import { BEATS, STEPS, directions, placeAt } from './rolling-view.ts';

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
  const pair = told.pairs?.[0];
  const slope = useEngine(
    'plane',
    pair
      ? { recipe, step: 0, text: lens, along: directions(pair, false), from: 0, to: 0, count: 1 }
      : null,
  );
  return useMemo(() => {
    const slopes = slope.data?.slopes.map(Math.abs);
    const times = slopes && slopes[1] > 0 ? fixed(0)(slopes[0] / slopes[1]) : DASH;
    return {
      'rolling.steps': String(STEPS),
      'rolling.first': told.names?.[0] ?? DASH,
      'rolling.second': told.names?.[1] ?? DASH,
      'rolling.slope': slopes ? figuresOf(slopes[0]) : DASH,
      'rolling.slope2': slopes ? figuresOf(slopes[1]) : DASH,
      'rolling.times': times,
      'rolling.near': both.names?.[0] ?? DASH,
      ...gone('rolling.sgd', told.ways?.[0]),
      ...gone('rolling.adam', told.ways?.[1]),
      ...gone('rolling.turned', turned.ways?.[1]),
      ...gone('rolling.trained.sgd', both.ways?.[0]),
      ...gone('rolling.trained.adam', both.ways?.[1]),
      'rolling.turned.lower': words.text(lower(turned.ways)),
      'rolling.lower': words.text(lower(told.ways)),
    };
  }, [slope.data, told.names, told.ways, turned.ways, both.names, both.ways, words]);
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
