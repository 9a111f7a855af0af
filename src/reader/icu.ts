/**
 * ICU MessageFormat, as far as the site's strings use it: arguments, `number` (with the skeletons
 * `::group-off` and `::.###`), `plural` with `=n` and `#`, `select`, tags, and quoting by
 * apostrophes. A tenth of the usual library's size, which every reader would have to fetch; tests
 * hold it to that library's output.
 */
export type Part =
  | string
  | { readonly kind: 'argument' | 'count'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly skeleton: string }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly forms: Forms }
  | { readonly kind: 'tag'; readonly name: string; readonly inside: readonly Part[] };

type Forms = ReadonlyMap<string, readonly Part[]>;

export type Values = Readonly<Record<string, unknown>>;

/** @throws SyntaxError naming the message, when it is not well formed */
export function parse(message: string): readonly Part[] {
  let at = 0;
  const parts = sequence(null);
  if (at < message.length) fail();
  return parts;

  function fail(): never {
    throw new SyntaxError(`Not a message, at ${at}: ${message}`);
  }

  /** Parts up to an unmatched `}` or `</`; `plural` names the argument that `#` stands for. */
  function sequence(plural: string | null): Part[] {
    const found: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text) found.push(text);
      text = '';
    };
    while (at < message.length) {
      const char = message[at];
      if (char === '}' || message.startsWith('</', at)) break;
      if (char === "'") text += quoted(plural);
      else if (char === '{') {
        flush();
        found.push(argument());
      } else if (char === '#' && plural !== null) {
        flush();
        at++;
        found.push({ kind: 'count', name: plural });
      } else if (char === '<' && /[a-z]/i.test(message[at + 1] ?? '')) {
        flush();
        found.push(tag(plural));
      } else {
        text += char;
        at++;
      }
    }
    flush();
    return found;
  }

  /** `''` is an apostrophe; before a sign it quotes up to the next one; else it is itself. */
  function quoted(plural: string | null): string {
    if (message[at + 1] === "'") {
      at += 2;
      return "'";
    }
    const signs = plural === null ? '{}<>' : '{}<>#';
    if (!signs.includes(message[at + 1] ?? ' ')) {
      at++;
      return "'";
    }
    let text = '';
    for (at++; at < message.length; at++) {
      if (message[at] !== "'") text += message[at];
      else if (message[at + 1] === "'") text += message[at++];
      else break;
    }
    at++;
    return text;
  }

  function word(): string {
    const [found] = /^\s*[^\s{},<>#]*/.exec(message.slice(at)) ?? [''];
    at += found.length;
    skipSpace();
    return found.trim();
  }

  function skipSpace(): void {
    while (/\s/.test(message[at] ?? '')) at++;
  }

  function expect(char: string): void {
    if (message[at] !== char) fail();
    at++;
    skipSpace();
  }

  function argument(): Part {
    at++;
    const name = word();
    if (!name) fail();
    if (message[at] === '}') {
      at++;
      return { kind: 'argument', name };
    }
    expect(',');
    const type = word();
    if (type === 'number') {
      let skeleton = '';
      if (message[at] === ',') {
        at++;
        const end = message.indexOf('}', at);
        skeleton = message.slice(at, end).trim().replace(/^::/, '');
        at = end;
      }
      if (message[at++] !== '}') fail();
      return { kind: 'number', name, skeleton };
    }
    if (type !== 'plural' && type !== 'select') fail();
    expect(',');
    const forms = new Map<string, readonly Part[]>();
    while (message[at] !== '}' && at < message.length) {
      const key = word();
      if (!key || message[at] !== '{') fail();
      at++;
      forms.set(key, sequence(type === 'plural' ? name : null));
      expect('}');
    }
    if (message[at++] !== '}' || !forms.has('other')) fail();
    return { kind: type, name, forms };
  }

  function tag(plural: string | null): Part {
    const open = /^<([a-z][\w-]*)>/i.exec(message.slice(at));
    if (!open) fail();
    at += open[0].length;
    const inside = sequence(plural);
    const close = `</${open[1]}>`;
    if (!message.startsWith(close, at)) fail();
    at += close.length;
    return { kind: 'tag', name: open[1], inside };
  }
}

const SKELETONS: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  '': {},
  'group-off': { useGrouping: false },
  '.###': { maximumFractionDigits: 3 },
};

const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

function numberFormat(locale: string, skeleton: string): Intl.NumberFormat {
  const key = `${locale} ${skeleton}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, SKELETONS[skeleton])));
  return format;
}

function category(locale: string, value: number): string {
  let rules = plurals.get(locale);
  if (!rules) plurals.set(locale, (rules = new Intl.PluralRules(locale)));
  return rules.select(value);
}

/** The message with its values put in: text, and whatever values and tags make of theirs. */
export function format(parts: readonly Part[], locale: string, values: Values): unknown[] {
  const of = (name: string): unknown => {
    if (!(name in values)) throw new Error(`A message needs a value for “${name}”.`);
    return values[name];
  };
  return parts.flatMap((part): unknown[] => {
    if (typeof part === 'string') return [part];
    const value = of(part.name);
    switch (part.kind) {
      case 'argument':
        return [value];
      case 'count':
        return [numberFormat(locale, '').format(Number(value))];
      case 'number':
        return [numberFormat(locale, part.skeleton).format(Number(value))];
      case 'select':
        return format(part.forms.get(String(value)) ?? part.forms.get('other')!, locale, values);
      case 'plural': {
        const exact = part.forms.get(`=${Number(value)}`);
        const form = exact ?? part.forms.get(category(locale, Number(value)));
        return format(form ?? part.forms.get('other')!, locale, values);
      }
      case 'tag':
        return [(value as (chunks: unknown[]) => unknown)(format(part.inside, locale, values))];
    }
  });
}
