/** What everything is called once many modules have become one. */
import { basename } from 'node:path';
import type { Module } from './program-module.ts';
import type { Binding } from './program-reach.ts';

/**
 * A name for each binding, all different: its own where that is free, which those who come last
 * in `order` decide first, else with the name of its module before it. Of the constants of a
 * module, all are named so or none.
 *
 * A module's name for something is replaced wherever it stands, local variables included, by one
 * that the module doesn't mention: so nothing is ever captured.
 */
export function finalNames(
  bindings: readonly Binding[],
  order: readonly Module[],
  mentionedIn: (module: Module) => ReadonlySet<string>,
): Map<Binding, string> {
  const place = ({ module }: Binding) => (module ? order.indexOf(module) : order.length);
  const lastFirst = bindings.toSorted((a, b) => place(b) - place(a));
  const mentioned = new Map(order.map((module) => [module, mentionedIn(module)]));
  const longer = new Set<Module>();
  for (;;) {
    const names = chosen(lastFirst, mentioned, longer);
    const before = longer.size;
    for (const [{ module, name }, final] of names) {
      if (module && isConstant(name) && final !== name) longer.add(module);
    }
    if (longer.size === before) return names;
  }
}

/** @param longer modules whose constants all bear the module's name */
function chosen(
  bindings: readonly Binding[],
  mentioned: ReadonlyMap<Module, ReadonlySet<string>>,
  longer: ReadonlySet<Module>,
): Map<Binding, string> {
  const taken = new Set(Object.getOwnPropertyNames(globalThis));
  const names = new Map<Binding, string>();
  for (const binding of bindings) {
    const { name, module, users } = binding;
    const fits = (final: string) =>
      !taken.has(final) &&
      [...users].every(([user, local]) => local === final || !mentioned.get(user)?.has(final));
    const own = module && longer.has(module) && isConstant(name) ? [] : [name];
    const final = [...own, ...longNames(binding)].find(fits);
    if (final === undefined) throw new Error(`${binding.from}: no name is free for ${name}`);
    taken.add(final);
    names.set(binding, final);
  }
  return names;
}

const isConstant = (name: string): boolean => /^[A-Z][A-Z\d_]*$/.test(name);

/** `LN2` of exp.ts, `EXP_LN2`; `Split` of pow.ts, `PowSplit`; `mlp` of by-hand.ts, `byHandMlp`. */
function longNames({ name, from }: Binding): string[] {
  const words = basename(from, '.ts').split(/\W+/);
  const pascal = words.map(capital).join('');
  let longer = pascal[0].toLowerCase() + pascal.slice(1) + capital(name);
  if (isConstant(name)) longer = `${words.join('_').toUpperCase()}_${name}`;
  else if (/^[A-Z]/.test(name)) longer = pascal + name;
  return [longer, ...[2, 3, 4, 5].map((i) => `${longer}${i}`)];
}

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
