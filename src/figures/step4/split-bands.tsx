import { toned } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import { linear } from '../../engine/by-hand.ts';
import { useLink } from '../../reader/links.ts';
import { px } from '../px.ts';
import type { PartProps } from './split-picture.tsx';
import { rowsOf } from '../step1/matrices.ts';
import { barsPath, type BandName } from './split-view.ts';

const LINKS: Readonly<Record<BandName, string>> = {
  wq: 'attn_wq',
  wk: 'attn_wk',
  wv: 'attn_wv',
  q: 'query',
  k: 'key',
  product: 'score',
  weights: 'weight',
  found: 'found',
  wo: 'attn_wo',
};

const QUANTITY: Readonly<Record<BandName, Quantity>> = {
  wq: 'parameter',
  wk: 'parameter',
  wv: 'parameter',
  q: 'query',
  k: 'key',
  product: 'activation',
  weights: 'probability',
  found: 'value',
  wo: 'parameter',
};

const largestOf = (...rows: (readonly number[])[]): number =>
  Math.max(1e-12, ...rows.flat().map(Math.abs));

/** Matrices’ frames, and the vectors as bars in the columns of their channels. */
export function SplitBands(props: PartProps) {
  const { split, reach } = props;
  const { vectors, heads, t, s } = split;
  const [q, k] = [vectors.q[t], vectors.k[s]];
  const most = largestOf(q, k);
  const product = q.map((value, i) => value * k[i]);
  const found = heads.flatMap((one) => one.found);
  const all = reach === 'all';
  return (
    <>
      <Matrix {...props} name="wq" />
      <Matrix {...props} name="wk" />
      <Matrix {...props} name="wv" />
      <Bars {...props} name="q" values={q} most={most} letter={t} />
      <Bars {...props} name="k" values={k} most={most} letter={s} />
      <Bars {...props} name="product" values={product} most={largestOf(product)} />
      <Bars {...props} name="found" values={all ? found : null} most={largestOf(found)} />
      <Matrix {...props} name="wo" off={!all} />
      {all && <Output {...props} found={found} />}
    </>
  );
}

interface LabelProps extends PartProps {
  name: BandName;
  y: number;
  off?: boolean;
  letter?: number;
}

function Label({ at, words, split, name, y, off = false, letter }: LabelProps) {
  const { lit } = useLink(LINKS[name]);
  return (
    <text
      className={lit ? 'split-label split-lit' : 'split-label'}
      style={{ fill: off ? 'var(--rule)' : toned(QUANTITY[name]) }}
      x={at.left - 8 * at.scale}
      y={px(y + 4 * at.scale)}
      textAnchor="end"
    >
      {words.text(`bands.${name}`)}
      {letter !== undefined && (
        <tspan className="split-of" dx={4}>
          {split.letters[letter]}
        </tspan>
      )}
    </text>
  );
}

function Matrix(props: PartProps & { name: 'wq' | 'wk' | 'wv' | 'wo'; off?: boolean }) {
  const { at, name, off = false } = props;
  const { bind, lit } = useLink(LINKS[name]);
  const band = at.bands[name];
  if (!band) return null;
  return (
    <g {...bind}>
      <Label {...props} y={(band.top + band.bottom) / 2} off={off} />
      <rect
        className="split-frame"
        data-lit={lit || undefined}
        data-off={off || undefined}
        x={at.left}
        y={band.top}
        width={at.right - at.left}
        height={band.bottom - band.top}
      />
    </g>
  );
}

interface BarsProps extends PartProps {
  name: 'q' | 'k' | 'product' | 'found';
  /** Null: not yet told of. */
  values: readonly number[] | null;
  most: number;
  /** Whose numbers they are. */
  letter?: number;
}

/** A bar for each channel; those of the head in hand in full ink. */
function Bars(props: BarsProps) {
  const { at, split, head, name, values, most, letter } = props;
  const { bind, lit } = useLink(LINKS[name]);
  const band = at.bands[name];
  if (!band) return null;
  const { from, to } = split.heads[head];
  const zero = px((band.top + band.bottom) / 2);
  const path = (first: number, last: number) =>
    values ? barsPath(at, band, values.slice(first, last), most, first) : '';
  return (
    <g {...bind}>
      <Label {...props} y={zero} off={values === null} letter={letter} />
      <path className="c-axis" d={`M${at.left} ${zero}H${at.right}`} />
      <path
        style={{ fill: toned(QUANTITY[name], lit ? 0.85 : 0.45) }}
        d={path(0, from) + path(to, split.width)}
      />
      <path style={{ fill: toned(QUANTITY[name]) }} d={path(from, to)} />
    </g>
  );
}

/** What the last matrix makes of all that the heads have found: beside its rows. */
function Output({ at, data, split, found }: PartProps & { found: readonly number[] }) {
  const band = at.bands.wo;
  if (!band || !data.matrices) return null;
  const out = linear([...found], rowsOf(data.matrices.wo, split.width));
  const most = largestOf(out);
  const half = (at.width - at.right - 6) / 2;
  const middle = at.right + 6 + half;
  const tall = (band.bottom - band.top) / out.length;
  return (
    <>
      <path className="c-axis" d={`M${px(middle)} ${band.top}V${band.bottom}`} />
      <path
        style={{ fill: toned('activation') }}
        d={out
          .map((value, i) => {
            const wide = px((value / most) * half);
            const y = px(band.top + i * tall + tall * 0.14);
            return `M${px(middle)} ${y}h${wide}v${px(tall * 0.72)}h${-wide}z`;
          })
          .join('')}
      />
    </>
  );
}
