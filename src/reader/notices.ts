/** Things the reader should know that belong to no figure. The page words them, at its top. */
export interface Notice {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

type Listener = (notice: Notice) => void;

const waiting: Notice[] = [];
let listener: Listener | null = null;

export function notify(notice: Notice): void {
  if (listener) listener(notice);
  else waiting.push(notice);
}

/** The page's own listener; what was said before it came is told at once. */
export function onNotice(next: Listener): void {
  listener = next;
  waiting.splice(0).forEach(next);
}
