import { fixed, signed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { exchanged, muted, ownWiring } from './heads-view.ts';
import { runOf } from './runs.ts';

const three = fixed(3);
const four = signed(4);

/** Every head muted alone, then all of them, then the first and the last exchanged. */
function designsOf(heads: number, layers: number) {
  const own = ownWiring(heads, layers);
  const none = own.map(() => -1);
  const swapped = exchanged(own, heads, 0, heads - 1);
  const singles = own.map((_, place) => muted(heads, layers, place));
  return [...singles, none, swapped].map((wiring) => ({ wiring }));
}

/** What the prose quotes of the heads' worth, of the recipe as the page has it. */
export function useHeadsFacts(recipe: Recipe, words: Messages): void {
  const { heads, layers, embd } = settingsOf(recipe)!;
  const { steps } = recipe;
  const designs = designsOf(heads, layers);
  const none = { wiring: ownWiring(heads, layers).map(() => -1) };
  const adam = runOf(recipe, { adam: true });
  const at = (run: Recipe) => ({ recipe: run, steps: [steps] });
  const { data: costs } = useEngine('redesigned', { recipe, step: steps, designs });
  const { data: taught } = useEngine('redesigned', { recipe: adam, step: steps, designs: [none] });
  const { data: whole } = useEngine('evaluate', at(recipe));
  const { data: without } = useEngine('evaluate', at({ ...recipe, ...none }));
  const { data: blind } = useEngine('evaluate', at({ ...recipe, position: false }));
  const { data: both } = useEngine('evaluate', at({ ...recipe, ...none, position: false }));

  const end = (answer: { nats: readonly number[] } | undefined) => answer?.nats.at(-1) ?? NaN;
  const price = (i: number) => (costs ? costs.nats[i] - costs.trained : NaN);
  const singles = designs.slice(0, heads * layers).map((_, i) => price(i));
  const dearest = singles.indexOf(Math.max(...singles));
  const own = end(whole);
  usePublish({
    'heads.count': words.text('number', { value: heads }),
    'heads.size': words.text('number', { value: embd / heads }),
    'heads.width': words.text('number', { value: embd }),
    'heads.trained': three(own),
    'heads.gap': three((whole?.floors.bigram ?? NaN) - own),
    'heads.dearest': words.text('nameOf', { head: Math.max(0, dearest % heads) + 1 }),
    'heads.most': four(Math.max(...singles)),
    'heads.least': four(Math.min(...singles)),
    'heads.sum': four(singles.reduce((a, b) => a + b, 0)),
    'heads.none': four(price(heads * layers)),
    'heads.swap': four(price(heads * layers + 1)),
    'heads.without': three(end(without)),
    'heads.without.price': four(end(without) - own),
    'heads.blind': three(end(blind)),
    'heads.both': three(end(both)),
    'heads.both.price': four(end(both) - end(blind)),
    'heads.adam': three(taught?.trained ?? NaN),
    'heads.adam.none': four(taught ? taught.nats[0] - taught.trained : NaN),
  });
}
