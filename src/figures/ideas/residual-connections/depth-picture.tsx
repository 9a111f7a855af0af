import type { ChartProps } from './depth-charts.tsx';
import { EndsChart, SlopesChart, TrainingChart } from './depth-charts.tsx';
import { layoutOf } from './depth-view.ts';
import { PublishedChart } from './published-chart.tsx';

interface Props extends ChartProps {
  guess: { value: number | null; truth: number | null } | null;
  onGuess: ((nats: number) => void) | null;
  onBlocks: ((blocks: number) => void) | null;
}

/** Ends by depth, and beside them, or in their place, one of three closer looks. */
export function DepthPicture(props: Props) {
  const { size, scale, words, view } = props;
  const { ends, beside } = layoutOf(size, scale, view.panel);
  const closer = (room: { width: number; height: number }) => {
    switch (view.panel) {
      case 'published':
        return (
          <PublishedChart size={room} scale={scale} words={words} residual={view.joints > 1} />
        );
      case 'slopes':
        return <SlopesChart {...props} size={room} />;
      case 'ends':
      case 'training':
        return <TrainingChart {...props} size={room} />;
    }
  };
  return (
    <div className="depth-picture" style={{ height: size.height }}>
      {ends && (
        <div className="depth-ends">
          <EndsChart {...props} size={ends} />
        </div>
      )}
      {beside && (
        <div className="depth-beside" style={{ left: beside.left }}>
          {closer(beside)}
        </div>
      )}
    </div>
  );
}
