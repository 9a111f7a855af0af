import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { chooseName, fitName } from '../../reader/name.ts';
import { usePage } from '../../reader/page.ts';
import { useLens, useReader, useRecipe } from '../../reader/reader.ts';

/** Above this, odds are written with a power of ten: the digits would fill the page. */
const MOST_DIGITS = 1e12;

/** The front page's sentence: type a name, and the whole list's table says how likely it is. */
export function Headline({ documents }: { documents: number }) {
  const words = useMessages('loom');
  const { locale } = usePage();
  const recipe = useRecipe();
  const lens = useLens();
  const chosen = useReader((state) => state.lens);
  const { data } = useEngine('data', { recipe });
  const { data: price } = useEngine('surprise', { recipe, step: documents, text: lens, alpha: 1 });
  const field = useRef<HTMLInputElement>(null);
  /** What stands in the field while it is not (yet) the name under the lens. */
  const [typed, setTyped] = useState<string | null>(null);

  const symbols = (data?.labels ?? []).filter((_, token) => token !== data?.bos);
  const type = (text: string): void => {
    const { name, unknown } = fitName(text, symbols);
    setTyped(text);
    if (unknown.length === 0) chooseName(name === '' ? null : name);
  };
  const unknown = typed === null ? (price?.unknown ?? []) : fitName(typed, symbols).unknown;
  // The name was chosen elsewhere, so what was typed here is past.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(null);
  }, [chosen]);
  // Something may have been typed before this figure woke.
  const catchUp = useEffectEvent(() => {
    const input = field.current;
    if (input && input.value !== input.defaultValue) type(input.value);
  });
  useEffect(() => catchUp(), []);

  const shown = typed ?? lens;
  const odds = price && price.p.length > 0 ? 1 / price.p.reduce((a, b) => a * b, 1) : null;
  return (
    <h1 className="headline">
      {words.say('headline', {
        documents: new Intl.NumberFormat(locale).format(documents),
        unknown: unknown.length,
        symbols: <span className="letter">{listed(unknown)}</span>,
        odds: (
          <span className="odds q-probability">{odds === null ? '…' : spell(odds, locale)}</span>
        ),
        name: (
          <span className="headline-name" data-text={shown || lens} dir="auto">
            <input
              ref={field}
              value={shown}
              placeholder={lens}
              size={1}
              aria-label={words.text('field')}
              aria-invalid={unknown.length > 0}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              dir="auto"
              onChange={(event) => type(event.target.value)}
              onFocus={(event) => event.target.select()}
              onBlur={() => {
                if (unknown.length === 0) setTyped(null);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </span>
        ),
      })}
    </h1>
  );
}

/** Symbols to name before the rest are left to an ellipsis. */
const NAMED = 4;
const listed = (symbols: readonly string[]): string =>
  symbols.slice(0, NAMED).join(' ') + (symbols.length > NAMED ? ' …' : '');

/** A large number, whole; beyond a trillion as a power of ten. */
function spell(odds: number, locale: string) {
  if (odds < MOST_DIGITS)
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(odds);
  const power = Math.floor(Math.log10(odds));
  const mantissa = (odds / 10 ** power).toLocaleString(locale, { maximumSignificantDigits: 3 });
  return (
    <>
      {mantissa} × 10<sup>{power}</sup>
    </>
  );
}
