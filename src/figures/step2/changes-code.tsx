import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import byHandLines from '../../engine/by-hand.ts?lines';
import ruleLines from '../../engine/autograd.ts?lines';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { columnOf, pitchFor, type Column } from './changes-layout.ts';
import { BY_HAND, RULE } from './changes-view.ts';

/** Lines of code of the two ways back, as counted at build. */
export const COUNTS = {
  byHand: columnOf(BY_HAND, byHandLines, 1, 1).count,
  pieces: BY_HAND.length,
  rule: ruleLines.backward.length,
  order: ruleLines.topological.length,
};

interface Props {
  words: Messages;
  width: number;
  height: number;
  scale: number;
  /** Is the one rule drawn, or does its place wait? */
  rule: boolean;
}

const HEAD = 24;

/** Two programs as strokes, a stroke for every line of code, with the names of their parts. */
export function TwoWays({ words, width, height, scale, rule }: Props) {
  const head = HEAD * scale;
  const pitch = pitchFor(COUNTS.byHand, BY_HAND.length, height - head - 2);
  const half = width / 2;
  const strokes = Math.min(half * 0.5, 110 * scale);
  const left = columnOf(BY_HAND, byHandLines, pitch, strokes);
  const right = columnOf(RULE, ruleLines, pitch, strokes);
  const { bind, lit } = useLink('gradient');
  return (
    <Frame
      width={width}
      height={height}
      textScale={scale}
      label={words.text('code')}
      description={words.text('codeAbout', COUNTS)}
      className="two-ways"
    >
      <g {...bind}>
        <Way
          column={left}
          x={0}
          head={head}
          strokes={strokes}
          scale={scale}
          title={words.text('byHand', COUNTS)}
          nameOf={(name) => words.text(`pieces.${name}`)}
          lit={lit}
        />
        <Way
          column={right}
          x={half}
          head={head}
          strokes={strokes}
          scale={scale}
          title={words.text('rule', COUNTS)}
          nameOf={(name) => words.text(`pieces.${name}`)}
          off={!rule}
          lit={lit}
        />
      </g>
    </Frame>
  );
}

function Way(props: {
  column: Column;
  x: number;
  head: number;
  strokes: number;
  scale: number;
  title: string;
  nameOf: (name: string) => string;
  off?: boolean;
  lit: boolean;
}) {
  const { column, x, head, off = false } = props;
  const [first] = column.pieces;
  const pitch = first ? (first.foot - first.top) / Math.max(1, first.count) : 1;
  return (
    <g transform={`translate(${x} 0)`} className={off ? 'two-off' : undefined}>
      <text className="c-label two-title" x={0} y={13 * props.scale}>
        {props.title}
      </text>
      {column.pieces.map((piece) => (
        <g key={piece.name} transform={`translate(0 ${head})`}>
          <path
            className="two-lines"
            d={piece.strokes
              .map(
                (stroke) =>
                  `M${stroke.x.toFixed(1)} ${(stroke.y + pitch / 2).toFixed(1)}h${stroke.width.toFixed(1)}`,
              )
              .join('')}
            style={{
              stroke: off ? 'var(--hair)' : toned('gradient', props.lit ? 1 : 0.62),
              strokeWidth: Math.max(0.9, pitch * 0.52),
            }}
          />
          <path
            className="two-brace"
            d={`M${props.strokes + 8} ${piece.top + 1}V${piece.foot - 1}`}
          />
          <text className="c-note" x={props.strokes + 15} y={piece.middle + 4 * props.scale}>
            {props.nameOf(piece.name)}
            <tspan className="c-mono" dx={6}>
              {piece.count}
            </tspan>
          </text>
        </g>
      ))}
    </g>
  );
}
