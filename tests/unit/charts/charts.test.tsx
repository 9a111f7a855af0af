// @vitest-environment happy-dom
import { act, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  Bars,
  DataTable,
  DotField,
  HeatMap,
  LineChart,
  MatrixWithMarginals,
  Scrubber,
  TokenStrip,
} from '../../../src/charts/index.ts';
import type { Cell, Matrix } from '../../../src/charts/index.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const letters = [...'abcdefghijklmnopqrstuvwxyz', '•'];
const matrix: Matrix = {
  values: Float64Array.from({ length: 729 }, (_, i) => ((i * 7919) % 13 < 6 ? 0 : (i * 31) % 98)),
  rows: 27,
  columns: 27,
};
const table = {
  label: 'Counts of pairs',
  width: 468,
  matrix,
  rowLabels: letters,
  columnLabels: letters,
};

let root: Root | undefined;
let host = document.createElement('div');

function show(picture: ReactNode): HTMLElement {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() => root?.render(picture));
  return host;
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

describe('a heat map', () => {
  const html = renderToStaticMarkup(
    <MatrixWithMarginals
      {...table}
      selected={[11, 8]}
      thread={[
        [26, 12],
        [12, 24],
        [24, 11],
        [11, 8],
        [8, 0],
        [0, 7],
        [7, 26],
      ]}
      rowTotals={{ values: new Float64Array(27).fill(3), label: 'seen' }}
      columnTotals={{ values: new Float64Array(27).fill(3) }}
      distribution={{ values: new Float64Array(27).fill(1 / 27), format: (p) => p.toFixed(3) }}
      announce={(row, column) => `${letters[row]} then ${letters[column]}`}
    />,
  );

  it('draws its 729 cells as few paths and little markup', () => {
    expect(html.match(/class="c-seq-\d+" d=/g)?.length).toBeLessThanOrEqual(32);
    expect(html.length).toBeLessThan(24_000);
  });

  it('names no colour of its own, so that one picture serves both themes', () => {
    expect(html).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|oklch/i);
  });

  it('draws the selected letters in red, those of the name bold, and labels the value', () => {
    expect(html.match(/c-mine/g)).toHaveLength(2);
    expect(html.match(/c-named/g)?.length).toBeGreaterThan(8);
    expect(html).toContain('0.037');
  });

  it('has one tab stop, which says where it is', () => {
    expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
    expect(html).toContain('aria-rowcount="27"');
    expect(html).toContain('aria-label="l then i"');
  });

  it('is a plain picture when nothing can be done with it', () => {
    const plain = renderToStaticMarkup(<HeatMap {...table} description="Mostly vowels." />);
    expect(plain).toContain('role="img"');
    expect(plain).not.toContain('tabindex');
    expect(plain).toContain('Mostly vowels.');
  });

  it('turns to a canvas for large vocabularies', () => {
    const size = 80;
    const big = { values: new Float64Array(size * size).fill(1), rows: size, columns: size };
    expect(renderToStaticMarkup(<HeatMap label="big" width={400} matrix={big} />)).toContain(
      '<canvas',
    );
    expect(html).not.toContain('<canvas');
  });

  it('moves its cursor by arrows and chooses by Enter', () => {
    const chosen: Cell[] = [];
    const seen: (Cell | null)[] = [];
    show(
      <HeatMap
        {...table}
        selected={[0, 0]}
        announce={(row, column) => `${letters[row]} then ${letters[column]}`}
        onSelect={(row, column) => chosen.push([row, column])}
        onHover={(cell) => seen.push(cell)}
      />,
    );
    press('[role=grid]', 'ArrowRight', 'ArrowRight', 'ArrowDown');
    const grid = host.querySelector('[role=grid]');
    const active = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-label')).toBe('b then c');
    expect(seen.at(-1)).toEqual([1, 2]);
    press('[role=grid]', 'Enter', 'End', ' ', 'PageDown', 'Enter');
    expect(chosen).toEqual([
      [1, 2],
      [1, 26],
      [26, 26],
    ]);
  });

  it('begins at the selection, and goes with it', () => {
    function Story() {
      const [cell, setCell] = useState<Cell>([3, 3]);
      return (
        <>
          <button onClick={() => setCell([5, 6])}>next</button>
          <HeatMap {...table} selected={cell} announce={(row, column) => `${row} ${column}`} />
        </>
      );
    }
    show(<Story />);
    const now = () => host.querySelector('[role=gridcell]')?.getAttribute('aria-label');
    expect(now()).toBe('3 3');
    act(() => host.querySelector('button')?.click());
    expect(now()).toBe('5 6');
  });
});

