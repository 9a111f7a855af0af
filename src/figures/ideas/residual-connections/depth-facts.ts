/** What the text quotes of towers of several depths, whatever the figure shows. */
import { fixed } from '../../../charts/index.ts';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { TowerEnd } from '../../../worker/protocol.ts';
import { BLOCKS } from './depth-view.ts';
import { DEEP, endOf, RATE, RUN, SHALLOW, towerQuestion } from './towers.ts';

const three = fixed(3);
const DEEPEST = BLOCKS[BLOCKS.length - 1];

function useTower(reader: Recipe, joint: Joint, blocks: number): TowerEnd | undefined {
  return useEngine('tower', towerQuestion(reader, { joint, blocks, rate: RATE, steps: RUN })).data;
}

export function useDepthFacts(words: Messages, reader: Recipe): Record<string, string> {
  const low = useTower(reader, 'plain', BLOCKS[0]);
  const good = useTower(reader, 'plain', BLOCKS[2]);
  const shallow = useTower(reader, 'plain', SHALLOW);
  const deep = useTower(reader, 'plain', DEEP);
  const deepest = useTower(reader, 'plain', DEEPEST);
  const lowSkips = useTower(reader, 'after', BLOCKS[0]);
  const shallowSkips = useTower(reader, 'after', SHALLOW);
  const deepSkips = useTower(reader, 'after', DEEP);
  const deepestSkips = useTower(reader, 'after', DEEPEST);
  const deepestBefore = useTower(reader, 'before', DEEPEST);
  const end = (run: TowerEnd | undefined): string => three(endOf(run) ?? NaN);
  const times = (run: TowerEnd | undefined): string => {
    const [first, last] = [run?.slopes[0] ?? NaN, run?.slopes.at(-1) ?? NaN];
    return words.text('number', { value: Number((first / last).toPrecision(2)) });
  };
  return {
    'depth.steps': words.text('number', { value: RUN }),
    'depth.rate': String(RATE),
    'depth.floor': three(deep?.floor ?? NaN),
    'depth.layers.low': String(layersOf(BLOCKS[0])),
    'depth.layers.good': String(layersOf(BLOCKS[2])),
    'depth.layers.shallow': String(layersOf(SHALLOW)),
    'depth.layers.deep': String(layersOf(DEEP)),
    'depth.layers.deepest': String(layersOf(DEEPEST)),
    'depth.low': end(low),
    'depth.good': end(good),
    'depth.shallow': end(shallow),
    'depth.deep': end(deep),
    'depth.deepest': end(deepest),
    'depth.skips.low': end(lowSkips),
    'depth.skips.shallow': end(shallowSkips),
    'depth.skips.deep': end(deepSkips),
    'depth.skips.deepest': end(deepestSkips),
    'depth.before.deepest': end(deepestBefore),
    'depth.times.plain': times(deep),
    'depth.times.skips': times(deepSkips),
  };
}
