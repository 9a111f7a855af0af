/** The name under the lens: typed in the head, used by every figure, kept for the next page. */
import { readKept } from '../../reader/keep.ts';
import { chooseName, fitName, KEPT_NAME } from '../../reader/name.ts';
import { readerStore, setLens } from '../../reader/state.ts';

export function startLens(): void {
  const form = document.querySelector<HTMLFormElement>('[data-lens-form]');
  const input = form?.querySelector('input');
  const note = form?.querySelector('output');
  if (!form || !input || !note) return;

  const symbols = (): string[] => JSON.parse(form.dataset['symbols'] ?? '[]') as string[];
  function read(keep: boolean): void {
    const { name, unknown } = fitName(input!.value, symbols());
    form!.toggleAttribute('data-invalid', unknown.length > 0);
    if (unknown.length > 0) {
      note!.textContent = (form!.dataset['unknown'] ?? '').replace('{symbols}', unknown.join(' '));
      return;
    }
    note!.textContent = '';
    const chosen = name === '' ? null : name;
    if (keep) chooseName(chosen);
    else setLens(chosen);
  }
  input.addEventListener('input', () => read(true));
  input.addEventListener('blur', () => {
    if (input.value.trim() === '')
      input.value =
        document.querySelector('[data-fact="data.first"]')?.textContent ??
        form.dataset['first'] ??
        '';
  });
  input.addEventListener('focus', () => input.select());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    input.blur();
  });
  const query = new URLSearchParams(location.search);
  // A link that names a run but no name means the run's own first name.
  const given = query.get('name') ?? (query.has('v') ? null : readKept(KEPT_NAME));
  if (given) {
    input.value = given;
    read(false);
  }
  readerStore.subscribe(({ lens }) => {
    if (document.activeElement !== input && lens !== null && lens !== input.value)
      input.value = lens;
  });
}
