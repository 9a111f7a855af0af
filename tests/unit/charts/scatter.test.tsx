// @vitest-environment happy-dom
import fc from 'fast-check';
import { act } from 'react';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { binned, decimalsOf, labelStep } from '../../../src/charts/bars/binned.ts';
import { decades, logDomain, powerOfTen, raised } from '../../../src/charts/lines/powers.ts';
import { inOrder } from '../../../src/charts/lines/ladder.ts';
import { heightAt } from '../../../src/charts/lines/path.ts';
import { nearestPoint, placeGroup, placeOf, sampled } from '../../../src/charts/scatter/points.ts';
import { signedScale } from '../../../src/charts/scatter/scale.ts';
import { sansWidth } from '../../../src/charts/text.ts';
import { scatterTravel } from '../../../src/charts/scatter/ScatterCursor.tsx';
import { Histogram, LineChart, Scatter } from '../../../src/charts/index.ts';
import type { ScatterGroup, ScatterPoint } from '../../../src/charts/index.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | undefined;
let host = document.createElement('div');

function show(picture: ReactNode) {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() => root?.render(picture));
}

afterEach(() => {
  act(() => root?.unmount());
  host.remove();
});

function press(role: string, ...keys: string[]) {
  const target = host.querySelector<HTMLElement>(role);
  for (const key of keys) {
    act(() => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  }
}

const kinds = ['linear', 'sqrt', 'symlog'] as const;
const square = { left: 0, top: 0, size: 100 };

describe('a signed axis', () => {
  it('rises, is odd, and ends at its greatest value', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), number, number, (kind, a, b) => {
        const { share, ticks } = signedScale(kind, 3);
        expect(share(-a)).toBeCloseTo(-share(a), 12);
        if (a < b) expect(share(a)).toBeLessThanOrEqual(share(b));
        expect(share(3)).toBeCloseTo(1, 12);
        expect(share(99)).toBe(share(3));
        expect(ticks).toEqual(ticks.toSorted((x, y) => x - y));
        expect(ticks).toContain(0);
      }),
    );
  });

  it('stands for a span that is none', () => {
    for (const max of [0, NaN, Infinity, -1]) expect(signedScale('sqrt', max).max).toBe(1);
  });
});

const group = (id: string, xs: number[], ys: number[]): ScatterGroup => ({ id, label: id, xs, ys });
const place = (one: ScatterGroup, tolerance = 0) =>
  placeGroup(one, signedScale('linear', 1), square, tolerance);

describe('the points of a scatter', () => {
  const odd = group('odd', [0, NaN, 1, 0.5, -1], [0, 1, Infinity, -0.5, -0.9]);

  it('leave out what is not finite and keep their numbers', () => {
    const { indices, order, off, places } = place(odd, 0.2);
    expect([...indices]).toEqual([0, 3, 4]);
    expect([...order]).toEqual([1, 2, 0]);
    expect([...off]).toEqual([0, 1, 0]);
    expect(Array.from(places.subarray(0, 4))).toEqual([50, 50, 75, 75]);
    expect(placeOf([place(odd)], { group: 0, index: 1 })).toBeNull();
  });

  it('are found by the nearest, as by trying all', () => {
    const at = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
    const cloud = fc.array(fc.tuple(at, at), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cloud, at, at, (points, x, y) => {
        const one = place(
          group(
            'a',
            points.map(([a]) => a),
            points.map(([, b]) => b),
          ),
        );
        const [px, py] = [50 + 50 * x, 50 - 50 * y];
        const far = (k: number) => Math.hypot(one.places[2 * k] - px, one.places[2 * k + 1] - py);
        const least = Math.min(...points.map((_, k) => far(k)));
        const found = nearestPoint([one], px, py, 300);
        expect(far(found!.index)).toBeCloseTo(least, 6);
        expect(nearestPoint([one], px, py, least / 2)?.index ?? null).toBe(
          least === 0 ? found!.index : null,
        );
      }),
    );
  });

  it('are stood for by few, the farthest always among them', () => {
    const xs = Array.from({ length: 1000 }, (_, i) => i / 1000);
    const one = place(
      group(
        'a',
        xs,
        xs.map((x, i) => (i === 617 ? -x : x)),
      ),
    );
    const kept = sampled(one, 40);
    expect(kept.size).toBe(40);
    expect(kept.has(617)).toBe(true);
    expect(sampled(one, 5000).size).toBe(1000);
  });

  it('are walked from the farthest, group by group', () => {
    const groups = [
      odd,
      group('none', [NaN], [0]),
      group('fc', [0.1], [0.2]),
      group('fd', [0], [0]),
    ];
    const all = { groups, placed: groups.map((one) => place(one)) };
    const from = { group: 0, rank: 1 };
    const to = (key: string) => scatterTravel(all, from, key);
    expect(to('ArrowRight')).toEqual({ group: 0, rank: 2 });
    expect(to('ArrowUp')).toEqual({ group: 0, rank: 0 });
    expect(to('End')).toEqual({ group: 0, rank: 2 });
    expect(to('PageDown')).toEqual({ group: 2, rank: 0 });
    expect(to('PageUp')).toEqual(from);
    expect(to('F')).toEqual({ group: 2, rank: 0 });
    expect(scatterTravel(all, { group: 2, rank: 0 }, 'f')).toEqual({ group: 3, rank: 0 });
    expect(to('n')).toEqual(from);
    expect(to('Tab')).toBeNull();
  });
});

