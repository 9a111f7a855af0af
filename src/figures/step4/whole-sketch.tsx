import { useMemo } from 'react';
import { graphemes } from '../../charts/text.ts';
import type { Result } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { planOf } from './whole-plan.ts';

interface Props {
  size: Size;
  network: Result<'network'>;
  text: string;
}

/** The map before its numbers have come: where everything stands. */
export function WholeSketch({ size, network, text }: Props) {
  const { settings, labels } = network;
  const plan = useMemo(() => {
    const positions = Math.max(1, Math.min(settings.block, graphemes(text).length + 1));
    const none = Array.from({ length: positions }, () => 0);
    return planOf(
      {
        ...settings,
        positions,
        vocab: labels.length,
        tokens: none,
        targets: none,
        usesPlaces: settings.position,
      },
      size,
    );
  }, [settings, labels.length, text, size]);
  const boxes = (parameters: boolean) =>
    plan.tensors
      .filter((tensor) => tensor.parameters === parameters && tensor.head < 1)
      .map(
        ({ x, y, width, height }) =>
          `M${Math.round(x)} ${Math.round(y)}h${Math.round(width)}v${Math.round(height)}h${-Math.round(width)}z`,
      )
      .join('');
  return (
    <svg
      className="whole-sketch"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${Math.ceil(plan.width)} ${Math.ceil(plan.height)}`}
      aria-hidden="true"
    >
      <path className="q-fill-parameter" d={boxes(true)} />
      <path className="q-fill-activation" d={boxes(false)} />
    </svg>
  );
}
