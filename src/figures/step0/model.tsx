import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { AlphabetStrip, ModelControls, stripHeight } from './model-controls.tsx';
import { modelFacts } from './model-facts.ts';
import { RowPicture } from './model-picture.tsx';
import { modelSentence } from './model-sentence.tsx';
import { BEATS, columnsOf, ends, ranking } from './model-view.ts';

const three = fixed(3);
/** Height of the bracket that holds the sum, px. */
const SUM = 26;

export default function ModelFigure() {
  const words = useMessages('model');
  const recipe = useRecipe();
  const step = recipe.steps;
  const story = useStory(BEATS);
  const { view, change } = story;
  const { stage, alpha } = view;
  const lit = useLitKey();
  const bars = useLink(stage === 'shares' ? 'probability' : 'count');
  const sum = useLink('row-total');
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: 0,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });

  const { data: table } = useEngine('state', { recipe, step });
  const { common, rare } = ends(table?.rowTotals ?? [], table?.bos ?? -1);
  const named = view.prev === 'common' ? common : view.prev === 'rare' ? rare : view.prev;
  const prev = Math.min(named, (table?.size ?? 1) - 1);
  const ask = (token: number, amount: number) =>
    table ? { recipe, step, prev: token, alpha: amount } : null;
  const { data: row, live, busy, fault } = useEngine('row', ask(prev, alpha));
  const { data: bare } = useEngine('row', ask(prev, 0));
  const { data: one } = useEngine('row', ask(prev, 1));
  const { data: commonRow } = useEngine('row', ask(common, 1));
  const { data: rareRow } = useEngine('row', ask(rare, 1));
  const { data: rareBare } = useEngine('row', ask(rare, 0));

  const label = (token: number): string => table?.labels[token] ?? '';
  const ranked = ranking(row?.counts ?? []);
  const to = Math.min(view.to ?? ranked[0] ?? 0, Math.max(0, (table?.size ?? 1) - 1));
  const total = row?.total ?? 0;
  const size = table?.size ?? 0;
  const amount = (value: number): string => words.text('amountOf', { value });
  const number = (value: number): string => words.text('number', { value });

  usePublish(
    modelFacts({
      label,
      number,
      prev: { token: prev, to, row: one },
      common: { token: common, row: commonRow },
      rare: { token: rare, row: rareRow, bare: rareBare },
    }),
  );

  const asking = prediction.asking && row !== undefined;
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const raw = bare?.p[to] ?? NaN;
  const values = {
    from: label(prev),
    to: label(to),
    end: String(to === table?.bos),
    count: row?.counts[to] ?? 0,
    total,
    size,
    alpha: amount(alpha),
    newTotal: amount(total + size * alpha),
    p: three(row?.p[to] ?? NaN),
    raw: three(raw),
  };
  const valueOf = (j: number): string =>
    stage === 'shares'
      ? three(row?.p[j] ?? NaN)
      : stage === 'plus'
        ? amount((row?.counts[j] ?? 0) + alpha)
        : number(row?.counts[j] ?? 0);
  const spoken = (j: number): string => (j === table?.bos ? words.text('boundary') : label(j));
  const pick = (j: number): void => (asking ? prediction.setGuess(j) : change({ to: j }));

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={modelSentence({
        words,
        stage,
        alpha,
        values,
        asking,
        guess:
          prediction.revealed && guess !== null
            ? { label: label(guess), count: row?.counts[guess] ?? 0, right: guess === to }
            : null,
      })}
      controls={
        asking ? (
          <Predict
            question={words.say('question', { from: label(prev) })}
            prediction={prediction}
            ready={guess !== null}
          />
        ) : (
          <ModelControls
            words={words}
            stage={stage}
            alpha={alpha}
            amount={amount}
            onStage={(next) => change({ stage: next })}
            onAlpha={(next) =>
              change({ alpha: next, bare: true, stage: stage === 'counts' ? 'plus' : stage })
            }
          />
        )
      }
      picture={({ width, height }) => {
        if (!table || !row || row.counts.length !== size) return null;
        const room = height * 0.3;
        const strip = stripHeight(size, width, room);
        const kind = asking
          ? 'hidden'
          : stage === 'shares' && total + size * alpha === 0
            ? 'none'
            : stage;
        return (
          <>
            <AlphabetStrip
              label={words.text(asking ? 'answers' : 'rows', { from: label(prev) })}
              lead={words.text(asking ? 'then' : 'after', { from: label(prev) })}
              width={width}
              height={room}
              labels={table.labels}
              selected={asking ? guess : prev}
              empty={(token) => !asking && table.rowTotals[token] === 0}
              announce={(token) =>
                asking
                  ? spoken(token)
                  : words.text('rowChoice', {
                      token: spoken(token),
                      total: table.rowTotals[token],
                    })
              }
              onSelect={(token) =>
                asking ? prediction.setGuess(token) : change({ prev: token, to: null, bare: true })
              }
              lit={lit === 'token'}
            />
            <p className="model-sum" data-lit={lit === 'row-total' || undefined} {...sum.bind}>
              <span>{words.say(`sum.${kind}`, values)}</span>
            </p>
            <div {...bars.bind}>
              <RowPicture
                width={width}
                height={Math.max(60, height - strip - SUM)}
                label={words.text(`bars.${stage}`, { from: label(prev), alpha: amount(alpha) })}
                description={
                  asking
                    ? words.text('hidden')
                    : words.text('description', {
                        size,
                        to: spoken(ranked[0] ?? 0),
                        value: valueOf(ranked[0] ?? 0),
                      })
                }
                labels={table.labels}
                columns={columnsOf(stage, alpha, row.counts, row.p)}
                quantity={stage === 'shares' ? 'probability' : 'parameter'}
                bare={view.bare && stage === 'shares' && alpha > 0 && bare?.total ? bare.p : null}
                chosen={to}
                ranked={ranked}
                format={stage === 'shares' ? three : amount}
                number={(j) =>
                  stage === 'plus' && j === to
                    ? words.text('plusOf', { count: number(row.counts[j]), alpha: amount(alpha) })
                    : valueOf(j)
                }
                announce={(j) =>
                  asking ? spoken(j) : words.text('bar', { to: spoken(j), value: valueOf(j) })
                }
                onSelect={pick}
                hidden={asking}
                guess={guess}
                guessLabel={words.text('yourGuess')}
                lit={
                  lit === 'count' || lit === 'probability'
                    ? 'bar'
                    : lit === 'token'
                      ? 'letter'
                      : null
                }
                words={{ next: words.text('next'), ends: words.text('ends') }}
              />
            </div>
          </>
        );
      }}
      table={() => ({
        caption: words.text('table', { from: label(prev) }),
        columns: (['next', 'count', 'plus', 'p', 'raw'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`, { alpha: amount(alpha) }),
          numeric: key !== 'next',
        })),
        rows: asking
          ? []
          : ranked.map((j) => [
              label(j),
              row?.counts[j] ?? 0,
              amount((row?.counts[j] ?? 0) + alpha),
              three(row?.p[j] ?? NaN),
              three(bare?.p[j] ?? NaN),
            ]),
      })}
    />
  );
}
