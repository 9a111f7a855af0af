import type { Messages } from '../../../reader/messages.tsx';
import { branchOf, BRANCHES, type View } from './unplug-view.ts';

interface Props {
  width: number;
  height: number;
  scale: number;
  words: Messages;
  view: View;
  /** Nothing can be taken out while something is asked. */
  still: boolean;
  onToggle: (branch: number) => void;
}

const SIDE = 4;
/** In boxes narrower than this a name takes two lines, px. */
const NARROW = 62;

/** The stream from left to right with its branches; each is a button that takes it out. */
export function Stream({ width, height, scale, words, view, still, onToggle }: Props) {
  const { network, out } = view;
  const step = (width - 2 * SIDE) / BRANCHES;
  const box = { width: step * 0.72, height: Math.min(38 * scale, height * 0.4) };
  const plain = network === 'plain';
  const line = plain ? height * 0.5 : height - 14 * scale;
  const top = plain ? line - box.height / 2 : 4;
  const left = (branch: number): number => SIDE + step * (branch + 0.5) - box.width / 2;
  const middle = top + box.height / 2;
  /** From the stream up into the box, out of it, and down to where it is added. */
  const loop = (branch: number): string => {
    const [from, to] = [left(branch) - step * 0.09, left(branch) + box.width + step * 0.09];
    return `M${from} ${line}V${middle}H${left(branch)}M${left(branch) + box.width} ${middle}H${to}V${line - 7}`;
  };
  return (
    <div className="unplug-stream" style={{ width, height }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="unplug-line" d={`M0 ${line}H${width}`} />
        {Array.from({ length: BRANCHES }, (_, branch) => {
          const gone = out.includes(branch);
          const join = left(branch) + box.width + step * 0.09;
          return (
            <g key={branch} className={gone ? 'unplug-gone' : undefined}>
              {!plain && (
                <>
                  <path className="unplug-loop" d={loop(branch)} />
                  <circle className="unplug-sum" cx={join} cy={line} r={6} />
                  <path
                    className="unplug-plus"
                    d={`M${join - 3.5} ${line}h7M${join} ${line - 3.5}v7`}
                  />
                </>
              )}
            </g>
          );
        })}
      </svg>
      {Array.from({ length: BRANCHES }, (_, branch) => {
        const { half, number } = branchOf(network, branch);
        return (
          <button
            key={branch}
            type="button"
            className={step < NARROW * scale ? 'unplug-box unplug-narrow' : 'unplug-box'}
            style={{ left: left(branch), top, width: box.width, height: box.height }}
            aria-pressed={out.includes(branch)}
            aria-label={words.text(`takeOut.${half}`, { number })}
            disabled={still}
            onClick={() => onToggle(branch)}
          >
            {words.text(`box.${half}`, { number })}
          </button>
        );
      })}
    </div>
  );
}
