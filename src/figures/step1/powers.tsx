import { Fragment, type ReactNode } from 'react';
import { MINUS } from '../../charts/index.ts';
import { inPowers } from './nudging-view.ts';

/** Keeps a number on one line. */
const NBSP = '\u00a0';

/** 3.9 × 10⁻¹², set as such; zero as 0. */
export function powers(value: number): ReactNode {
  const parts = inPowers(value);
  if (!parts) return value === 0 ? '0' : '–';
  const { factor, exponent } = parts;
  const raised = <sup>{`${exponent < 0 ? MINUS : ''}${Math.abs(exponent)}`}</sup>;
  // A key, for it stands among the parts of a sentence.
  return (
    <Fragment key="power">
      {factor === '1' ? '' : `${factor}${NBSP}×${NBSP}`}10{raised}
    </Fragment>
  );
}

/** The same as plain text, to be spoken. */
export function spokenPowers(value: number): string {
  const parts = inPowers(value);
  if (!parts) return value === 0 ? '0' : '–';
  const power = `10^${parts.exponent < 0 ? MINUS : ''}${Math.abs(parts.exponent)}`;
  return parts.factor === '1' ? power : `${parts.factor} × ${power}`;
}
