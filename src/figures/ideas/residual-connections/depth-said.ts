/** What is said of the towers, and their table. */
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { TowerEnd } from '../../../worker/protocol.ts';
import { BLOCKS, JOINTS, jointsOf, nearestTimes, type View } from './depth-view.ts';
import { endOf } from './towers.ts';

const three = fixed(3);

interface Said {
  view: View;
  runOf: (joint: Joint, blocks: number) => TowerEnd | undefined;
  asking: boolean;
  guess: number | null;
}

export function depthSentence(words: Messages, { view, runOf, asking, guess }: Said) {
  const run = runOf('plain', view.blocks);
  const end = (joint: Joint): string => three(endOf(runOf(joint, view.blocks)) ?? NaN);
  const values = {
    layers: layersOf(view.blocks),
    steps: view.steps,
    plain: end('plain'),
    after: end('after'),
    before: end('before'),
    floor: three(runOf('plain', BLOCKS[0])?.floor ?? NaN),
    guess: guess === null ? '' : words.text('times', { times: guess }),
    right: guess === nearestTimes((run?.slopes[0] ?? 1) / (run?.slopes.at(-1) ?? 1)) ? 'yes' : 'no',
    first: (run?.slopes[0] ?? NaN).toPrecision(2),
    last: (run?.slopes.at(-1) ?? NaN).toPrecision(2),
  };
  if (jointsOf(view).some((joint) => !runOf(joint, view.blocks)))
    return words.say('says.waiting', values);
  if (asking) return words.say('says.asking', values);
  if (guess !== null) return words.say('says.guessed', values);
  if (view.panel === 'slopes') return words.say('says.slopes', values);
  if (jointsOf(view).some((joint) => runOf(joint, view.blocks)?.ended !== null))
    return words.say('says.broken', values);
  return words.say(`says.ends${view.joints}`, values);
}

/** Ends by depth. */
export function depthTable(
  words: Messages,
  view: View,
  runOf: Said['runOf'],
): Omit<DataTableProps, 'height'> {
  const layers = { key: 'layers', label: words.text('layers'), numeric: true };
  const shown = JOINTS.slice(0, view.joints);
  return {
    caption: words.text('ends'),
    columns: [
      layers,
      ...shown.map((joint) => ({ key: joint, label: words.text(`joint.${joint}`), numeric: true })),
    ],
    rows: BLOCKS.map((blocks, i) => [
      layersOf(blocks),
      ...shown.map((joint) => {
        const end = endOf(runOf(joint, blocks));
        return i >= view.depths ? '?' : end === null ? '–' : three(end);
      }),
    ]),
  };
}
