import { useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { SMALL, monoWidth } from '../../charts/text.ts';
import type { SurprisePart } from './surprise-parts.ts';

const three = fixed(3);
/** A row is at most this high, px; its bar stays thin, for it is a length that counts. */
const TALLEST = 64;

/** The probability of the name up to each pair, as bars that vanish. */
export function SurpriseProduct({ size, words, priced, selected, onSelect, odds }: SurprisePart) {
  const [hovered, setHovered] = useState<number | null>(null);
  const { width, height } = size;
  const rows = priced.products.length + 1;
  const pitch = Math.min(TALLEST, (height - 4) / rows);
  const thick = Math.max(3, Math.min(22, pitch * 0.56));
  const names = priced.nats.map((_, i) => `${priced.labels[i]}${priced.labels[i + 1]}`);
  const pairRoom = Math.max(...names.map((name) => monoWidth(name, 13))) + 8;
  const left = pairRoom + monoWidth('× 0.000') + 14;
  const long = width - left - 2;
  const bar = (value: number) => Math.max(0.75, value * long);
  const y = (row: number) => 2 + row * pitch;
  const slots = names.map((_, i) => ({ x: 0, y: y(i + 1), width, height: pitch }));
  return (
    <Frame
      width={width}
      height={Math.ceil(y(rows) + 2)}
      label={words.text('product', { name: names.join(' ') })}
      description={words.text('productDescription', {
        pairs: names.length,
        odds: odds(priced.products[priced.products.length - 1]),
      })}
      className="price"
      over={(describedBy) => (
        <ListCursor
          label={words.text('answers', { name: priced.labels.slice(1, -1).join('') })}
          describedBy={describedBy}
          slots={slots}
          name={(i) =>
            words.text('productRow', {
              from: priced.labels[i],
              to: priced.labels[i + 1],
              p: three(priced.p[i]),
              odds: odds(priced.products[i]),
            })
          }
          direction="vertical"
          selected={selected}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={onSelect}
        />
      )}
    >
      <path className="c-axis" d={`M${left - 0.5} 2V${y(rows)}`} />
      {[1, ...priced.products].map((product, row) => {
        const i = row - 1;
        const middle = y(row) + pitch / 2;
        const on = i === selected;
        const length = bar(product);
        const text =
          row === 0 ? words.text('certain') : words.text('oneIn', { odds: odds(product) });
        const inside = row === 0;
        return (
          <g key={row}>
            {row > 0 && (
              <>
                <text
                  className={on ? 'c-mono c-category c-mine' : 'c-mono c-category price-pair'}
                  x={0}
                  y={middle + 4.4}
                >
                  {names[i]}
                </text>
                <text className="c-mono price-p" x={left - 10} y={middle + 4} textAnchor="end">
                  {words.text('times', { p: three(priced.p[i]) })}
                </text>
              </>
            )}
            <rect
              className={on ? 'price-product price-on' : 'price-product'}
              x={left}
              y={middle - thick / 2}
              width={length}
              height={thick}
            />
            {i === hovered && (
              <rect
                className="c-hover"
                x={left}
                y={middle - thick / 2}
                width={length}
                height={thick}
              />
            )}
            <text
              className={inside ? 'c-mono c-value price-inside' : 'c-mono c-value price-p'}
              x={inside ? left + 10 : left + length + 8}
              y={middle + SMALL * 0.36}
            >
              {text}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}
