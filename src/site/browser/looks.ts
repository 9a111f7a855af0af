/** Light or dark, and the size of text: chosen in the head's menu, kept for the next visit. */
import { readKept, writeKept } from '../../reader/keep.ts';
import { LOOKS } from './theme-script.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function applyTheme(choice: string): void {
  const theme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = theme;
}

export function startLooks(): void {
  const theme = readKept(LOOKS.theme) ?? 'auto';
  const size = readKept(LOOKS.size) ?? 'normal';
  for (const input of document.querySelectorAll<HTMLInputElement>('.menu input[type=radio]')) {
    input.checked = input.value === (input.name === 'theme' ? theme : size);
    input.addEventListener('change', () => {
      if (input.name === 'theme') {
        writeKept(LOOKS.theme, input.value);
        applyTheme(input.value);
      } else {
        writeKept(LOOKS.size, input.value);
        document.documentElement.dataset.size = input.value;
      }
    });
  }
  dark.addEventListener('change', () => applyTheme(readKept(LOOKS.theme) ?? 'auto'));
  const menu = document.querySelector<HTMLDetailsElement>('.menu');
  document.addEventListener('pointerdown', ({ target }) => {
    if (menu?.open && !menu.contains(target as Node)) menu.open = false;
  });
  menu?.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) menu.open = false;
  });
  menu?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
