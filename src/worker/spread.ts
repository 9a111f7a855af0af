/**
 * A sweep that several workers share. To the one who follows it is a stream like any other: a
 * credit brings one frame, runs keep their places in the whole, the last frame comes once.
 */
import type { Recipe } from '../engine/recipe.ts';
import type { Engine, Follower, Following } from './client.ts';
import type { Streams, SweptRun } from './protocol.ts';

/** A share of the work, under way. */
interface Part {
  readonly stream: Following;
  /** A place in the whole, as one of the nearest in this part. */
  readonly local: (focus: number) => number;
  /** Runs that it has still to tell of. */
  left: number;
  /** It has a credit that it has not answered. */
  answering: boolean;
}

/**
 * Deal the recipes out in turn, so that every engine starts with some of those nearest to the
 * focus. A credit goes to each engine that owes no frame; the first to answer makes the frame, and
 * what slower ones bring goes into the next. A fault of one ends the sweep on all.
 */
export function spreadSweep(
  engines: readonly Engine[],
  { recipes, focus: nearest, points }: Streams['sweep']['input'],
  follower: Follower<'sweep'>,
): Following {
  let focus = nearest;
  const count = Math.max(1, Math.min(engines.length, recipes.length));
  /** Parts that have not sent their last frame. */
  const working = new Set<Part>();
  /** What has come since the last frame shown; null when nothing was heard. */
  let came: SweptRun[] | null = null;
  /** A credit was granted whose frame has not been shown. */
  let owed = false;
  const parts = engines.slice(0, count).map(openPart);

  function openPart(engine: Engine, first: number): Part {
    const dealt: Recipe[] = recipes.filter((_, i) => i % count === first);
    const local = (place: number): number => Math.trunc((place - first) / count);
    const input = { recipes: dealt, focus: local(focus), points };
    const stream = engine.open('sweep', input, {
      onFrame({ finished, left }, last) {
        part.left = left;
        part.answering = false;
        if (last) working.delete(part);
        const placed = finished.map((run) => ({ ...run, index: first + count * run.index }));
        came = [...(came ?? []), ...placed];
        show();
      },
      onFault(fault) {
        close();
        follower.onFault(fault);
      },
    });
    const part: Part = { stream, local, left: dealt.length, answering: false };
    working.add(part);
    return part;
  }

  function show(): void {
    if (!owed || !came) return;
    const finished = came;
    const left = parts.reduce((sum, part) => sum + part.left, 0);
    came = null;
    owed = false;
    follower.onFrame({ finished, left }, working.size === 0);
  }

  function close(): void {
    for (const { stream } of working) stream.close();
    working.clear();
    came = null;
  }

  return {
    credit(until, moved = focus) {
      focus = moved;
      owed = true;
      for (const part of working) {
        if (part.answering) continue;
        part.answering = true;
        part.stream.credit(until, part.local(focus));
      }
      show();
    },
    close,
  };
}
