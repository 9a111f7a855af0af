/** Their four numbers and ours, which the engine trains; what the text quotes of them. */
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import type { Joint } from '../../../engine/ideas/tower.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Pair } from './errors-view.ts';
import { PUBLISHED } from './published.ts';
import { DEEP, endOf, RATE, RUN, SHALLOW, towerQuestion } from './towers.ts';

const two = fixed(2);
const three = fixed(3);

export function useFourErrors(reader: Recipe) {
  const tower = (joint: Joint, blocks: number) =>
    towerQuestion(reader, { joint, blocks, rate: RATE, steps: RUN });
  const plain = useEngine('tower', tower('plain', SHALLOW));
  const deepPlain = useEngine('tower', tower('plain', DEEP));
  const skips = useEngine('tower', tower('after', SHALLOW));
  const deepSkips = useEngine('tower', tower('after', DEEP));
  const asked = [plain, deepPlain, skips, deepSkips];
  const ours: Pair[] = [
    { kind: 'plain', shallow: endOf(plain.data), deep: endOf(deepPlain.data) },
    { kind: 'after', shallow: endOf(skips.data), deep: endOf(deepSkips.data) },
  ];
  const end = (nats: number | null): string => three(nats ?? NaN);
  const numbers = {
    plain: two(PUBLISHED.plain[0]),
    deep: two(PUBLISHED.plain[1]),
    skips: two(PUBLISHED.residual[0]),
    deepSkips: two(PUBLISHED.residual[1]),
    ourPlain: end(ours[0].shallow),
    ourDeep: end(ours[0].deep),
    ourSkips: end(ours[1].shallow),
    ourDeepSkips: end(ours[1].deep),
  };
  const facts = {
    'errors.plain': numbers.plain,
    'errors.deep': numbers.deep,
    'errors.skips': numbers.skips,
    'errors.deepSkips': numbers.deepSkips,
    'errors.our.plain': numbers.ourPlain,
    'errors.our.deep': numbers.ourDeep,
    'errors.our.skips': numbers.ourSkips,
    'errors.our.deepSkips': numbers.ourDeepSkips,
  };
  return {
    ours,
    numbers,
    facts,
    live: asked.every(({ live }) => live),
    busy: asked.some(({ busy }) => busy),
    fault: asked.find(({ fault }) => fault)?.fault ?? null,
  };
}

/** A row for each of the two depths. */
export function errorsTable(
  words: Messages,
  numbers: ReturnType<typeof useFourErrors>['numbers'],
  asking: boolean,
): Omit<DataTableProps, 'height'> {
  const { plain, skips, ourPlain, ourSkips } = numbers;
  const { deep, deepSkips, ourDeep, ourDeepSkips } = numbers;
  return {
    caption: words.text('tableCaption'),
    columns: (['layers', 'plain', 'after', 'ourPlain', 'ourAfter'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: true,
    })),
    rows: [
      [PUBLISHED.layers[0], plain, skips, ourPlain, ourSkips],
      [PUBLISHED.layers[1], asking ? '?' : deep, deepSkips, ourDeep, ourDeepSkips],
    ],
  };
}
