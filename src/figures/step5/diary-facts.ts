import { fixed } from '../../charts/index.ts';
import type { NetworkSettings } from '../../engine/recipe.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { DiaryData } from './diary-data.ts';
import { figuresOf } from './figures-of.ts';
import { parameterName } from './parameter-name.ts';

const two = fixed(2);
const DASH = '–';

/** What the prose and the equations of the section quote. */
export function useDiaryFacts(
  words: Messages,
  data: DiaryData,
  name: string,
  settings: NetworkSettings,
  /** A question stands: what would answer it is not told yet. */
  asking: boolean,
): void {
  const { cast, labels, known, entry, beyond } = data;
  const count = (value: number | null | undefined): string =>
    value === undefined || value === null ? DASH : words.text('number', { value });
  const [mine, quiet, query] = known.diaries;
  const longest = quiet?.longest;
  const { beta1, beta2 } = settings;
  const told = asking ? null : entry;
  const now = (value: number | null | undefined, figures = 2): string =>
    value === undefined || value === null ? DASH : figuresOf(value, figures);
  usePublish({
    'diary.name': name,
    'diary.day': count(entry?.day),
    'diary.g': now(entry?.gradient, 3),
    'diary.m': now(entry?.m, 3),
    'diary.v': now(entry?.v, 3),
    'diary.mHat': now(told?.mHat, 3),
    'diary.root': now(told?.root, 3),
    'diary.rate': now(entry?.rate, 3),
    'diary.step': now(told?.step, 3),
    'diary.beta1': String(beta1),
    'diary.beta2': String(beta2),
    'diary.rest1': String(Number((1 - beta1).toPrecision(6))),
    'diary.rest2': String(Number((1 - beta2).toPrecision(6))),
    'diary.letter': cast ? (labels[cast.letter] ?? '') : '',
    'diary.mine': cast ? parameterName(data.parameters[0], labels, cast.layers) : '',
    'diary.mine.heard': count(mine?.heard),
    'diary.mine.day': count(known.mine?.day),
    'diary.mine.g': now(known.mine?.gradient),
    'diary.mine.signal': known.mine ? String(Math.round(100 * known.mine.signal)) : DASH,
    'diary.quiet.letter': cast ? (labels[cast.quiet] ?? '') : '',
    'diary.quiet': cast ? parameterName(data.parameters[1], labels, cast.layers) : '',
    'diary.quiet.heard': count(quiet?.heard),
    'diary.quiet.moved': count(quiet?.moved),
    'diary.quiet.unheard': count(quiet?.movedUnheard),
    'diary.quiet.day': count(longest?.day),
    'diary.quiet.times': longest ? two(longest.times) : DASH,
    'diary.query': cast ? parameterName(data.parameters[2], labels, cast.layers) : '',
    'diary.query.heard': count(query?.heard),
    'diary.parameters': count(beyond?.parameters),
    'diary.beyond': count(beyond?.beyond),
    'diary.beyond.most': beyond?.most ? two(beyond.most.times) : DASH,
    'diary.beyond.name':
      beyond?.most && cast ? parameterName(beyond.most.parameter, labels, cast.layers) : DASH,
    'diary.alone': two((1 - beta1) / Math.sqrt(1 - beta2)),
  });
}
