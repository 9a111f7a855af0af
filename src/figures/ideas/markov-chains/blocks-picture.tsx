import { useMessages } from '../../../reader/messages.tsx';
import type { ClassBlocks } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { PerBlock } from './per-block.tsx';
import { IN_SQUARE, LEAST_SQUARES, Squares, squaresHeight, squaresIn } from './squares.tsx';
import { TwoByTwo } from './two-by-two.tsx';

interface PictureProps extends Size {
  data: ClassBlocks;
  /** Blocks that Markov counted. */
  his: number;
}

/** Heights of the lower part at least, of a heading, and of the note under the line, px. */
const LOWER = 150;
const HEADING = 26;
const NOTE = 38;
const GAP = 24;
/** The table's width beside the line, or beside a single square. */
const TABLE_WIDE = { share: 0.43, most: 370 };
const TABLE_NARROW = 178;
/** From this width on, squares have a row to themselves. */
const WIDE = 560;
/** A line lower than this says nothing. */
const LEAST_LINE = 56;
/** So many blocks have a spread worth telling. */
const ENOUGH = 20;

/** The letters in squares, and beneath or beside them what has been counted. */
export function BlocksPicture({ width, height, data, his }: PictureProps) {
  const words = useMessages('blocks');
  const below = width >= WIDE && height >= LEAST_SQUARES + LOWER + GAP;
  const count = below ? squaresIn(width) : 1;
  const wanted = below
    ? { width, height: height - LOWER - GAP }
    : {
        width: Math.min(width - TABLE_NARROW - 16, height),
        height: height > 2 * LOWER ? height - LOWER : height,
      };
  const tall = squaresHeight(wanted.width, wanted.height, count);
  // With one square in view: the one being counted, or the last that is full.
  const reached = Math.ceil((data.counted - data.from) / IN_SQUARE) - 1;
  const rest = data.counted === data.total && data.counted % IN_SQUARE > 0 ? 1 : 0;
  const skip = below ? 0 : Math.max(0, reached - rest) * IN_SQUARE;
  const lower = height - tall - GAP;
  const tableWidth = Math.min(TABLE_WIDE.most, Math.round(width * TABLE_WIDE.share));
  const line = (lineWidth: number, lineHeight: number) => (
    <div>
      <p className="band-head">{words.text('perBlock')}</p>
      <PerBlock
        width={lineWidth}
        height={lineHeight}
        perBlock={data.perBlock}
        size={IN_SQUARE}
        independent={data.independent}
        his={his}
      />
      <p className="per-block-note">
        {data.perBlock.length >= ENOUGH
          ? words.text('spread', {
              deviation: data.deviation.toFixed(1),
              independent: data.independent.toFixed(1),
            })
          : words.text('spreadLater', { his })}
      </p>
    </div>
  );
  return (
    <>
      <div className={below ? undefined : 'blocks-beside'}>
        <Squares
          {...wanted}
          cells={data.cells.slice(skip)}
          count={count}
          counted={data.counted - data.from - skip}
          current={data.counted > 0 && data.counted < data.total}
          label={words.text('label', { counted: data.counted, total: data.total })}
          foot={(vowels, counted) => ({
            number: counted > 0 ? words.text('number', { value: vowels }) : '',
            text: words.text('foot', { vowels, counted }),
          })}
        />
        {!below && (
          <div style={{ width: TABLE_NARROW }}>
            <TwoByTwo counts={data} rowHeight={36} />
          </div>
        )}
      </div>
      {below ? (
        <div className="blocks-below" style={{ gridTemplateColumns: `${tableWidth}px 1fr` }}>
          <TwoByTwo
            counts={data}
            rowHeight={Math.max(36, Math.min(64, (lower - HEADING - NOTE) / 2))}
          />
          {line(width - tableWidth - 28, Math.min(180, lower - HEADING - NOTE))}
        </div>
      ) : (
        lower - HEADING - NOTE >= LEAST_LINE && (
          <div className="blocks-line">{line(width, Math.min(140, lower - HEADING - NOTE))}</div>
        )
      )}
    </>
  );
}
