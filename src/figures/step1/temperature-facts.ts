import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { tempered } from '../../engine/reshape.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { COLD, lotOf, REFERENCE, temperatureText, TWENTY } from './temperature-view.ts';

const one = fixed(1);
const three = fixed(3);

/** What the prose quotes, whatever temperature is in view. */
export function useTemperatureFacts(
  recipe: Recipe,
  words: Messages,
  labels: readonly string[] | undefined,
): void {
  const at = (temperature: number, of: Recipe = recipe) => ({
    recipe: of,
    step: recipe.steps,
    count: TWENTY,
    temperature,
    topK: null,
    seed: null,
    prompt: '',
    distributions: false,
  });
  const own = useEngine('generate', at(REFERENCE)).data?.names;
  const counting = useEngine('generate', at(REFERENCE, { ...recipe, model: 0 })).data?.names;
  const cold = useEngine('generate', at(COLD)).data?.names;
  const begin = useEngine('predict', {
    recipe,
    step: recipe.steps,
    text: '',
    temperature: 1,
  }).data?.p;
  const lot = own && lotOf(own);
  const frozen = cold && lotOf(cold);
  const whole = (value: number | undefined) =>
    value === undefined ? '–' : words.text('number', { value });
  const row = begin ? Array.from(begin) : [];
  const likeliest = row.indexOf(Math.max(...row));
  const bent = row.length > 0 ? tempered(row, REFERENCE) : [];
  usePublish({
    'temperature.reference': temperatureText(REFERENCE),
    'temperature.cold': temperatureText(COLD),
    'temperature.count': whole(TWENTY),
    'temperature.first': own?.[0]?.text ?? '–',
    'temperature.real': whole(lot?.real),
    'temperature.length': lot ? one(lot.length) : '–',
    'temperature.counting': whole(counting && lotOf(counting).real),
    'temperature.cold.name': cold?.[0]?.text || words.text('nothing'),
    'temperature.cold.distinct': whole(frozen?.distinct),
    'temperature.top': labels?.[likeliest] ?? '–',
    'temperature.top.plain': three(row[likeliest] ?? NaN),
    'temperature.top.bent': three(bent[likeliest] ?? NaN),
  });
}
