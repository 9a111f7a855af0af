import { Frame } from '../../../charts/Frame.tsx';
import { monoWidth } from '../../../charts/text.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import type { Typed } from './typing-data.ts';
import { barsPath, BLOCK, totalOf, typingLayout } from './typing-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  typed: Typed;
  /** All heads look at one set of keys and values. */
  shared: boolean;
}

/** What each token costs without a cache and with one, on one scale, and what is kept. */
export function TypingPicture({ size, words, scale, typed, shared }: Props) {
  const { width, height } = size;
  const { labels, cached, again, kept, heads } = typed;
  const at = typingLayout(size, scale, labels.length);
  const most = Math.max(1, ...again);
  const up = (value: number) => (value / most) * at.tall;
  const number = (value: number) => words.text('number', { value });
  const last = labels.length - 1;
  const fits = labels.every((label) => monoWidth(label, 12 * scale) <= at.pitch);
  const share = shared ? 1 / heads : 1;
  const full = (kept[0] ?? 1) * BLOCK;
  const held = totalOf(kept);
  return (
    <Frame
      width={width}
      height={height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', {
        tokens: labels.length,
        cached: number(totalOf(cached)),
        again: number(totalOf(again)),
      })}
    >
      <text className="c-label" y={13 * scale}>
        {words.text('without')}
      </text>
      <text className="c-mono typing-sum" x={width} y={13 * scale} textAnchor="end">
        {number(totalOf(again))}
      </text>
      <path className="typing-redone" d={barsPath(at, at.again, again.map(up))} />
      <path
        className="typing-new"
        d={barsPath(
          at,
          at.again,
          again.map((_, t) => up(cached[t])),
        )}
      />
      <path className="c-axis" d={`M0 ${at.again}H${width}`} />
      <text className="c-label" y={at.again + 16 * scale}>
        {words.text('with')}
      </text>
      <text className="c-mono typing-sum" x={width} y={at.again + 16 * scale} textAnchor="end">
        {number(totalOf(cached))}
      </text>
      <path className="typing-new" d={barsPath(at, at.cached, cached.map(up))} />
      <path className="c-axis" d={`M0 ${at.cached}H${width}`} />
      {labels.map(
        (label, t) =>
          (fits || t === last) && (
            <text
              // Tokens keep their places.
              key={t}
              className="c-mono typing-letter"
              data-now={t === last || undefined}
              x={at.left + (t + 0.5) * at.pitch}
              y={at.letters}
              textAnchor="middle"
            >
              {label}
            </text>
          ),
      )}
      <text className="c-note" y={at.meter + 15 * scale}>
        {words.text(shared ? 'keptShared' : 'kept', { numbers: number(held * share) })}
      </text>
      <text className="c-note" x={width} y={at.meter + 15 * scale} textAnchor="end">
        {words.text('bytes', { bytes: number(held * share * typed.bytes) })}
      </text>
      <rect className="typing-room" y={at.meter + 22 * scale} width={width} height={9 * scale} />
      <rect
        className="typing-held"
        y={at.meter + 22 * scale}
        width={(width * held * share) / full}
        height={9 * scale}
      />
    </Frame>
  );
}
