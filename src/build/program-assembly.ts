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

/** A statement that a program takes, or a member of a class. */
export interface Taken {
  readonly path: string;
  /** Where it starts in its module, comments included. */
  readonly start: number;
  /** What it declares first; empty for a statement that declares nothing. */
  readonly name: string;
  /** The innermost region that holds it; null outside of all. */
  readonly region: string | null;
}

/**
 * @param entry path of the program's own module
 * @param read gives the source of a module by its path
 * @param mark gives a line to put before each statement and member that is taken
 * @throws Error if a module is missing, lacks what is imported from it, or has a form of import
 *   or export that is not handled
 */
export function assemble(
  entry: string,
  read: (path: string) => string,
  mark?: (taken: Taken) => string,
): Assembly {
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
  return { imports, sections: order.map((module) => sectionOf(module, reach, names, mark)) };
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

function sectionOf(
  module: Module,
  reach: Reach,
  names: ReadonlyMap<Binding, string>,
  mark?: (taken: Taken) => string,
): Section {
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
  if (mark) edits.push(...marksOf(module, reach, mark));
  const code = statements.map((range) => edited(module.source, range, edits)).join('');
  return { path: module.path, header: headerOf(module, statements), code };
}

/** A line before each statement, and before each member of a class that is taken. */
function marksOf(module: Module, reach: Reach, mark: (taken: Taken) => string): Edit[] {
  const { path, source, left } = module;
  const dropped = new Set<Range>(reach.droppedOf(module));
  const regions = regionsOf(source);
  /** The first thing in a stretch that a program keeps. */
  const firstKept = (start: number): number => {
    const at = start + source.slice(start).search(/\S/);
    const skipped = left.find((range) => range.start <= at && at < range.end);
    return skipped ? firstKept(skipped.end) : at;
  };
  const edit = ({ start, end }: Range, name: string): Edit => {
    const at = firstKept(start);
    const region = regions.find((one) => one.start < end && end <= one.end)?.name ?? null;
    return { start: at, end: at, text: `${mark({ path, start, name, region })}\n` };
  };
  return reach
    .statementsOf(module)
    .flatMap((statement) => [
      edit(statement, statement.declares[0] ?? ''),
      ...statement.members
        .filter((member) => !dropped.has(member))
        .map((member) => edit(member, member.name)),
    ]);
}

/** The regions of a source with their names, inner ones first. */
function regionsOf(source: string): (Range & { name: string })[] {
  return [...source.matchAll(/\/\/ #region (\S+)$/gm)]
    .map(({ index, 1: name }) => ({
      name,
      start: index,
      end: source.indexOf(`// #endregion ${name}`, index),
    }))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
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
