import type { ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Stream, StreamData } from './stream-data.ts';
import { shareOf, stageOf, strongest } from './stream-view.ts';

const three = fixed(3);
const two = fixed(2);

/** How a token is drawn; the boundary is a dot. */
export const letterOf = ({ labels, bos }: Pick<Stream, 'labels' | 'bos'>, token: number): string =>
  token === bos ? '•' : labels[token];

/** A stage by its name in words: “attention 2”. */
export function stageText(words: Messages, name: string, layers: number): string {
  const { half, layer } = stageOf(name);
  return words.text(`half.${half}`, { layer: layers > 1 ? String(layer + 1) : '' }).trim();
}

/** The same within a sentence: “attention”, “the MLP”. */
export function halfText(words: Messages, name: string, layers: number): string {
  const { half } = stageOf(name);
  return words.text('halfIn', { half, name: stageText(words, name, layers) });
}

export interface Saying {
  readonly words: Messages;
  readonly data: StreamData;
  readonly token: number;
  readonly name: string;
  readonly asking: boolean;
  /** The half that the reader chose, by its place among the stages. */
  readonly guess: number | null;
}

/** What stands in the picture, in one sentence. */
export function streamSentence({ words, data, token, name, asking, guess }: Saying): ReactNode {
  const { known, layers, step, run } = data;
  if (!known) return null;
  const { answers, at, nats } = known;
  const last = answers.stages.length - 1;
  if (asking) return words.say('saidAsking', { name, first: two(nats[0]) });
  const best = strongest(nats);
  if (guess !== null) {
    return words.say('saidGuess', {
      right: String(guess === best),
      best: halfText(words, answers.stages[best], layers),
      before: two(nats[best - 1]),
      now: two(nats[best]),
    });
  }
  return words.say(step < run.steps ? 'saidStep' : 'saidEnd', {
    step,
    after: letterOf(known, answers.tokens[at]),
    letter: letterOf(known, token),
    comes: String(token === answers.tokens[at + 1]),
    first: three(shareOf(answers, 0, at, token)),
    now: three(shareOf(answers, last, at, token)),
    halves: last,
  });
}

/** Of every stage what it says, at the position in hand and of the whole name. */
export function streamTable({ words, data, asking }: Saying): Omit<DataTableProps, 'height'> {
  const { known, layers } = data;
  const columns = (['stage', 'share', 'likeliest', 'length', 'nats'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key !== 'stage' && key !== 'likeliest',
  }));
  if (!known) return { caption: words.text('picture'), columns, rows: [] };
  const { answers, at, nats, lengths } = known;
  const { vocab, tokens, positions } = answers;
  const rows = answers.stages.map((name, stage) => {
    let best = 0;
    for (let token = 1; token < vocab; token++)
      if (shareOf(answers, stage, at, token) > shareOf(answers, stage, at, best)) best = token;
    const hidden = asking && stage > 0;
    return [
      stageText(words, name, layers),
      hidden ? '?' : three(shareOf(answers, stage, at, tokens[at + 1])),
      hidden ? '?' : letterOf(known, best),
      two(lengths[stage * positions + at]),
      hidden ? '?' : three(nats[stage]),
    ];
  });
  const floors = data.floors.map((floor) => [
    words.text('layers', { layers: floor.layers }),
    '',
    '',
    '',
    floor.nats === null ? '…' : words.text('heldNats', { nats: three(floor.nats) }),
  ]);
  return { caption: words.text('picture'), columns, rows: [...rows, ...floors] };
}
