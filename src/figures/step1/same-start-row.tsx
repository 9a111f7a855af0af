import { useRef } from 'react';
import { TokenStrip } from '../../charts/index.ts';
import { tokenLayout } from '../../charts/strips/tokenLayout.ts';
import { useLink } from '../../reader/links.ts';
import type { Size } from '../frame.tsx';
import { isRightToLeft } from '../../charts/text.ts';
import { useTextScale } from '../text-scale.ts';
import { MirrorPicture, type MirrorPictureProps } from './same-start-picture.tsx';

export interface RowPictureProps extends Omit<MirrorPictureProps, 'lit' | 'scale'> {
  /** The letters read, the boundary first, and the one whose row is drawn. */
  read: readonly number[];
  bos: number;
  at: number;
  letters: string;
  announceLetter: (at: number) => string;
  onLetter: (at: number) => void;
  /** A question leaves little room on a phone: it is about one letter alone. */
  asking: boolean;
}

/** Below this height a question stands without the letters, px. */
const LOW = 260;

/** The letters of the name, and the row of the one that was chosen, by both models. */
export function RowPicture(props: RowPictureProps) {
  const { width, height, labels, read, asking } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const link = useLink('probability');
  const symbols = read.map((id) => ({ symbol: labels[id], id, boundary: id === props.bos }));
  const strip = {
    width,
    textScale: scale,
    label: props.letters,
    ids: false,
    select: 'token' as const,
    dir: isRightToLeft(labels[read[1]] ?? '') ? ('rtl' as const) : ('ltr' as const),
    tokens: symbols,
  };
  const letters = asking && height < LOW ? 0 : tokenLayout(strip).height;
  const size: Size = { width, height: Math.max(90, height - letters) };
  return (
    <div className="same-start" ref={root}>
      {letters > 0 && (
        <TokenStrip
          {...strip}
          selected={props.at}
          onSelect={props.onLetter}
          announce={props.announceLetter}
        />
      )}
      <div {...link.bind}>
        <MirrorPicture {...props} {...size} scale={scale} lit={link.lit} />
      </div>
    </div>
  );
}
