import { useState } from 'react';
import { quantityColor } from '../color.ts';
import { Frame } from '../Frame.tsx';
import { ListCursor } from '../ListCursor.tsx';
import { arcPath, rowTop, stepOutlines, tokenLayout, tokenSlots } from './tokenLayout.ts';
import type { StripToken, TokenStripProps } from './props.ts';
import type { TokenLayout } from './tokenLayout.ts';

/** Tokens that belong to the choice: both ends of a step, or one token. */
function isChosen(index: number, { selected, select = 'step' }: TokenStripProps): boolean {
  if (selected === null || selected === undefined) return false;
  return index === selected || (select === 'step' && index === selected + 1);
}

function symbolClass(token: StripToken, chosen: boolean, later: boolean): string {
  const kind = token.id === null ? ' c-unknown' : '';
  return `c-mono c-symbol${kind}${chosen ? ' c-mine' : ''}${later ? ' c-later' : ''}`;
}

function Tokens({ at, ...props }: TokenStripProps & { at: TokenLayout }) {
  const { tokens, done = tokens.length, ids = true } = props;
  return tokens.map((token, i) => {
    const { x, row } = at.spots[i];
    const y = rowTop(at, row) + at.head;
    const chosen = isChosen(i, props);
    const symbolFoot = y + 19 * at.scale;
    return (
      <g key={`token${i}`}>
        {token.boundary && (
          <path
            className="c-wall"
            d={`M${x - at.pitch * 0.36} ${y + 3}v${20 * at.scale}M${
              x + at.pitch * 0.36
            } ${y + 3}v${20 * at.scale}`}
          />
        )}
        <text
          className={symbolClass(token, chosen, i > done)}
          x={x}
          y={symbolFoot}
          textAnchor="middle"
        >
          {token.symbol}
        </text>
        {ids && (
          <text
            className={chosen ? 'c-mono c-named' : 'c-mono'}
            x={x}
            y={y + 37 * at.scale}
            textAnchor="middle"
          >
            {token.id ?? '–'}
          </text>
        )}
      </g>
    );
  });
}

function Steps({
  at,
  hovered,
  ...props
}: TokenStripProps & {
  at: TokenLayout;
  hovered: number | null;
}) {
  const { tokens, selected, done = tokens.length, select = 'step' } = props;
  const arcs = props.arcs ?? select === 'step';
  const lift = 13 * at.scale;
  const stepping = select === 'step';
  return tokens.slice(0, -1).map((token, i) => {
    const chosen = stepping && i === selected;
    const state = chosen
      ? ' c-on'
      : stepping && i === hovered
        ? ' c-over'
        : i >= done
          ? ' c-later'
          : '';
    const { x, row } = at.spots[i];
    const middle = x + ((at.rtl ? -1 : 1) * at.pitch) / 2;
    return (
      <g key={`step${i}`}>
        {arcs && <path className={`c-arc${state}`} d={arcPath(at, i, lift)} />}
        {token.step && (
          <text
            className={`c-mono${chosen ? ' c-strong' : ''}`}
            style={{ fill: quantityColor(token.stepQuantity ?? 'loss') }}
            x={middle}
            y={rowTop(at, row) + 11 * at.scale}
            textAnchor="middle"
          >
            {token.step}
          </text>
        )}
      </g>
    );
  });
}

/** A document as tokens, ids and steps; see `TokenStripProps`. */
export function TokenStrip(props: TokenStripProps) {
  const { tokens, select = 'step', selected, onSelect, onHover, announce } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const at = tokenLayout(props);
  const operable = Boolean(onSelect ?? onHover ?? announce);
  const spoken = (i: number) =>
    announce?.(i) ??
    (select === 'token' ? tokens[i].symbol : `${tokens[i].symbol} ${tokens[i + 1].symbol}`);
  return (
    <Frame
      {...props}
      height={at.height}
      over={
        operable
          ? (describedBy) => (
              <ListCursor
                label={props.label}
                describedBy={describedBy}
                slots={tokenSlots(at, select)}
                outlines={select === 'step' ? stepOutlines(at) : undefined}
                name={spoken}
                direction="horizontal"
                rtl={at.rtl}
                selected={selected}
                hovered={hovered}
                setHovered={setHovered}
                onSelect={onSelect}
                onHover={onHover}
              />
            )
          : undefined
      }
    >
      {select === 'token' && hovered !== null && (
        <rect
          className="c-hover"
          x={at.spots[hovered].x - at.pitch * 0.42}
          rx={2}
          y={rowTop(at, at.spots[hovered].row) + at.head}
          width={at.pitch * 0.84}
          height={25 * at.scale}
        />
      )}
      <Steps {...props} at={at} hovered={hovered} />
      <Tokens {...props} at={at} />
    </Frame>
  );
}
