/** A tick for every year, longer for decades. */
export function Ruler({ first, last }: { first: number; last: number }) {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return (
    <svg viewBox={`0 0 ${last - first} 10`} preserveAspectRatio="none" aria-hidden="true">
      <path
        className="ticks"
        d={ticks(
          years.filter((year) => year % 10 !== 0),
          first,
          3.5,
        )}
      />
      <path
        className="decades"
        d={ticks(
          years.filter((year) => year % 10 === 0),
          first,
          7,
        )}
      />
      <path className="line" d={`M0 0H${last - first}`} />
    </svg>
  );
}

/** Each from where the one before ended: alike, so that they weigh little. */
const ticks = (years: readonly number[], first: number, length: number): string =>
  years
    .map((year, i) =>
      i === 0 ? `M${year - first} 0v${length}` : `m${year - years[i - 1]}-${length}v${length}`,
    )
    .join('');
