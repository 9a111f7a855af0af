import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMedia } from '../../charts/hooks/useMedia.ts';
import { useTheme } from '../../charts/hooks/useTheme.ts';
import type { Messages } from '../../reader/messages.tsx';
import {
  fitted,
  flight,
  held,
  nearer,
  showing,
  toMap,
  type Camera,
  type Room,
} from './whole-camera.ts';
import type { Whole } from './whole-data.ts';
import { paletteOf } from './whole-ink.ts';
import { paint } from './whole-paint.ts';
import { cellUnder, type Plan } from './whole-plan.ts';
import { sceneOf, type Lit, type Scene } from './whole-scene.ts';
import { boxOf, sameCell, type Box, type Cell } from './whole-tensor.ts';
import { stepped, type Direction } from './whole-view.ts';
import { useGestures } from './use-map-gestures.ts';

export interface MapProps {
  words: Messages;
  plan: Plan;
  known: Whole;
  room: Room;
  scale: number;
  lit: Lit;
  /** What is looked at; the map flies there when it changes. */
  focus: { readonly key: string; readonly box: Box };
  /** It has the screen to itself: the wheel and a single finger are its own. */
  large: boolean;
  /** What is said of a cell that is pointed at. */
  tell: (cell: Cell) => string;
  onChoose: (cell: Cell | null) => void;
}

