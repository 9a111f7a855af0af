/** Makes one program of a module and of what it uses of others. */
import type { Module, Range, Statement } from './program-module.ts';
import { finalNames } from './program-names.ts';
import { Reach, type Binding } from './program-reach.ts';

/** What a program takes from one module. */
export interface Section {
  readonly path: string;
  /** The comment that speaks of the whole module. */
  readonly header: string | null;
  /** Empty if the module only passes on what others export. */
  readonly code: string;
}

export interface Assembly {
  /** Imports from Node that remain. */
  readonly imports: readonly string[];
  /** Each module after those that it uses; the program's own comes last. */
  readonly sections: readonly Section[];
}

/**
 * @param entry path of the program's own module
 * @param read gives the source of a module by its path
 * @throws Error if a module is missing, lacks what is imported from it, or has a form of import
 *   or export that is not handled
 */
export function assemble(entry: string, read: (path: string) => string): Assembly {
  const reach = new Reach(entry, read);
  const order = inOrder(reach);
  const names = finalNames(
    reach.bindings,
    order,
    (module) => new Set(reach.mentionsOf(module).map(({ name }) => name)),
  );
  const imports = [...names].flatMap(([{ module, from, name }, final]) =>
    module ? [] : [`import { ${name === final ? name : `${name} as ${final}`} } from '${from}';`],
  );
  return { imports, sections: order.map((module) => sectionOf(module, reach, names)) };
}

/** Modules after those that they use, else as they are imported. */
function inOrder(reach: Reach): Module[] {
  const order: Module[] = [];
  const place = (module: Module): void => {
    if (order.includes(module)) return;
    const mentioned = new Set(reach.mentionsOf(module).map(({ name }) => name));
    for (const local of module.imports.keys()) {
      const found = mentioned.has(local) ? reach.resolve(module, local) : null;
      // A module that passes names on speaks before those whose names they are.
      for (const passing of found?.through ?? []) {
        if (!order.includes(passing)) order.push(passing);
      }
      if (found?.binding.module) place(found.binding.module);
    }
    order.push(module);
  };
  place(reach.main);
  return order;
}

interface Edit extends Range {
  readonly text: string;
}

function sectionOf(module: Module, reach: Reach, names: ReadonlyMap<Binding, string>): Section {
  const statements = reach.statementsOf(module);
  const renamed = new Map<string, string>();
  for (const [{ users }, name] of names) {
    const local = users.get(module);
    if (local !== undefined && local !== name) renamed.set(local, name);
  }
  const edits: Edit[] = [...module.left, ...reach.droppedOf(module)].map(({ start, end }) => ({
    start,
    end,
    text: '',
  }));
  for (const { name, start, shorthand } of reach.mentionsOf(module)) {
    const final = renamed.get(name);
    if (final === undefined) continue;
    const text = shorthand ? `${name}: ${final}` : final;
    edits.push({ start, end: start + name.length, text });
  }
  for (const comment of module.comments) {
    const said = module.source.slice(comment.start, comment.end);
    const text = inComment(said, renamed);
    if (text !== said) edits.push({ start: comment.start, end: comment.end, text });
  }
  const code = statements.map((range) => edited(module.source, range, edits)).join('');
  return { path: module.path, header: headerOf(module, statements), code };
}

/** A comment with new names: of constants, and of whatever it quotes as code. */
function inComment(comment: string, renamed: ReadonlyMap<string, string>): string {
  return comment.replace(/`(\w+)`|\b[A-Z][A-Z\d_]+\b/g, (found, quoted?: string) => {
    const name = renamed.get(quoted ?? found);
    if (name === undefined) return found;
    return quoted === undefined ? name : `\`${name}\``;
  });
}

/** What is said of a whole module stays only if most of the module does. */
function headerOf({ header, statements }: Module, kept: readonly Statement[]): string | null {
  const count = (of: readonly Statement[]) =>
    of.filter(({ declares }) => declares.length > 0).length;
  const all = count(statements);
  return all === 0 || 2 * count(kept) > all ? header : null;
}

/** A stretch of source with what was replaced in it; an edit within another is none. */
function edited(source: string, { start, end }: Range, edits: readonly Edit[]): string {
  const inside = edits.filter((edit) => edit.end > start && edit.start < end);
  let at = start;
  let text = '';
  for (const edit of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at && edit.end <= at) continue;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at, end);
}
