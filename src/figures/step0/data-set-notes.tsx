import { solveLadder } from '../../charts/lines/ladder.ts';
import { boundary, dotAt, type DotLayout } from '../../charts/strips/dotLayout.ts';
import { clip, monoWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import type { DataSetPictureProps } from './data-set-picture.tsx';

/** From the field to the words beside it, px: bracket, tie, text. */
const GAP = 6;
const TIE = 14;
export const NOTE_TEXT = 18;
/** Height of a label of two lines. */
const LABEL = 36;

type NotesProps = Pick<
  DataSetPictureProps,
  'survey' | 'order' | 'paint' | 'parts' | 'place' | 'letter'
> & {
  at: DotLayout;
  /** Documents to a dot. */
  per: number;
  /** How much larger than normal the text is. */
  scale: number;
  /** Room beside the dots, px. */
  side: number;
};

/** A run of dots ruled off, with two lines of words beside it. */
interface Span {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly amount: string;
  readonly words: string;
}

/** What stands over and beside the dots: rings, parts, and the words tied to them. */
export function Notes(props: NotesProps) {
  const { at, per, scale, side, survey, order, paint, parts, place, letter } = props;
  const label = LABEL * scale;
  const words = useMessages('data-set');
  const lens = useLink('lens');
  const rings = survey.places.map((found) => Math.floor(found / per));
  const first = rings.length > 0 ? dotAt(at, rings[0]) : null;
  const ringY = (first?.y ?? 0) + at.dotHeight / 2;
  const ruled: readonly Span[] =
    paint === 'split'
      ? parts.map(({ kind, from, to }) => ({
          kind,
          from,
          to,
          amount: words.text('number', { value: to - from }),
          words: words.text(kind),
        }))
      : paint === 'ending'
        ? [
            {
              kind: 'ending',
              from: 0,
              to: survey.head,
              amount: words.text('share', { count: survey.endings, of: survey.head }),
              words: words.text('endIn', { letter }),
            },
          ]
        : [];
  const spans = ruled.map((span) => {
    const end = Math.min(at.count, Math.ceil(span.to / per));
    const top = dotAt(at, Math.floor(span.from / per)).y;
    const foot = dotAt(at, end - 1).y + at.dotHeight;
    return { ...span, end, top, foot, middle: (top + foot) / 2 };
  });
  const labels = solveLadder(
    [
      ...(first ? [{ target: ringY, height: label }] : []),
      ...spans.map(({ middle }) => ({ target: middle, height: label })),
    ],
    0,
    Math.max(at.height, (spans.length + 1) * label),
  );
  const [ringLabel, ...spanLabels] = first ? labels : [0, ...labels];
  const x = at.width + GAP;
  const radius = Math.max(5, at.dotHeight / 2 + 3);
  const ringRight = (first?.x ?? 0) + at.dotWidth / 2 + radius;
  return (
    <svg className="ds-notes" width={at.width} height={at.height} aria-hidden="true">
      {spans.map(({ kind, end, top, foot, middle, ...text }, i) => (
        <g key={kind} className={`ds-part ds-part-${kind}`}>
          <path className="ds-halo" d={boundary(at, end)} />
          <path d={boundary(at, end)} />
          <path d={`M${x} ${top + 1}h4V${Math.max(top + 3, foot - 1)}h-4`} />
          <path className="ds-tie" d={`M${x + 4} ${middle}L${x + TIE} ${spanLabels[i]}`} />
          <text x={x + NOTE_TEXT} y={spanLabels[i] - 2 * scale} className="ds-amount">
            {text.amount}
          </text>
          <text x={x + NOTE_TEXT} y={spanLabels[i] + 13 * scale}>
            {text.words}
          </text>
        </g>
      ))}
      {first && (
        <g className={lens.lit ? 'ds-mine ds-lit' : 'ds-mine'} {...lens.bind}>
          <path className="ds-halo" d={`M${ringRight} ${ringY}H${at.width}`} />
          <path d={`M${ringRight} ${ringY}H${x + 4}L${x + TIE} ${ringLabel}`} />
          {rings.map((index) => (
            <Ring key={index} at={at} index={index} radius={radius} />
          ))}
          <text x={x + NOTE_TEXT} y={ringLabel - 2 * scale} className="ds-name">
            {clip(survey.text, side - GAP - NOTE_TEXT, (text) => monoWidth(text, 13 * scale))}
          </text>
          <text x={x + NOTE_TEXT} y={ringLabel + 13 * scale}>
            {words.text('at', { order, place: survey.places[0] + 1 })}
          </text>
        </g>
      )}
      {place !== null && <Ring at={at} index={Math.floor(place / per)} radius={radius} />}
    </svg>
  );
}

/** A dot made visible: a ring larger than the dot, with a halo. */
function Ring({ at, index, radius }: { at: DotLayout; index: number; radius: number }) {
  const { x, y } = dotAt(at, index);
  const centre = { cx: x + at.dotWidth / 2, cy: y + at.dotHeight / 2, r: radius };
  return (
    <>
      <circle className="ds-halo" {...centre} />
      <circle {...centre} />
    </>
  );
}
