import { readerStore } from '../../reader/state.ts';

/** A link to what the reader sees: recipe and name from the address, and the section they are in. */
export function startCopyLink(say: (text: string) => void): void {
  const button = document.querySelector<HTMLButtonElement>('[data-copy-link]');
  button?.addEventListener('click', () => void copy(button));

  async function copy(button: HTMLButtonElement): Promise<void> {
    const url = new URL(location.href);
    const { section, lens } = readerStore.getState();
    url.hash = section ?? '';
    if (lens !== null) url.searchParams.set('name', lens);
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(url.href);
      button.textContent = button.dataset['copied'] ?? '';
    } catch {
      history.replaceState(history.state, '', url);
      button.textContent = button.dataset['failed'] ?? '';
    }
    say(button.textContent);
    button.addEventListener('blur', () => (button.textContent = label), { once: true });
  }
}
