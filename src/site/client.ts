/** The page's own script: small, and enough for a page of prose. Figures bring theirs when near. */
import './styles/index.css';
import { startCopyLink } from './browser/copy-link.ts';
import { startIslands } from './browser/islands.ts';
import { startLens } from './browser/lens.ts';
import { startLinks } from './browser/links.ts';
import { startLooks } from './browser/looks.ts';
import { startStory } from './browser/story.ts';

const announcer = document.querySelector<HTMLElement>('[data-announce]');
const say = (text: string): void => {
  if (announcer) announcer.textContent = text;
};

startLooks();
startLens();
startStory();
startLinks(say);
startCopyLink(say);
startIslands();

// Cards are fetched when something that may have one is first pointed at.
const cards = () => import('./browser/cards.ts');
const first = (event: Event): void => {
  removeEventListener('pointerover', first);
  removeEventListener('focusin', first);
  void cards().then(({ startCards }) => startCards(event));
};
addEventListener('pointerover', first);
addEventListener('focusin', first);
addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.rail a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void cards().then(({ pin }) => pin(link));
});

const present = (): void =>
  void import('./browser/presenter.ts').then(({ present: start }) => start());
document.querySelector('[data-present-start]')?.addEventListener('click', present);
addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
  if (event.key === 'p' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) present();
});
if (new URLSearchParams(location.search).has('present')) present();
