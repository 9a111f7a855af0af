/**
 * Small cards in place: a citation's entry, a glossary word's meaning, an idea of the timeline.
 * They open on hover and focus, and a click on the rail pins one, so nobody loses their place.
 */
const DELAY = 120;

let card: HTMLElement | null = null;
/** The link whose card is pinned: focus goes back there. */
let pinned: HTMLElement | null = null;
let timer = 0;
const pages = new Map<string, Promise<Document>>();

async function find(place: string): Promise<Element | null> {
  const [path, id] = place.split('#');
  if (path === '') return document.getElementById(id);
  const url =
    document.baseURI &&
    new URL(path, new URL(document.documentElement.dataset['base'] ?? '/', location.href)).href;
  if (!pages.has(url)) {
    const fetched = fetch(url).then(async (response) =>
      new DOMParser().parseFromString(await response.text(), 'text/html'),
    );
    pages.set(url, fetched);
  }
  try {
    return (await pages.get(url)!).getElementById(id);
  } catch {
    pages.delete(url);
    return null;
  }
}

function show(anchor: Element, content: (Node | string)[]): void {
  hide();
  card = document.createElement('div');
  card.className = 'card';
  card.setAttribute('role', 'note');
  card.append(...content);
  document.body.append(card);
  place(anchor);
}

/** Over its link, or under it, and within the window. */
function place(anchor: Element): void {
  if (!card) return;
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const above = box.top - height - 8;
  card.style.left = `${left}px`;
  card.style.top = `${above > 0 ? above : box.bottom + 8}px`;
}

function hide(): void {
  // Removing it moves the focus, which may ask to hide it again.
  const old = card;
  card = null;
  old?.remove();
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const place = link.dataset['card'];
  if (place !== undefined) {
    const source = await find(place);
    if (source && (link.matches(':hover') || link === document.activeElement)) {
      const copy = source.cloneNode(true) as Element;
      copy.removeAttribute('id');
      show(link, [...copy.childNodes]);
    }
  }
}

/** The ideas of a place on the rail, pinned: name, what each said, and the way to its page. */
export function pin(link: HTMLAnchorElement): void {
  const rail = link.closest<HTMLElement>('.rail');
  const entries = (link.dataset['ideas'] ?? '').split(' ').map((id) => {
    const idea = rail?.querySelector<HTMLElement>(`[data-rail="${id}"]`)?.dataset ?? {};
    const part = document.createElement('section');
    const title = document.createElement('p');
    title.className = 'card-title';
    title.textContent = idea['title'] ?? '';
    const summary = document.createElement('p');
    // What each idea said stands on the timeline; without it the way there is enough.
    void find(`history/#${id}`).then((entry) => {
      summary.textContent = entry?.querySelector('.summary')?.textContent ?? '';
      place(link);
    });
    const more = document.createElement('a');
    more.href = idea['href'] ?? link.href;
    more.textContent = rail?.dataset['more'] ?? link.href;
    more.setAttribute('aria-label', `${more.textContent}: ${title.textContent}`);
    part.append(title, summary, more);
    return part;
  });
  show(link, entries);
  pinned = link;
  card?.classList.add('pinned');
  card?.setAttribute('role', 'dialog');
  card?.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
  card?.querySelector('a')?.focus({ preventScroll: true });
  card?.addEventListener('focusout', ({ relatedTarget }) => {
    if (!card?.contains(relatedTarget as Node)) hide();
  });
}

/** `first` is the event that fetched this script. */
export function startCards(first: Event): void {
  const soon = ({ target }: Event): void => {
    const link = (target as Element).closest?.<HTMLAnchorElement>('a[data-card]');
    clearTimeout(timer);
    if (link) timer = window.setTimeout(() => void open(link), DELAY);
    else if (card?.getAttribute('role') === 'note' && !card.contains(target as Node)) hide();
  };
  document.addEventListener('pointerover', soon);
  document.addEventListener('focusin', soon);
  soon(first);
  // Before anything else that Escape may mean on the page.
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !card) return;
      // A card that was asked for takes the key for itself; one that only showed up does not.
      if (card.getAttribute('role') === 'dialog') event.stopPropagation();
      hide();
      pinned?.focus({ preventScroll: true });
      pinned = null;
    },
    true,
  );
}
