import type { Messages } from '../../../reader/messages.tsx';
import { SliderOf } from '../../slider-of.tsx';
import { Switch } from '../../switch.tsx';
import * as see from './ravine-view.ts';

interface Props {
  words: Messages;
  view: see.View;
  onChange: (part: Partial<see.View>) => void;
}

/** The ravine's shape, what the means keep, and what the chart runs over. */
export function RavineControls({ words, view, onChange }: Props) {
  return (
    <>
      <SliderOf
        label={words.text('stretch')}
        values={see.STRETCHES}
        value={view.stretch}
        onChange={(stretch) => onChange({ stretch, who: 'all' })}
      />
      <SliderOf
        label={words.text('angle')}
        values={see.ANGLES}
        value={view.angle}
        onChange={(angle) => onChange({ angle, who: 'all' })}
      />
      <Switch<see.Shares>
        label={words.text('shares')}
        value={view.shares}
        options={(['program', 'paper'] as const).map((value) => ({
          value,
          label: words.text(`share.${value}`),
        }))}
        onChange={(shares) => onChange({ shares, who: 'all' })}
      />
      <Switch<see.Over>
        label={words.text('over')}
        value={view.over}
        options={(['stretch', 'angle'] as const).map((value) => ({
          value,
          label: words.text(`by.${value}`),
        }))}
        onChange={(over) => onChange({ over, who: 'all' })}
      />
    </>
  );
}
