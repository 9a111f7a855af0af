import { fixed, integer } from '../../charts/index.ts';
import type { Model, Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import { recipeOf, type Six } from './six-programs-data.ts';
import { bitsOf } from './six-programs-view.ts';

const three = fixed(3);
const two = fixed(2);
const DASH = '–';

/** What the prose quotes of the six programs, whatever is in view. */
export function useSixFacts(recipe: Recipe, six: Six | null, words: Messages): void {
  const whole = integer(usePage().locale);
  const nats = (model: Model): number | null => six?.programs[model].nats ?? null;
  const said = (value: number | null | undefined, format: (value: number) => string): string =>
    value === null || value === undefined ? DASH : format(value);
  /** How far one program ends from another, and on which side. */
  const gap = (model: Model, from: number | null | undefined) => {
    const end = nats(model);
    if (end === null || from === null || from === undefined) return { by: DASH, side: DASH };
    const by = Math.round(end * 1000) - Math.round(from * 1000);
    const side = by === 0 ? 'level' : by > 0 ? 'above' : 'below';
    return { by: three(Math.abs(by) / 1000), side: words.text('side', { side }) };
  };
  const heads = gap(4, nats(3));
  const adam = gap(5, nats(4));
  const counting = gap(2, nats(0));
  const all = gap(5, nats(0));
  const floor = gap(5, six?.floors.bigram);
  const left = gap(5, six?.floors.trigram);
  const products = (model: Model) => six?.programs[model].products ?? null;
  const [one, most] = [products(2), products(5)];
  usePublish({
    'six.counting': said(nats(0), three),
    'six.mlp': said(nats(2), three),
    'six.one': said(nats(3), three),
    'six.four': said(nats(4), three),
    'six.adam': said(nats(5), three),
    'six.counting.bits': said(nats(0) === null ? null : bitsOf(nats(0)!), two),
    'six.adam.bits': said(nats(5) === null ? null : bitsOf(nats(5)!), two),
    'six.mlp.gap': counting.by,
    'six.mlp.side': counting.side,
    'six.heads.gap': heads.by,
    'six.heads.side': heads.side,
    'six.adam.gap': adam.by,
    'six.adam.side': adam.side,
    'six.all.gap': all.by,
    'six.floor.gap': floor.by,
    'six.floor.side': floor.side,
    'six.left.gap': left.by,
    'six.left.side': left.side,
    'six.trigram': said(six?.floors.trigram, three),
    'six.counting.numbers': said(six?.programs[0].numbers, whole),
    'six.adam.numbers': said(six?.programs[5].numbers, whole),
    'six.mlp.products': said(one, whole),
    'six.adam.products': said(most, whole),
    'six.times': one && most ? two(most / one) : DASH,
    'six.rate': said(settingsOf(recipeOf(recipe, 5))?.rate, String),
    'six.rate.before': said(settingsOf(recipeOf(recipe, 4))?.rate, String),
  });
}
