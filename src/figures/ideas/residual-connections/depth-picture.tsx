import type { ChartProps } from './depth-charts.tsx';
import { EndsChart, SlopesChart, TrainingChart } from './depth-charts.tsx';
import { layoutOf } from './depth-view.ts';

interface Props extends ChartProps {
  onBlocks: (blocks: number) => void;
}

/** Ends by depth, and beside them, or in their place, a closer look. */
export function DepthPicture(props: Props) {
  const { size, scale, view } = props;
  const { ends, beside } = layoutOf(size, scale, view.panel);
  return (
    <div className="depth-picture" style={{ height: size.height }}>
      {ends && (
        <div className="depth-ends">
          <EndsChart {...props} size={ends} />
        </div>
      )}
      {beside && (
        <div className="depth-beside" style={{ left: beside.left }}>
          {view.panel === 'slopes' ? (
            <SlopesChart {...props} size={beside} />
          ) : (
            <TrainingChart {...props} size={beside} />
          )}
        </div>
      )}
    </div>
  );
}
