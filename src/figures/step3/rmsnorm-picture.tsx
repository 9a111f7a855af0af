import { lengthOf } from '../../engine/vector.ts';
import { useMemo, useState } from 'react';
import { quantityColor, toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { lengthsOf } from './rmsnorm-data.ts';
import { NormCurve } from './rmsnorm-curve.tsx';
import { NormLengths } from './rmsnorm-lengths.tsx';
import {
  factorText,
  lengthCurve,
  normed,
  normLayout,
  shortly,
  signedBars,
} from './rmsnorm-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  labels: readonly string[];
  /** The vectors that come in, [positions, C]. */
  vectors: readonly (readonly number[])[];
  own: number;
  /** What is normed, and what comes out. */
  before: readonly number[];
  after: readonly number[];
  /** The power of ten that the vector is multiplied by. */
  tens: number;
  times: string;
  asking: boolean;
  /** The output's length, as the reader says. */
  guess: number | null;
  onPosition: (position: number) => void;
}

/** The lengths of all tokens' vectors; one of them before and after; length by factor. */
export function NormPicture(props: Props) {
  const { size, words, scale, labels, vectors, own, before, after, tens, asking, guess } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const input = useLink('embedding');
  const output = useLink('norm');
  const at = normLayout(size, scale);
  const outputs = useMemo(() => vectors.map(normed), [vectors]);
  const curve = useMemo(() => lengthCurve(vectors[own] ?? []), [vectors, own]);
  // One scale for both rows, by what comes out for the vector as it is.
  const per = Math.max(1e-9, ...(outputs[own] ?? []).map(Math.abs)) * 1.05;
  const pitch = (at.right - at.left) / Math.max(1, labels.length);
  const slot = Math.min(pitch, 46 * scale);
  const rows = [
    {
      id: 'before',
      x: before,
      zero: at.before,
      link: input,
      text: words.say('before', { times: props.times, length: shortly(lengthOf(before)) }),
    },
    {
      id: 'after',
      x: after,
      zero: at.after,
      link: output,
      text: words.say('after', { length: asking ? '?' : shortly(lengthOf(after)) }),
    },
  ];
  return (
    <Frame
      width={size.width}
      height={size.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', { letter: labels[own] ?? '' })}
      className="norm"
      over={(describedBy) => (
        <ListCursor
          label={words.text('letters')}
          describedBy={describedBy}
          slots={labels.map((_, i) => ({
            x: at.left + pitch * (i + 0.5) - slot / 2,
            y: at.lengths - at.tall,
            width: slot,
            height: at.tall + 33 * scale,
          }))}
          name={(i) =>
            words.text('letter', { letter: labels[i], length: shortly(lengthsOf(vectors)[i]) })
          }
          direction="horizontal"
          selected={own}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={props.onPosition}
        />
      )}
    >
      {hovered !== null && (
        <rect
          className="c-hover"
          x={at.left + pitch * (hovered + 0.5) - slot / 2}
          y={at.lengths - at.tall - 2}
          width={slot}
          height={at.tall + 35 * scale}
        />
      )}
      <NormLengths
        at={at}
        scale={scale}
        words={words}
        labels={labels}
        before={lengthsOf(vectors)}
        after={lengthsOf(outputs)}
        own={own}
      />
      {rows.map(({ id, x, zero, link, text }) => (
        <g key={id} {...link.bind} data-lit={link.lit || undefined} className="norm-row">
          <text className="c-note" x={at.left} y={zero - at.reach - 6 * scale}>
            {text}
          </text>
          <path className="c-tick" d={`M${at.left} ${zero}H${at.right}`} />
          {!(asking && id === 'after') && (
            <path
              style={{
                fill: id === 'after' ? quantityColor('activation') : toned('activation', 0.42),
              }}
              d={signedBars(x, zero, per, at)}
            />
          )}
        </g>
      ))}
      {guess !== null && (
        <text
          className="c-mono norm-guess"
          x={at.right}
          y={at.after - at.reach - 6 * scale}
          textAnchor="end"
        >
          {words.text('yours', { length: factorText(guess) })}
        </text>
      )}
      {at.curve.bottom > at.curve.top && (
        <NormCurve at={at} scale={scale} words={words} curve={curve} tens={tens} asking={asking} />
      )}
    </Frame>
  );
}
