import { useRef } from 'react';
import { TokenStrip, fixed, type StripToken } from '../../charts/index.ts';
import { tokenLayout } from '../../charts/strips/tokenLayout.ts';
import { useLink } from '../../reader/links.ts';
import { isRightToLeft } from '../../charts/text.ts';
import { useTextScale } from '../text-scale.ts';
import { ForwardPicture, type ForwardPictureProps } from './forward-picture.tsx';

export interface ForwardBodyProps extends Omit<ForwardPictureProps, 'scale'> {
  /** The tokens of the name, the boundary at both ends. */
  tokens: readonly number[];
  bos: number | undefined;
  lens: string;
  pair: number;
  onChoose: (pair: number) => void;
}

const two = fixed(2);
/** Share of the height that the name with its surprises may take; else it stands alone. */
const STRIP = 0.3;
/** The picture is never lower, px. */
const LEAST = 120;

/** The name with the surprise of each pair, and the way of the pair that was chosen. */
export function ForwardBody(props: ForwardBodyProps) {
  const { width, height, words, labels, tokens, nats, pair } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const link = useLink('hidden');
  const label = (token: number): string => labels[token] ?? '';
  const plain: StripToken[] = tokens.map((token) => ({
    symbol: label(token),
    id: token,
    boundary: token === props.bos,
  }));
  const priced = plain.map((token, i) => (i in nats ? { ...token, step: two(nats[i]) } : token));
  const strip = {
    width,
    textScale: scale,
    label: words.text('pairs'),
    dir: isRightToLeft(props.lens) ? ('rtl' as const) : ('ltr' as const),
    ids: false,
    arcs: false,
    tokens: priced,
  };
  if (tokenLayout(strip).height >= height * STRIP) strip.tokens = plain;
  return (
    <div className="forward-body" ref={root}>
      <TokenStrip
        {...strip}
        selected={pair}
        onSelect={props.onChoose}
        announce={(at) =>
          words.text('pairOf', {
            from: label(tokens[at]),
            to: label(tokens[at + 1]),
            nats: two(nats[at]),
          })
        }
      />
      <div {...link.bind}>
        <ForwardPicture
          {...props}
          scale={scale}
          height={Math.max(LEAST, height - tokenLayout(strip).height)}
        />
      </div>
    </div>
  );
}
