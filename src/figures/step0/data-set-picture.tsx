import { useMemo, useRef, useState, type CSSProperties } from 'react';
import { Bars, type Bar } from '../../charts/index.ts';
import { monoWidth } from '../../charts/text.ts';
import { DotSlider } from '../../charts/strips/DotSlider.tsx';
import { useMessages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import { useTextScale } from '../text-scale.ts';
import { Dots } from './data-set-dots.tsx';
import { binsOf, fieldOf, tonesOf, type Order, type Paint, type Part } from './data-set-layout.ts';
import { NOTE_TEXT, Notes } from './data-set-notes.tsx';

export interface DataSetPictureProps {
  width: number;
  height: number;
  documents: number;
  survey: Result<'survey'>;
  /** Undefined until the engine has told. */
  overview: Result<'overview'> | undefined;
  order: Order;
  paint: Paint;
  parts: readonly Part[];
  /** The letter that the order of the file divides most. */
  letter: string;
  /** Documents of each length. */
  lengths: readonly number[];
  /** Length of the reader's name, in symbols. */
  length: number;
  /** The document pointed at, as its place in this order. */
  place: number | null;
  nameAt: (place: number) => string | undefined;
  onPlace: (place: number | null) => void;
  onSelect: (place: number) => void;
}

/** Height of a line of text over or under the field, px; of the histogram with its axis. */
const LINE = 19;
const HISTOGRAM = 66;
const WIDEST_BIN = 48;
/** Room for the words beside the field, px. */
const SIDE = 84;

/** One dot a document, who is first and last, who is the reader's, and how long they are. */
export function DataSetPicture(props: DataSetPictureProps) {
  const { width, height, documents, survey, overview, order, paint, parts, place, nameAt } = props;
  const words = useMessages('data-set');
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const line = LINE * scale;
  const share = words.text('share', { count: survey.endings, of: survey.head });
  const side = (NOTE_TEXT + Math.max(SIDE, monoWidth(share, 12.5)) + 4) * scale;
  const fieldWidth = Math.floor(width - side);
  const roomy = height >= 300;
  const fieldHeight = Math.max(24, Math.floor(height - 2 * line - (roomy ? HISTOGRAM * scale : 0)));
  const field = useMemo(
    () => fieldOf(documents, fieldWidth, fieldHeight),
    [documents, fieldWidth, fieldHeight],
  );
  const bars = roomy || fieldHeight - field.at.height >= HISTOGRAM * scale;
  const { at, count, per } = field;
  const known = overview?.order.length === documents ? overview : undefined;
  const { ending } = survey;
  const tones = useMemo(
    () => known && tonesOf({ count, per }, paint, known, ending, parts),
    [count, per, paint, known, ending, parts],
  );
  const style: CSSProperties & Record<'--ds-scale', number> = { '--ds-scale': scale };
  const number = (value: number) => words.text('number', { value });
  const dot = (index: number): string => {
    const name = nameAt(index * per);
    return words.text(name === undefined ? 'dotOnly' : 'dot', {
      number: index * per + 1,
      name: name ?? '',
    });
  };
  return (
    <div className={`ds ds-${paint}`} ref={root} style={style}>
      <p className="ds-edge" style={{ height: line, width: at.width }}>
        <span>
          <span className="ds-no">1</span> <bdi>{survey.first}</bdi>
        </span>
        {place !== null && (
          <span className="ds-now">
            <span className="ds-no">{number(place + 1)}</span> <bdi>{nameAt(place) ?? ''}</bdi>
          </span>
        )}
      </p>
      <div className="ds-field" style={{ height: at.height }}>
        <Dots
          at={at}
          paint={paint}
          tones={tones}
          order={known && per === 1 && order === 'shuffled' ? known.order : null}
          parts={parts}
        />
        <Notes {...props} at={at} per={per} scale={scale} side={side} />
        <DotSlider
          layout={at}
          width={at.width}
          height={at.height}
          count={count}
          label={words.text('label')}
          index={place === null ? null : Math.floor(place / per)}
          ring={survey.places.length > 0 ? Math.floor(survey.places[0] / per) : null}
          onIndex={(index) => props.onPlace(index === null ? null : index * per)}
          onSelect={(index) => props.onSelect(index * per)}
          announce={dot}
        />
      </div>
      <p className="ds-edge ds-last" style={{ height: line, width: at.width }}>
        <span>
          <span className="ds-no">{number(documents)}</span> <bdi>{survey.last}</bdi>
        </span>
        {per > 1 && <span className="ds-per">{words.text('per', { count: per })}</span>}
      </p>
      {bars && <Lengths {...props} width={at.width} scale={scale} />}
    </div>
  );
}

/** How many documents have each length; in words, the length pointed at or the reader's. */
function Lengths(props: DataSetPictureProps & { scale: number }) {
  const { width, lengths, length, scale } = props;
  const words = useMessages('data-set');
  const [hovered, setHovered] = useState<number | null>(null);
  const bins = binsOf(lengths, Math.max(8, Math.floor(width / (16 * scale))));
  const mineAt = bins.findIndex(({ from, to }) => length >= from && length <= to);
  const spoken = bins.map(({ from, to, count }) => ({
    size: words.text('size', { from, to, width: to - from + 1 }),
    documents: words.text('documents', { count }),
  }));
  const bars: Bar[] = bins.map(({ from, count }, i) => ({
    id: String(from),
    label: String(from),
    value: count,
    text: '',
    mine: i === mineAt,
    guess: i === mineAt,
    announce: `${spoken[i].size}: ${spoken[i].documents}`,
  }));
  const told = hovered ?? mineAt;
  return (
    <div className="ds-lengths" style={{ width }}>
      <Bars
        width={Math.min(width, bins.length * WIDEST_BIN * scale)}
        height={HISTOGRAM * scale}
        textScale={scale}
        orientation="vertical"
        quantity="ink"
        values="none"
        bars={bars}
        label={words.text('lengths')}
        onHover={setHovered}
      />
      {told >= 0 && (
        <p className={told === mineAt ? 'ds-length q-lens' : 'ds-length'}>
          <span className="ds-size">{spoken[told].size}</span>
          <br />
          {spoken[told].documents}
        </p>
      )}
    </div>
  );
}