/** How long a flight takes, ms, and how far + and − go. */
const FLIGHT = 650;
const NEARER = 1.5;
const MARGIN = 10;
const ARROWS: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The canvas, and all ways of moving over it. */
export function WholeMap(props: MapProps) {
  const { words, plan, known, room, scale, lit, focus, large, tell, onChoose } = props;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const camera = useRef<Camera | null>(null);
  const scene = useRef<Scene | null>(null);
  const tiles = useRef(new Map<string, HTMLCanvasElement>());
  const frame = useRef(0);
  const now = useRef({ lit, room, plan, focus });
  now.current = { lit, room, plan, focus };
  const theme = useTheme();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [hovered, setHovered] = useState<{ cell: Cell; x: number; y: number } | null>(null);

  const draw = useCallback(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !scene.current || !camera.current) return;
    const { room: size, lit: shown } = now.current;
    const density = window.devicePixelRatio || 1;
    const [wide, tall] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (element.width !== wide) element.width = wide;
    if (element.height !== tall) element.height = tall;
    paint(context, scene.current, shown, { camera: camera.current, room: size, density });
  }, []);

  /** Looks from another place: at once, or after a flight. */
  const look = useCallback(
    (to: Camera, fly: boolean) => {
      cancelAnimationFrame(frame.current);
      const { room: size, plan: map } = now.current;
      const end = held(to, map, size);
      const from = camera.current;
      if (!fly || from === null) {
        camera.current = end;
        frame.current = requestAnimationFrame(draw);
        return;
      }
      const way = flight(from, end, size);
      const begun = performance.now();
      const go = (time: number) => {
        const share = Math.min(1, Math.max(0, (time - begun) / FLIGHT));
        camera.current = share < 1 ? way(share * share * (3 - 2 * share)) : end;
        draw();
        if (share < 1) frame.current = requestAnimationFrame(go);
      };
      frame.current = requestAnimationFrame(go);
    },
    [draw],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  useEffect(() => {
    const element = canvas.current;
    const palette = element && paletteOf(element);
    if (!element || !palette) return;
    const style = getComputedStyle(element);
    const fonts = {
      mono: style.getPropertyValue('--mono'),
      sans: style.getPropertyValue('--sans'),
    };
    scene.current = sceneOf({ plan, known, palette, words, scale, fonts, old: tiles.current });
    draw();
  }, [plan, known, words, scale, theme, draw]);

  /** All that decides what is looked at: the box is that of the key on this plan. */
  const place = `${focus.key} ${room.width} ${room.height} ${plan.width} ${plan.height}`;
  const last = useRef<string | null>(null);
  useEffect(() => {
    const { key, box } = now.current.focus;
    const before = last.current;
    last.current = key;
    const to = fitted(box, now.current.room, key === 'whole' ? 2 : MARGIN * 2.2, 40);
    look(to, before !== null && before !== key && !still);
  }, [place, look, still]);

  const { chosen } = lit;
  const chosenBefore = useRef<Cell | null>(chosen);
  useEffect(() => {
    const before = chosenBefore.current;
    chosenBefore.current = chosen;
    if (chosen && camera.current && !sameCell(before, chosen) && last.current === focus.key) {
      const tensor = plan.byId.get(chosen.tensor);
      if (tensor) {
        const to = showing(
          camera.current,
          now.current.room,
          boxOf(tensor, chosen.row, chosen.col),
          26,
        );
        const [dx, dy] = [to.x - camera.current.x, to.y - camera.current.y];
        if (Math.hypot(dx, dy) * to.k > 1) {
          look(to, !still);
          return;
        }
      }
    }
    draw();
  }, [chosen, lit, plan, look, draw, still, focus.key]);

  const zoom = useCallback(
    (factor: number, at?: { x: number; y: number }) => {
      if (!camera.current) return;
      const { room: size } = now.current;
      const { x, y } = at ?? { x: size.width / 2, y: size.height / 2 };
      look(nearer(camera.current, size, factor, x, y), at === undefined && !still);
    },
    [look, still],
  );
  const pan = useCallback(
    (dx: number, dy: number) => {
      const from = camera.current;
      if (from) look({ ...from, x: from.x - dx / from.k, y: from.y - dy / from.k }, false);
    },
    [look],
  );
  const whole = useCallback(() => {
    const { room: size, plan: map } = now.current;
    look(fitted(map, size, 2), !still);
  }, [look, still]);
  const under = useCallback((x: number, y: number): Cell | null => {
    const { room: size, plan: map } = now.current;
    if (!camera.current) return null;
    const at = toMap(camera.current, size, x, y);
    return cellUnder(map, at.x, at.y);
  }, []);
  const gestures = useGestures({
    of: canvas,
    large,
    zoom,
    pan,
    hover: (x, y) => {
      const cell = x === null || y === null ? null : under(x, y);
      setHovered(cell && x !== null && y !== null ? { cell, x, y } : null);
    },
    choose: (x, y) => onChoose(under(x, y)),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const direction = ARROWS[event.key];
    if (direction && event.shiftKey) {
      const by = { left: [60, 0], right: [-60, 0], up: [0, 60], down: [0, -60] }[direction];
      pan(by[0], by[1]);
    } else if (direction) {
      const { width, height } = room;
      const first = () => under(width / 2, height / 2) ?? { tensor: 'embed', row: 0, col: 0 };
      onChoose(chosen ? stepped(plan, chosen, direction) : first());
    } else if (event.key === '+' || event.key === '=') zoom(NEARER);
    else if (event.key === '-') zoom(1 / NEARER);
    else if (event.key === '0' || event.key === 'Home') whole();
    else if (event.key === 'Enter' && chosen) {
      const tensor = plan.byId.get(chosen.tensor)!;
      const box = boxOf(tensor, chosen.row, chosen.col);
      look(
        {
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          k: Math.max(camera.current?.k ?? 1, 40),
        },
        !still,
      );
    } else if (event.key === 'Escape' && chosen) onChoose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const tip = hovered && tipPlace(hovered, room);
  return (
    <div className="whole-map" style={{ height: room.height }}>
      <div
        className="whole-ground"
        role="listbox"
        tabIndex={0}
        aria-label={words.text('map')}
        aria-roledescription={words.text('mapRole')}
        aria-activedescendant={chosen ? id : undefined}
        onKeyDown={onKeyDown}
        {...gestures}
      >
        <canvas
          ref={canvas}
          aria-hidden="true"
          style={{ width: room.width, height: room.height }}
        />
        {chosen && (
          <span id={id} className="visually-hidden" role="option" aria-selected="true">
            {tell(chosen)}
          </span>
        )}
      </div>
      {hovered && tip && (
        <p className="whole-tip" aria-hidden="true" style={tip}>
          {tell(hovered.cell)}
        </p>
      )}
      <div className="whole-zoom" role="group" aria-label={words.text('zoom')}>
        <button type="button" aria-label={words.text('nearer')} onClick={() => zoom(NEARER)}>
          +
        </button>
        <button type="button" aria-label={words.text('farther')} onClick={() => zoom(1 / NEARER)}>
          −
        </button>
        <button type="button" aria-label={words.text('all')} onClick={whole}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8" />
          </svg>
        </button>
      </div>
    </div>
  );
}

/** Beside the pointer, on the side where there is room. */
function tipPlace({ x, y }: { x: number; y: number }, { width, height }: Room) {
  return {
    ...(x < width / 2 ? { left: x + 14 } : { right: width - x + 14 }),
    ...(y < height / 2 ? { top: y + 12 } : { bottom: height - y + 8 }),
  };
}
