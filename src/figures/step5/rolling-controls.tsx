import type { NetworkSettings } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import { NumberField } from '../number-field.tsx';
import { SliderOf } from '../slider-of.tsx';
import { Switch } from '../switch.tsx';
import { STRIDE, TIMES, betas, held, type Point, type View } from './rolling-view.ts';

const BETAS1 = [0, 0.5, 0.95, 0.99] as const;
const BETAS2 = [0.9, 0.99, 0.999] as const;

interface Props {
  words: Messages;
  settings: NetworkSettings;
  view: View;
  pairs: number;
  /** Along the axes that are drawn. */
  start: Point;
  axes: readonly [string, string];
  onChange: (change: Partial<View>) => void;
  onMove: (to: Point) => void;
}

/** Which slice, which optimizers with which numbers, and from where. */
export function RollingControls(props: Props) {
  const { words, settings, view, pairs, start, axes, onChange, onMove } = props;
  return (
    <>
      <Switch<string>
        label={words.text('pair')}
        value={String(view.pair)}
        options={Array.from({ length: pairs }, (_, i) => ({
          value: String(i),
          label: words.text(`pairs.${i}`),
        }))}
        onChange={(value) => onChange({ pair: Number(value), adam: true })}
      />
      <Switch<string>
        label={words.text('network')}
        value={view.trained ? 'trained' : 'new'}
        options={(['new', 'trained'] as const).map((value) => ({
          value,
          label: words.text(value),
        }))}
        onChange={(value) => onChange({ trained: value === 'trained', adam: true })}
      />
      <Switch<string>
        label={words.text('axes')}
        value={view.turned ? 'turned' : 'own'}
        options={(['own', 'turned'] as const).map((value) => ({
          value,
          label: words.text(value),
        }))}
        onChange={(value) => onChange({ turned: value === 'turned', adam: true })}
      />
      <SliderOf
        label={words.text('times')}
        values={TIMES}
        value={view.times}
        onChange={(times) => onChange({ times, adam: true })}
      />
      <Switch<string>
        label={words.text('who')}
        value={view.all ? 'four' : 'two'}
        options={(['two', 'four'] as const).map((value) => ({
          value,
          label: words.text(value),
        }))}
        onChange={(value) => onChange({ all: value === 'four', adam: true })}
      />
      <span className="rolling-more">
        <SliderOf
          label="β₁"
          values={betas(BETAS1, settings.beta1)}
          value={view.beta1 ?? settings.beta1}
          onChange={(beta1) => onChange({ beta1, adam: true })}
        />
        <SliderOf
          label="β₂"
          values={betas(BETAS2, settings.beta2)}
          value={view.beta2 ?? settings.beta2}
          onChange={(beta2) => onChange({ beta2, adam: true })}
        />
        <span className="rolling-start-fields">
          {[0, 1].map((k) => (
            <NumberField
              key={k}
              label={k === 0 ? words.text('from') : undefined}
              name={words.text('fromAlong', { axis: axes[k] })}
              value={Number(start[k].toFixed(2))}
              step={STRIDE}
              size={7}
              onChange={(value) =>
                onMove(k === 0 ? [held(value), start[1]] : [start[0], held(value)])
              }
            />
          ))}
        </span>
      </span>
    </>
  );
}
