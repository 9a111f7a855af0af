/** What the figure of the unplugged branches asks the engine, and what the text quotes of it. */
import { useMemo } from 'react';
import { fixed } from '../../../charts/index.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import { priceText } from '../../prices.ts';
import {
  BEATS,
  branchOf,
  deepProgram,
  EACH,
  LAYERS,
  LITTLE,
  missable,
  pricesOf,
  unplugQuestion,
  UPPER,
  type View,
} from './unplug-view.ts';

const three = fixed(3);
const DASH = '–';

export function useUnplugged(reader: Recipe, { network, out }: View) {
  const each = useEngine('unplug', unplugQuestion(reader, network, EACH));
  const some = useEngine('unplug', unplugQuestion(reader, network, [out]));
  const prices = pricesOf(each.data?.nats);
  const whole = prices ? (each.data?.nats[0] ?? null) : null;
  const now = some.data?.nats.length === 1 && !some.busy ? some.data.nats[0] : null;
  /** It has been measured, and there was nothing to measure it on. */
  const unmeasured = Boolean(each.data && !each.busy && prices === null);
  return { each, some, prices, whole, now, unmeasured };
}

/** Names and prices of the dearest branch, how many are cheap, and the same of the towers. */
export function useUnplugFacts(words: Messages, reader: Recipe): Record<string, string> {
  const { data: gpt } = useEngine('unplug', unplugQuestion(reader, 'gpt', EACH));
  const { data: upper } = useEngine('unplug', unplugQuestion(reader, 'gpt', [UPPER]));
  const { data: plain } = useEngine('unplug', unplugQuestion(reader, 'plain', EACH));
  const { data: skips } = useEngine('unplug', unplugQuestion(reader, 'after', EACH));
  const without = useMemo(() => deepProgram(reader, false), [reader]);
  const { data: bare } = useEngine('evaluate', { recipe: without, steps: [without.steps] });
  return useMemo(() => {
    const prices = pricesOf(gpt?.nats);
    const whole = gpt?.nats[0] ?? NaN;
    const most = prices ? Math.max(...prices) : NaN;
    const dearest = prices ? branchOf('gpt', prices.indexOf(most)) : null;
    const range = (of: readonly number[] | undefined) => {
      const known = pricesOf(of);
      return known
        ? { low: priceText(Math.min(...known)), high: priceText(Math.max(...known)) }
        : { low: DASH, high: DASH };
    };
    const [ofPlain, ofSkips] = [range(plain?.nats), range(skips?.nats)];
    return {
      'unplug.layers': String(LAYERS),
      'unplug.branches': String(EACH.length - 1),
      'unplug.little': String(LITTLE),
      'unplug.whole': three(whole),
      'unplug.missable': prices ? String(missable(prices)) : DASH,
      'unplug.dearest': dearest ? words.text(`branch.${dearest.half}`, dearest) : DASH,
      'unplug.most': prices ? priceText(most) : DASH,
      'unplug.upper': String(BEATS[3].out.length),
      'unplug.upper.price': upper ? priceText((upper.nats[0] ?? NaN) - whole) : DASH,
      'unplug.bare': three(bare?.nats[0] ?? NaN),
      'unplug.plain.low': ofPlain.low,
      'unplug.plain.high': ofPlain.high,
      'unplug.skips.low': ofSkips.low,
      'unplug.skips.high': ofSkips.high,
    };
  }, [words, gpt, upper, plain, skips, bare]);
}
