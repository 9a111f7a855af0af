import { Fragment, useMemo, type ReactNode } from 'react';
import { format, parse, type Part } from './icu.ts';
import { usePage, type MessageTree } from './page.ts';

export type Values = Readonly<Record<string, ReactNode>>;

export interface Messages {
  /** The message as React nodes; tags named after a quantity colour what they enclose. */
  say(key: string, values?: Values): ReactNode;
  /** The message as plain text, for labels. */
  text(key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export const QUANTITIES = [
  'token', 'position', 'parameter', 'activation', 'probability', 'loss', 'gradient', 'query',
  'key', 'value', 'optimizer', 'lens',
] as const; // prettier-ignore

export type Quantity = (typeof QUANTITIES)[number];

type Tag = (chunks: ReactNode[]) => ReactNode;

const TAGS: Record<string, Tag> = {
  ...Object.fromEntries(
    QUANTITIES.map((q) => [
      q,
      (chunks: ReactNode[]) => <span className={`num q-${q}`}>{chunks}</span>,
    ]),
  ),
  // Isolated: a symbol may run the other way than the sentence.
  t: (chunks) => <bdi className="letter">{chunks}</bdi>,
  mine: (chunks) => <bdi className="letter q-lens">{chunks}</bdi>,
  n: (chunks) => <span className="num">{chunks}</span>,
  b: (chunks) => <b>{chunks}</b>,
  i: (chunks) => <i className="serif">{chunks}</i>,
};

const PLAIN = Object.fromEntries(
  Object.keys(TAGS).map((tag) => [tag, (chunks: string[]) => chunks.join('')]),
);

const parsed = new Map<string, readonly Part[]>();

function partsOf(message: string): readonly Part[] {
  let parts = parsed.get(message);
  if (!parts) parsed.set(message, (parts = parse(message)));
  return parts;
}

export function makeMessages(tree: MessageTree, locale: string): Messages {
  const find = (key: string): string | undefined => {
    let node: string | MessageTree | undefined = tree;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    return typeof node === 'string' ? node : undefined;
  };
  const need = (key: string): string => {
    const message = find(key);
    if (message === undefined) throw new Error(`There is no message “${key}” in ${locale}.`);
    return message;
  };
  return {
    say(key, values) {
      const parts = format(partsOf(need(key)), locale, { ...TAGS, ...values }) as ReactNode[];
      // Parts keep their order for good, so their place is their key.
      return parts.map((part, i) => <Fragment key={i}>{part}</Fragment>);
    },
    text(key, values) {
      return format(partsOf(need(key)), locale, { ...PLAIN, ...values }).join('');
    },
    has: (key) => find(key) !== undefined,
  };
}

/**
 * The strings of a figure, `useMessages('table')` (content/<locale>/figures/table.json), or of the
 * interface, `useMessages('site', 'run')` (content/<locale>/ui.json).
 */
export function useMessages(name: string): Messages;
export function useMessages(group: string, name: string): Messages;
export function useMessages(group: string, name?: string): Messages {
  const page = usePage();
  const [at, what] = name === undefined ? ['figures', group] : [group, name];
  return useMemo(() => makeMessages(page.messages(at, what), page.locale), [page, at, what]);
}
