import { useEffect } from 'react';
import { usePage } from './page.ts';

/**
 * Publish a figure's live numbers, so that sentences and equations on the page say the same.
 * Values are the finished strings, as they are to be read.
 */
export function usePublish(facts: Readonly<Record<string, string>>): void {
  const { publish } = usePage();
  if (typeof window === 'undefined') publish(facts);
  const stamp = JSON.stringify(facts);
  useEffect(() => publish(JSON.parse(stamp) as Record<string, string>), [publish, stamp]);
}