describe('bars', () => {
  const bars = [0.2, Infinity, 0.1].map((value, i) => ({ id: `b${i}`, label: letters[i], value }));

  it('are a list with one tab stop', () => {
    const onSelect = vi.fn();
    show(<Bars label="After l" width={300} bars={bars} onSelect={onSelect} selected={0} />);
    press('[role=listbox]', 'ArrowDown', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(1);
    const option = host.querySelector('[role=option]');
    expect(option?.getAttribute('aria-label')).toBe('b ∞');
    expect(option?.getAttribute('aria-setsize')).toBe('3');
  });

  it('say their values at their ends', () => {
    const html = renderToStaticMarkup(<Bars label="After l" width={300} bars={bars} />);
    expect(html).toContain('0.200');
    expect(html).toContain('∞');
    expect(html).toContain('role="img"');
  });
});

describe('a line chart', () => {
  const points = Array.from({ length: 50 }, (_, i) => [i + 1, 3 - i / 50] as const);
  const series = [{ id: 'a', points, label: 'Counting' }];

  it('labels its curves and floors directly, in one ladder', () => {
    const html = renderToStaticMarkup(
      <LineChart
        label="Loss"
        width={468}
        height={240}
        series={series}
        floors={[{ id: 'f', y: 2.02, label: 'One letter of memory' }]}
      />,
    );
    expect(html).toContain('Counting');
    expect(html).toContain('One letter of memory');
    expect(html.match(/c-tie/g)).toHaveLength(2);
    expect(html).toContain('role="img"');
  });

  it('lets a guess be made by keys', () => {
    const onGuess = vi.fn();
    show(
      <LineChart
        label="Loss"
        width={468}
        height={240}
        series={series}
        words={{ guess: 'Your guess' }}
        guess={{ y: null, start: 2.5, step: 0.01 }}
        onGuess={onGuess}
      />,
    );
    const input = host.querySelector('input');
    expect(input?.getAttribute('aria-label')).toBe('Your guess');
    press('input', 'Enter');
    expect(onGuess).toHaveBeenCalledExactlyOnceWith(2.5);
  });
});

describe('the scrubber', () => {
  it('is a range input that says what its value means', () => {
    const onChange = vi.fn();
    show(
      <Scrubber
        label="Step"
        width={176}
        losses={[3, 2.5, 2.4]}
        value={2}
        onChange={onChange}
        valueText={(step) => `name ${step} of 3`}
      />,
    );
    const input = host.querySelector('input');
    expect(input?.getAttribute('aria-valuetext')).toBe('name 2 of 3');
    expect(input?.max).toBe('3');
  });
});

describe('a strip of tokens', () => {
  const tokens = ['•', 'm', 'i', '•'].map((symbol, id) => ({ symbol, id }));

  it('chooses the step after a token', () => {
    const onSelect = vi.fn();
    show(<TokenStrip label="mi" width={300} tokens={tokens} onSelect={onSelect} />);
    press('[role=listbox]', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('goes on with the left arrow where one reads from the right', () => {
    const onSelect = vi.fn();
    show(<TokenStrip label="mi" width={300} tokens={tokens} dir="rtl" onSelect={onSelect} />);
    press('[role=listbox]', 'ArrowLeft', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(1);
  });
});

describe('a field of dots', () => {
  it('is a slider over its documents', () => {
    const onIndex = vi.fn();
    show(
      <DotField
        label="All names"
        width={300}
        height={100}
        count={500}
        ring={7}
        ringLabel="myliah"
        index={null}
        onIndex={onIndex}
        announce={(i) => `name ${i + 1}`}
      />,
    );
    expect(host.querySelector('input')?.getAttribute('aria-valuetext')).toBe('name 8');
    press('input', 'ArrowRight');
    expect(onIndex).toHaveBeenLastCalledWith(8);
    expect(host.textContent).toContain('myliah');
  });
});

describe('a table', () => {
  const rows = Array.from({ length: 5 }, (_, i) => [`row ${i}`, i]);
  const columns = [
    { key: 'a', label: 'pair' },
    { key: 'b', label: 'count', numeric: true },
  ];

  it('is cut at its limit and offers the rest', () => {
    const onShowAll = vi.fn();
    show(
      <DataTable
        caption="Counts"
        columns={columns}
        rows={rows}
        limit={3}
        showAll="Show all 5"
        onShowAll={onShowAll}
      />,
    );
    expect(host.querySelectorAll('tbody tr')).toHaveLength(3);
    act(() => host.querySelector('button')?.click());
    expect(onShowAll).toHaveBeenCalledOnce();
  });

  it('heads its rows and columns', () => {
    const html = renderToStaticMarkup(<DataTable caption="Counts" columns={columns} rows={rows} />);
    expect(html.match(/scope="row"/g)).toHaveLength(5);
    expect(html.match(/scope="col"/g)).toHaveLength(2);
    expect(html).not.toContain('<button');
  });
});

describe('prerendered charts', () => {
  const points = Array.from({ length: 50 }, (_, i) => [i, i === 3 ? Infinity : 2] as const);
  const all = (
    <>
      <HeatMap
        {...table}
        thread={[
          [0, 1],
          [1, 2],
        ]}
        announce={(row, column) => `${row} ${column}`}
      />
      <LineChart label="Loss" width={400} height={200} series={[{ id: 'a', points, label: 'a' }]} />
      <Bars
        label="Bars"
        width={300}
        bars={[{ id: 'a', label: 'a', value: 1 }]}
        onSelect={() => {}}
      />
      <TokenStrip
        label="mi"
        width={300}
        tokens={[
          { symbol: 'm', id: 12 },
          { symbol: 'i', id: 8 },
        ]}
      />
      <DotField
        label="All"
        width={300}
        height={80}
        count={900}
        ranges={[{ from: 0, to: 90, label: 'read' }]}
      />
      <Scrubber
        label="Step"
        width={150}
        losses={[3, 2]}
        value={1}
        onChange={() => {}}
        valueText={String}
      />
    </>
  );

  it('come to life without a change', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    host = document.createElement('div');
    document.body.append(host);
    host.innerHTML = renderToString(all);
    const before = host.innerHTML;
    act(() => {
      root = hydrateRoot(host, all);
    });
    expect(complaint).not.toHaveBeenCalled();
    expect(host.innerHTML).toBe(before);
    complaint.mockRestore();
  });
});
