import { toned } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import { largest } from '../../charts/ramp.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { barsBetween, evenEnds, heightOf, middle } from '../step1/linear-view.ts';
import { barsPath } from './changes-view.ts';
import type { MixingPictureProps } from './mixing-picture.tsx';
import { middleOf, type Band, type MixingLayout } from './mixing-view.ts';
import { px } from '../px.ts';

interface Props extends MixingPictureProps {
  at: MixingLayout;
}

/** Of the largest value: a mixture is as large as this before its axis grows. */
const HEARD = 0.5;

const columnsOf = (at: MixingLayout) => ({
  left: at.left,
  pitch: at.step,
  bar: Math.max(1, at.step - Math.max(1, Math.min(7, at.step * 0.3))),
});

/** The mixture, what the output matrix makes of it, and the sum with what came in. */
export function VectorBands(props: Props & { hovered: number | null }) {
  const { at, mixing, mixture, ownMixture, attn, reach, cut, j } = props;
  const x = mixing.attention.x[mixing.attention.x.length - 1];
  const own = mixing.attention.attn[mixing.attention.attn.length - 1];
  const found = attn ?? own;
  const on = reach === 'answer';
  const sum = found.map((value, i) => (cut ? value : value + x[i]));
  return (
    <>
      <Bars
        {...props}
        name="mix"
        band={at.mix}
        quantity="value"
        ends={evenEnds(
          [...mixture, ...ownMixture, HEARD * largest(mixing.attention.v.flat())],
          1.1,
        )}
        to={mixture}
        before={ownMixture}
        chosen={j}
        on
      />
      <Bars
        {...props}
        name="attn"
        band={at.attn}
        quantity="activation"
        ends={evenEnds([...found, ...own], 1.1)}
        to={found}
        before={own}
        chosen={null}
        on={on}
      />
      <Bars
        {...props}
        name={cut ? 'cut' : 'stream'}
        band={at.stream}
        quantity="activation"
        ends={evenEnds([...x, ...sum], 1.08)}
        from={cut ? undefined : x}
        base={x}
        to={sum}
        chosen={null}
        on={on}
      />
    </>
  );
}

interface BarsProps extends Props {
  name: 'mix' | 'attn' | 'stream' | 'cut';
  band: Band;
  quantity: Quantity;
  ends: readonly [number, number];
  /** Where bars begin; left out is 0. */
  from?: readonly number[];
  to: readonly number[];
  /** Drawn pale below: the stream that is added to. */
  base?: readonly number[];
  before?: readonly number[];
  chosen: number | null;
  on: boolean;
  hovered: number | null;
}

const LINKS = { mix: 'mixture', attn: 'attn_wo', stream: 'residual', cut: 'residual' } as const;

function Bars(props: BarsProps) {
  const { at, words, name, quantity, ends, from, to, base, before, chosen, on, hovered } = props;
  const link = useLink(LINKS[name]);
  const columns = columnsOf(at);
  const band = { ...props.band, low: ends[0], high: ends[1] };
  const zero = heightOf(band, 0);
  const all = [...to.keys()];
  const none = () => 0;
  const begin = (i: number): number => from?.[i] ?? 0;
  const moved = before?.some((value, i) => Math.abs(value - to[i]) > 5e-4);
  const tone = base ? 1 : 0.5;
  return (
    <g {...link.bind} className={on ? undefined : 'mixing-off'}>
      <text
        className="mixing-head"
        style={{ fill: on ? toned(quantity) : undefined }}
        x={at.left - 8 * at.scale}
        y={px(zero + 4 * at.scale)}
        textAnchor="end"
      >
        {words.text(`rows.${name}`)}
      </text>
      {on && (
        <>
          {base && (
            <path
              className={from ? undefined : 'mixing-gone'}
              style={from ? { fill: toned(quantity, 0.3) } : undefined}
              d={barsBetween(columns, band, none, (i) => base[i], all)}
            />
          )}
          <path
            style={{ fill: toned(quantity, tone) }}
            d={barsBetween(columns, band, begin, (i) => to[i], all)}
          />
          {chosen !== null && (
            <path
              style={{ fill: toned(quantity) }}
              d={barsBetween(columns, band, begin, (i) => to[i], [chosen])}
            />
          )}
          {moved && (
            <path
              className="mixing-own"
              d={barsBetween(columns, band, none, (i) => before![i], all)}
            />
          )}
          {name === 'mix' && hovered !== null && (
            <path
              className="c-hover"
              d={barsBetween(columns, band, none, (i) => to[i], [hovered])}
            />
          )}
          {chosen !== null && <Value {...props} zero={zero} end={heightOf(band, to[chosen])} />}
        </>
      )}
      <path
        className="c-axis"
        style={on && link.lit ? { stroke: toned(quantity), strokeWidth: 1.75 } : undefined}
        d={`M${at.left} ${zero.toFixed(1)}H${at.width}`}
      />
    </g>
  );
}

function Value({ at, to, chosen, format, zero, end }: BarsProps & { zero: number; end: number }) {
  const text = format(to[chosen!]);
  const half = monoWidth(text, SMALL * at.scale) / 2;
  const x = middle(columnsOf(at), chosen!);
  return (
    <text
      className="c-mono c-strong mixing-value"
      x={Math.max(at.left + half, Math.min(at.width - half, x))}
      y={end <= zero ? end - 4 : end + 12 * at.scale}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

/** What is expected next: an outline as trained, filled as it is now. */
export function AnswerBand({ at, words, mixing, p, reach, moved, guess }: Props) {
  const link = useLink('probability');
  const { labels, bos } = mixing;
  const { top, bottom } = at.answer;
  const on = reach === 'answer';
  const most = Math.max(...mixing.p, ...(p ?? []), 0.01);
  const bars = { x: at.left, width: at.width - at.left, bottom, height: bottom - top };
  const changed = p !== null && moved !== null;
  const label = monoWidth('m', 9.5 * at.scale) < bars.width / Math.max(1, labels.length);
  return (
    <g {...link.bind} className={on ? undefined : 'mixing-off'}>
      <text
        className="mixing-head"
        style={{ fill: on ? toned('probability') : undefined }}
        x={at.left - 8 * at.scale}
        y={middleOf(at.answer) + 4 * at.scale}
        textAnchor="end"
      >
        {words.text('rows.answer')}
      </text>
      {on && (
        <>
          <path
            style={{ fill: toned('probability', p ? 0.62 : 0.25) }}
            d={barsPath(p ?? mixing.p, most, bars)}
          />
          {changed && <path className="mixing-own" d={barsPath(mixing.p, most, bars)} />}
          {label &&
            labels.map((symbol, token) => (
              <text
                key={symbol}
                className="c-mono mixing-axis"
                x={px(at.left + ((token + 0.37) * bars.width) / labels.length)}
                y={bottom + 12 * at.scale}
                textAnchor="middle"
              >
                {token === bos ? '•' : symbol}
              </text>
            ))}
          {moved !== null && (
            <text className="c-mono c-strong mixing-moved" x={at.left} y={px(top - 5 * at.scale)}>
              {words.text('moved', { share: moved })}
              {guess !== null && (
                <tspan className="c-mine mixing-guess" dx={12}>
                  {words.text('yours', { share: guess })}
                </tspan>
              )}
            </text>
          )}
        </>
      )}
      <path className="c-axis" d={`M${at.left} ${bottom + 0.5}H${at.width}`} />
    </g>
  );
}
