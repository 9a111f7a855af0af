import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { useAwake } from '../step1/nudging-data.ts';
import { useAttention, type Attention } from './attention-data.ts';
import { restOf, TENSORS, type Rest } from './mixing-engine.ts';

export interface Mixing {
  readonly attention: Attention;
  /** Tokens that may come, and the boundary among them. */
  readonly labels: readonly string[];
  readonly bos: number;
  /** What is expected after the last position: as trained, and with the residual cut. */
  readonly p: readonly number[];
  readonly cut: readonly number[] | null;
  /** What follows the mixture; null until the reader's own engine has brought it. */
  readonly rest: Rest | null;
}

export interface MixingData {
  readonly mixing: Mixing | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const lastRow = (values: Float64Array, rows: number): number[] => {
  const size = values.length / rows;
  return Array.from(values.subarray((rows - 1) * size));
};

/** How attention mixed a name's values, and all that is needed to mix them otherwise. */
export function useMixing(recipe: Recipe, name: string): MixingData {
  const awake = useAwake();
  const step = recipe.steps;
  const read = useAttention(recipe, name, step);
  const network = useEngine('network', { recipe });
  const place = name === '' ? null : { recipe, step, text: name };
  const said = useEngine('predict', place && { ...place, temperature: 1 });
  const cut = useEngine(
    'passage',
    place && { ...place, tensors: ['prob'], design: { residual: false } },
  );
  const after = useEngine(
    'weights',
    awake ? { recipe, step, tensors: [...TENSORS], gradients: false, memories: false } : null,
  );
  const { attention } = read;
  const width = attention?.x[0].length ?? 0;
  const rest = useMemo(
    () => after.data && restFrom(after.data, recipe, width),
    [after.data, recipe, width],
  );
  const answers = [read, network, said, cut, after];
  const whole = attention && network.data && said.data?.read === attention.letters.length;
  return {
    mixing: whole
      ? {
          attention,
          labels: network.data!.labels,
          bos: network.data!.bos,
          p: lastRow(said.data!.p, said.data!.read),
          cut: cut.data ? lastRow(cut.data.vectors['prob'].values, cut.data.positions) : null,
          rest: rest ?? null,
        }
      : null,
    live: read.live && said.live && after.live,
    busy: [read, network, said].some(({ busy }) => busy),
    fault: answers.find(({ fault }) => fault)?.fault ?? null,
  };
}

/** The rest of the network, unless the answer is still about another of another size. */
function restFrom({ tensors }: Result<'weights'>, recipe: Recipe, width: number): Rest | null {
  const values = Object.fromEntries(TENSORS.map((name) => [name, tensors[name].value]));
  const design = settingsOf(recipe);
  if (!design || values['attn_wo'].length !== width * width) return null;
  return restOf(values as Parameters<typeof restOf>[0], design, width);
}
