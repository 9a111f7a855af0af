import { log } from '../../engine/index.ts';
import type { Input, Result, SampleParts } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { sample } from './sample.ts';

/** Add-one smoothing, as in the run itself. */
const ALPHA = 1;

export function samplesAfter(
  workspace: Workspace,
  input: Input<'samplesAfter'>,
): Result<'samplesAfter'> {
  const { recipe, count, shown } = input;
  const { data, order } = workspace.run(recipe);
  const { bos } = data.tokenizer;
  const columns = input.steps.map((wanted) => {
    const step = wanted ?? order.length;
    const { names } = sample(workspace, { recipe, step, alpha: ALPHA, count, seed: null });
    return {
      step,
      known: names.filter((name) => name.known).length,
      names: names.slice(0, shown).map(({ known, draws, nats }) => {
        const letters = draws.flatMap(({ next }, i) =>
          next === bos ? [] : [{ text: data.tokenizer.decode([next]), nats: nats[i] }],
        );
        return { known, parts: partsOf(letters, input.rare) };
      }),
    };
  });
  return { columns };
}

/** Likely and unlikely stretches in turn, beginning with a likely one, which may be empty. */
function partsOf(
  letters: readonly { text: string; nats: number }[],
  rare: number,
): SampleParts['parts'] {
  const parts = [''];
  const most = -log(rare);
  for (const { text, nats } of letters) {
    const unlikely = nats > most;
    if (unlikely !== (parts.length % 2 === 0)) parts.push('');
    parts[parts.length - 1] += text;
  }
  return parts;
}