describe('a scatter', () => {
  const many = Array.from({ length: 3000 }, (_, i) => Math.sin(i));
  const big = [{ ...group('fc1', many, many), quantity: 'gradient' as const }];
  const pair = [group('wte', [0.1, 0.2], [0.1, -0.2]), group('fc2', [0.3], [0.3])];

  it('prerenders few dots for many, and a canvas for the rest', () => {
    const html = renderToStaticMarkup(<Scatter label="check" width={300} groups={big} />);
    expect(html).toContain('<canvas');
    expect(html.match(/M[-\d.]+ [-\d.]+a1\.4/g)).toHaveLength(400);
    expect(html.length).toBeLessThan(24_000);
    expect(html).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|oklch/i);
  });

  it('draws few points as they are, tells groups by shape, and names them', () => {
    const html = renderToStaticMarkup(<Scatter label="check" width={300} groups={pair} />);
    expect(html).not.toContain('<canvas');
    expect(html).toContain('>wte<');
    expect(html).toContain('>fc2<');
    expect(html).toMatch(/h4v4h-4z/);
    expect(html).toContain('c-diagonal');
  });

  it('steps from the worst point on, and chooses', () => {
    const onSelect = vi.fn();
    const seen: (ScatterPoint | null)[] = [];
    show(
      <Scatter
        label="check"
        width={300}
        groups={pair}
        onSelect={onSelect}
        onHover={(point) => seen.push(point)}
        announce={({ group: g, index }) => `${pair[g].label} ${index}`}
      />,
    );
    const now = () => host.querySelector('[role=option]')?.getAttribute('aria-label');
    expect(now()).toBe('wte 1');
    press('[role=listbox]', 'ArrowRight');
    expect(now()).toBe('wte 0');
    press('[role=listbox]', 'f', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith({ group: 1, index: 0 });
    expect(seen).toEqual([
      { group: 0, index: 0 },
      { group: 1, index: 0 },
    ]);
    expect(host.querySelectorAll('circle.c-hover')).toHaveLength(1);
  });

  it('stays a named picture without points, with one, and with very long names', () => {
    const html = renderToStaticMarkup(
      <>
        <Scatter label="none" width={120} groups={[]} onSelect={() => {}} />
        <Scatter label="one" width={120} groups={[group('x'.repeat(200), [0], [0])]} labels />
      </>,
    );
    expect(html).toContain('aria-label="none"');
    expect(html).not.toContain('x'.repeat(40));
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  it('comes to life without a change', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const picture = <Scatter label="check" width={300} groups={big} onSelect={() => {}} />;
    host = document.createElement('div');
    document.body.append(host);
    host.innerHTML = renderToString(picture);
    const before = host.innerHTML;
    act(() => {
      root = hydrateRoot(host, picture);
    });
    expect(complaint).not.toHaveBeenCalled();
    expect(host.innerHTML).toBe(before);
    complaint.mockRestore();
  });
});

describe('rungs in order', () => {
  it('keep their order and never overlap, heavy ones nearest to their wish', () => {
    const rung = fc.record({
      target: fc.integer({ min: -200, max: 200 }),
      height: fc.integer({ min: 1, max: 40 }),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(rung, { maxLength: 20 }), (rungs) => {
        const middles = inOrder(rungs);
        for (let k = 1; k < rungs.length; k++) {
          const apart = (rungs[k].height + rungs[k - 1].height) / 2;
          expect(middles[k] - middles[k - 1]).toBeGreaterThanOrEqual(apart - 1e-9);
        }
      }),
    );
    const [heavy, light] = inOrder([
      { target: 0, height: 10, weight: 9 },
      { target: 0, height: 10, weight: 1 },
    ]);
    expect([heavy, light]).toEqual([-1, 9]);
  });
});

describe('a logarithmic axis', () => {
  it('spans whole powers of ten, over what is above zero', () => {
    expect(logDomain([3e-9, 0.02, 0, -4, NaN])).toEqual([1e-9, 0.1]);
    expect(logDomain([5])).toEqual([1, 10]);
    expect(logDomain([])).toEqual([0.1, 1]);
  });

  it('is ticked evenly, with its ends when asked', () => {
    expect(decades([1e-12, 0.1], 4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3]);
    expect(decades([1e-12, 0.1], 2, true)).toEqual([1e-12, 1e-6, 0.1]);
  });

  it('writes powers of ten as powers', () => {
    expect([1e-12, 0.1, 1, 100, 1e5, -1e-3, 0].map(powerOfTen)).toEqual([
      '10^−12',
      '0.1',
      '1',
      '100',
      '10^5',
      '−10^−3',
      '0',
    ]);
    expect(powerOfTen(3.2e-9)).toBe('3.2e−9');
    expect(raised('10^−12')).toEqual(['10', '−12']);
    expect(raised('3.14')).toBeNull();
  });

  const props = { label: 'error', width: 400, height: 200, xScale: 'log', yScale: 'log' } as const;

  it('draws a power law straight and breaks at zero', () => {
    const law = [1e-6, 1e-5, 1e-4, 1e-3].map((x) => [x, x * x] as const);
    const d = (points: (readonly [number, number])[]) =>
      /c-line" d="([^"]+)"/.exec(
        renderToStaticMarkup(<LineChart {...props} series={[{ id: 'a', points, halo: false }]} />),
      )?.[1] ?? '';
    const spots = [...d(law).matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [+x, +y]);
    const slope = (k: number) => (spots[k + 1][1] - spots[k][1]) / (spots[k + 1][0] - spots[k][0]);
    expect(spots).toHaveLength(4);
    expect(slope(2)).toBeCloseTo(slope(0), 2);
    expect(d([...law.slice(0, 2), [5e-5, 0], ...law.slice(2)]).match(/M/g)).toHaveLength(2);
    expect(d([])).toBe('');
  });

  it('moves its cursor by powers of ten', () => {
    const onCursor = vi.fn();
    show(
      <LineChart
        {...props}
        series={[
          {
            id: 'a',
            points: [
              [1e-12, 1],
              [1e-2, 2],
            ],
          },
        ]}
        words={{ cursor: 'step' }}
        cursor={1e-6}
        onCursor={onCursor}
        cursorText={(x) => `ε ${x}`}
      />,
    );
    const input = host.querySelector('input');
    expect([input?.min, input?.max, input?.value]).toEqual(['-12', '-2', '-6']);
    expect(input?.getAttribute('aria-valuetext')).toBe('ε 0.000001');
  });
});

describe('layers of a line chart', () => {
  const points = [0, 1, 2, 3, 4].map((x) => [x, (x - 2) ** 2] as const);
  const chart = { label: 'loss', width: 300, height: 200, series: [{ id: 'a', points }] };

  it('draw a slope through its point, as steep as the axes make it', () => {
    const html = renderToStaticMarkup(
      <LineChart
        {...chart}
        tangents={[
          { id: 't', x: 2, y: 1, slope: 0, reach: 20, label: 'flat' },
          { id: 'n', x: 1, y: NaN, slope: 1 },
        ]}
      />,
    );
    const flat = /M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/.exec(html)!.slice(1).map(Number);
    expect(flat[1]).toBe(flat[3]);
    expect(flat[2] - flat[0]).toBeCloseTo(40, 1);
    expect(html).toContain('flat');
    expect(html).not.toContain('NaN');
  });

  it('name a slope within the chart, off the line where its end has no room', () => {
    const label = (x: number) => {
      const html = renderToStaticMarkup(
        <LineChart
          {...chart}
          tangents={[{ id: 't', x, y: 1, slope: 1, reach: 20, side: 'right', label: 'slope' }]}
        />,
      );
      const [, left, y] = /x="([\d.]+)" y="([\d.]+)"[^>]*>slope</.exec(html) ?? [];
      const end = /L([\d.]+) ([\d.]+)"/.exec(html)?.slice(1).map(Number) ?? [];
      return { left: Number(left), under: Number(y) - end[1], after: Number(left) - end[0] };
    };
    const free = label(2);
    expect(free.after).toBeCloseTo(5, 0);
    const close = label(3.9);
    expect(close.after).toBeLessThan(0);
    expect(close.left + sansWidth('slope', 12)).toBeLessThanOrEqual(chart.width);
    expect(close.under).toBeGreaterThan(free.under + 10);
  });

  it('hold a grip on the curve, between its points, and its x on the axis', () => {
    expect(heightAt(points, 2.5)).toBeCloseTo(0.5, 12);
    expect(heightAt(points, 9)).toBe(4);
    expect(heightAt([], 1)).toBeNaN();
    const html = renderToStaticMarkup(
      <LineChart {...chart} cursor={0.05} cursorMark="grip" formatX={(x) => `w${x.toFixed(2)}`} />,
    );
    expect(html).toContain('>w0.05<');
    expect(html).not.toContain('>w0.00<');
    expect(html).toContain('>w4.00<');
    expect(html.match(/c-grip"/g)).toHaveLength(1);
  });

  it('count the reach of bands, and break them where a value is missing', () => {
    const html = renderToStaticMarkup(
      <LineChart
        {...chart}
        bands={[
          {
            id: 'b',
            points: [
              [0, 1, 9],
              [1, 1, 8],
              [2, NaN, 8],
              [3, 1, 8],
              [4, 1, 8],
            ],
          },
        ]}
      />,
    );
    const band = /color-mix[^"]*" d="([^"]*)"/.exec(html)?.[1];
    expect(band?.match(/M/g)).toHaveLength(2);
    expect(html).toContain('>8.00<');
  });
});

describe('a histogram of signed numbers', () => {
  it('counts by the nearest multiple, alike on both sides of zero', () => {
    expect(binned([-0.1, -0.04, 0.05, 0.1, 0.11, -0.05, NaN, Infinity], 0.1)).toEqual({
      first: -1,
      counts: [2, 1, 3],
      left: 2,
    });
    expect(binned([], 1)).toEqual({ first: 0, counts: [], left: 0 });
    const values = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (numbers) => {
        const plus = binned(numbers, 0.5);
        const minus = binned(
          numbers.map((n) => -n),
          0.5,
        );
        expect(minus.counts).toEqual(plus.counts.toReversed());
        expect(plus.counts.reduce((a, b) => a + b)).toBe(numbers.length);
      }),
    );
  });

  it('labels zero and round steps, within the picture', () => {
    const { first, counts } = binned(
      Array.from({ length: 81 }, (_, i) => (i - 40) / 100),
      0.01,
    );
    const html = renderToStaticMarkup(
      <Histogram label="weights" width={400} first={first} counts={counts} binWidth={0.01} />,
    );
    expect([...html.matchAll(/>(−?\d\.\d\d)</g)].map(([, text]) => text)).toEqual([
      '−0.30',
      '−0.20',
      '−0.10',
      '0.00',
      '0.10',
      '0.20',
      '0.30',
    ]);
    expect(decimalsOf(0.025)).toBe(3);
    expect([labelStep(40, 15), labelStep(40, 4), labelStep(40, 0)]).toEqual([5, 10, 1]);
  });

  it('shows one beside thousands on a logarithmic scale, and says the counts themselves', () => {
    const onSelect = vi.fn();
    show(
      <Histogram
        label="counts"
        width={200}
        counts={[1, 0, 9999]}
        first={-1}
        binWidth={1}
        countScale="log"
        selected={1}
        onSelect={onSelect}
      />,
    );
    const heights = [...host.querySelectorAll('svg > path[d^="M"][style*="fill"]')].map((path) =>
      Number(/v(-?[\d.]+)/.exec(path.getAttribute('d') ?? '')?.[1]),
    );
    expect(heights[2] / heights[0]).toBeCloseTo(4 / Math.log10(2), 3);
    expect(heights[1]).toBe(0);
    expect(host.textContent).toContain('9,999');
    expect(host.textContent).toContain('1,000');
    press('[role=listbox]', 'Home', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(-1);
  });
});
