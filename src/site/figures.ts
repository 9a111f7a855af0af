/** Every figure of the site by name, in the rooms of `src/figures/`; each is loaded when it comes near. */
import { createElement, type ComponentType } from 'react';

export interface FigureModule {
  default: ComponentType;
}
export type Figures = Readonly<Record<string, () => Promise<FigureModule>>>;

/** A page fetches the list of a room, not of all. */
export const ROOMS = {
  home: () => import('./figures/home.ts'),
  step0: () => import('./figures/step0.ts'),
  step1: () => import('./figures/step1.ts'),
  step2: () => import('./figures/step2.ts'),
  step3: () => import('./figures/step3.ts'),
  step4: () => import('./figures/step4.ts'),
  step5: () => import('./figures/step5.ts'),
  adam: () => import('./figures/adam.ts'),
  'markov-chains': () => import('./figures/markov-chains.ts'),
  'residual-connections': () => import('./figures/residual-connections.ts'),
  'layer-normalization': () => import('./figures/layer-normalization.ts'),
  rmsnorm: () => import('./figures/rmsnorm.ts'),
  'kv-cache': () => import('./figures/kv-cache.ts'),
  softmax: () => import('./figures/softmax.ts'),
} as const satisfies Record<string, () => Promise<{ figures: Figures }>>;

export type Room = keyof typeof ROOMS;

export interface LoadedFigure {
  readonly room: Room;
  readonly Figure: ComponentType;
}
export type LoadedFigures = Readonly<Record<string, LoadedFigure>>;

/** All figures, for writing pages. While developing, one that fails to load says so in its place. */
export async function loadAllFigures(): Promise<LoadedFigures> {
  const found: Record<string, LoadedFigure> = {};
  for (const room of Object.keys(ROOMS) as Room[]) {
    const { figures }: { figures: Figures } = await ROOMS[room]();
    for (const [name, load] of Object.entries(figures)) {
      const loaded = import.meta.env.DEV ? load().catch(brokenFigure) : load();
      found[name] = { room, Figure: (await loaded).default };
    }
  }
  return found;
}

export function brokenFigure(error: unknown): FigureModule {
  return { default: () => createElement('pre', null, String(error)) };
}
