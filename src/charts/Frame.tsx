import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Described } from './types.ts';

interface Props extends Described {
  width: number;
  height: number;
  /** Drawn under the SVG: a canvas. */
  behind?: ReactNode;
  /** SVG content. */
  children: ReactNode;
  /** The operated part, laid over the picture; told the id of the description. */
  over?: (describedBy: string | undefined) => ReactNode;
  /** The picture keeps its name although something is operated on it (sliders on a chart). */
  named?: boolean;
}

/** The box every chart stands in: a picture, its summary, and what one operates. */
export function Frame(props: Props) {
  const { width, height, label, description, over, textScale = 1 } = props;
  const id = useId();
  const describedBy = description ? id : undefined;
  const operated = over?.(describedBy);
  const style: CSSProperties & Partial<Record<'--c-scale', number>> = {
    width,
    height,
    ...(textScale === 1 ? {} : { '--c-scale': textScale }),
  };
  const named =
    operated && !props.named
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': label, 'aria-describedby': describedBy } as const);
  return (
    <div className={props.className ? `c-chart ${props.className}` : 'c-chart'} style={style}>
      {props.behind}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...named}>
        {props.children}
      </svg>
      {operated}
      {description && (
        <p id={id} className="c-hidden">
          {description}
        </p>
      )}
    </div>
  );
}
