import { makeMessages } from '../reader/messages.tsx';
import { usePage } from '../reader/page.ts';

/** Lists whose titles travel with the page; `data/datasets.json` says which lists there are. */
const TITLED = [
  'names-us-2018',
  'territories-ja',
  'territories-el',
  'territories-ar',
  'territories-ko',
] as const;

/** Titles of the site's lists by id. */
export function useListTitles(): Readonly<Record<string, string>> {
  const page = usePage();
  return Object.fromEntries(
    TITLED.map((id) => [
      id,
      makeMessages(page.messages('datasets', id), page.locale).text('title'),
    ]),
  );
}
