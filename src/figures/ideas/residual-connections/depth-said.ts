/** What is said of the towers, and their table. */
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { TowerEnd } from '../../../worker/protocol.ts';
import { BLOCKS, endOf, JOINTS, jointsOf, type View } from './depth-view.ts';
import { PUBLISHED, YEAR } from './published.ts';

const three = fixed(3);
const two = fixed(2);

interface Said {
  view: View;
  runOf: (joint: Joint, blocks: number) => TowerEnd | undefined;
  asking: boolean;
  guess: number | null;
}

export function depthSentence(words: Messages, { view, runOf, asking, guess }: Said) {
  const run = runOf('plain', view.blocks);
  const end = (joint: Joint): string => three(endOf(runOf(joint, view.blocks)) ?? NaN);
  const known = BLOCKS.slice(0, view.depths);
  const values = {
    layers: layersOf(view.blocks),
    steps: view.steps,
    plain: end('plain'),
    after: end('after'),
    before: end('before'),
    best: three(endOf(runOf('plain', known[known.length - 1])) ?? NaN),
    bestLayers: layersOf(known[known.length - 1]),
    floor: three(runOf('plain', BLOCKS[0])?.floor ?? NaN),
    guess: guess === null ? '' : three(guess),
    shallow: two(PUBLISHED.plain[0]),
    deep: two(PUBLISHED.plain[1]),
    shallowSkips: two(PUBLISHED.residual[0]),
    deepSkips: two(PUBLISHED.residual[1]),
    first: (run?.slopes[0] ?? NaN).toPrecision(2),
    last: (run?.slopes.at(-1) ?? NaN).toPrecision(2),
  };
  if (asking) return words.say('says.asking', values);
  if (jointsOf(view).some((joint) => !runOf(joint, view.blocks)))
    return words.say('says.waiting', values);
  if (guess !== null) return words.say('says.guessed', values);
  if (view.panel === 'published')
    return words.say(view.joints > 1 ? 'says.published' : 'says.publishedPlain', values);
  if (view.panel === 'slopes') return words.say('says.slopes', values);
  if (jointsOf(view).some((joint) => runOf(joint, view.blocks)?.ended !== null))
    return words.say('says.broken', values);
  return words.say(`says.ends${view.joints}`, values);
}

/** Ends by depth; or the published errors. */
export function depthTable(
  words: Messages,
  view: View,
  runOf: Said['runOf'],
): Omit<DataTableProps, 'height'> {
  const layers = { key: 'layers', label: words.text('layers'), numeric: true };
  if (view.panel === 'published')
    return {
      caption: words.text('published', { year: YEAR }),
      columns: [
        layers,
        { key: 'plain', label: words.text('joint.plain'), numeric: true },
        { key: 'after', label: words.text('joint.after'), numeric: true },
      ],
      rows: PUBLISHED.layers.map((count, i) => [
        count,
        two(PUBLISHED.plain[i]),
        two(PUBLISHED.residual[i]),
      ]),
    };
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
