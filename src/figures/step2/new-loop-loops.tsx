import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import { useLitKey, useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { BY_HAND, JOBS, LINKS, RECORDED, type Job, type Line } from './new-loop-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  about: Job | null;
  onAbout: (about: Job | null) => void;
}

const TONES: Readonly<Record<Job, Quantity>> = {
  forward: 'activation',
  price: 'loss',
  back: 'gradient',
  step: 'parameter',
  zero: 'gradient',
};

/** Below this width only the heads of the lines fit, px. */
const NARROW = 440;
const HEAD = 30;
/** Lines of the new loop lower than this have no room for what they do, px. */
const REMARK = 48;

/** The two loops, each line of the one tied to the line of the other that does the same. */
export function Loops({ size, words, scale, about, onAbout }: Props) {
  const [pointed, setPointed] = useState<Job | null>(null);
  const lit = useLitKey();
  const { width, height } = size;
  const narrow = width < NARROW * scale;
  const head = HEAD * scale;
  const row = (height - head) / BY_HAND.length;
  const apart = (height - head) / RECORDED.length;
  const left = Math.round(width * (narrow ? 0.36 : 0.475));
  const right = Math.round(width * (narrow ? 0.64 : 0.57));
  const strong = pointed ?? JOBS.find((job) => LINKS[job] === lit) ?? about;
  const middleOf = (i: number, pitch: number) => head + (i + 0.5) * pitch;
  const states = (job: Job) => (strong === null ? undefined : strong === job ? 'on' : 'off');
  const from = left + 5;
  const to = right - 7;
  const turn = (from + to) / 2;
  return (
    <div
      className="loops"
      style={{ height }}
      data-narrow={narrow || undefined}
      data-short={apart < REMARK * scale || undefined}
    >
      <p className="loops-head" style={{ left: 0, width: left }}>
        {words.say('loops.byHand')}
      </p>
      <p className="loops-head" style={{ left: right }}>
        {words.say('loops.recorded')}
      </p>
      <svg width={width} height={height} aria-hidden="true">
        {BY_HAND.map(({ job }, i) => {
          const y = middleOf(i, row);
          const j = RECORDED.findIndex((other) => other.job === job);
          const z = middleOf(j, apart);
          const tone = strong === null ? 0.55 : strong === job ? 1 : 0.16;
          return (
            <path
              key={i}
              className="loops-tie"
              d={`M${from} ${y}C${turn} ${y} ${turn} ${z} ${to} ${z}`}
              style={{ stroke: toned(TONES[job], tone) }}
            />
          );
        })}
      </svg>
      {BY_HAND.map((one, i) => (
        <p
          key={i}
          className="loops-line num"
          data-state={states(one.job)}
          style={{ top: head + i * row, height: row, left: 0, width: left }}
          onPointerEnter={() => setPointed(one.job)}
          onPointerLeave={() => setPointed(null)}
        >
          <Code line={one} />
        </p>
      ))}
      {RECORDED.map((one, j) => (
        <Chosen
          key={one.job}
          line={one}
          label={words.text(`jobs.${one.job}`)}
          state={states(one.job)}
          pressed={about === one.job}
          style={{ top: head + j * apart, height: apart, left: right, width: width - right }}
          onPoint={setPointed}
          onPress={() => onAbout(about === one.job ? null : one.job)}
        />
      ))}
    </div>
  );
}

const Code = ({ line: { head, rest, job } }: { line: Line }) => (
  <>
    <span className={`q-${TONES[job]}`}>{head}</span>
    <span className="loops-rest">{rest}</span>
  </>
);

function Chosen(props: {
  line: Line;
  label: string;
  state: string | undefined;
  pressed: boolean;
  style: object;
  onPoint: (job: Job | null) => void;
  onPress: () => void;
}) {
  const { line } = props;
  const { bind } = useLink(LINKS[line.job]);
  return (
    <button
      type="button"
      className="loops-line loops-choice"
      data-state={props.state}
      aria-pressed={props.pressed}
      style={props.style}
      {...bind}
      onPointerEnter={() => {
        bind.onPointerEnter();
        props.onPoint(line.job);
      }}
      onPointerLeave={() => {
        bind.onPointerLeave();
        props.onPoint(null);
      }}
      onClick={props.onPress}
    >
      <span className="num">
        <Code line={line} />
      </span>
      <small>{props.label}</small>
    </button>
  );
}
