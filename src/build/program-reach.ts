/**
 * What a program uses of which modules: declarations one by one, and of classes the members one
 * by one, found by following names from the program's own module.
 */
import { posix } from 'node:path';
import {
  parseModule,
  type Member,
  type Mention,
  type Module,
  type Statement,
} from './program-module.ts';

/** Something with a name at the top of a module, or from Node. */
export interface Binding {
  readonly name: string;
  /** Path of the module, or the name of Node's. */
  readonly from: string;
  /** Null if it is Node's. */
  readonly module: Module | null;
  /** What the modules that use it call it. */
  readonly users: Map<Module, string>;
}

interface Found {
  readonly binding: Binding;
  /** Modules that pass it on from where it is declared. */
  readonly through: readonly Module[];
}

export class Reach {
  readonly main: Module;
  readonly #read: (path: string) => string;
  readonly #modules = new Map<string, Module>();
  readonly #bindings = new Map<string, Binding>();
  readonly #kept = new Map<Module, Set<Statement>>();
  /** Members of classes that nothing mentions so far. */
  readonly #dropped = new Set<Member>();
  /** Names of all properties that are mentioned. */
  readonly #properties = new Set<string>();

  /**
   * @param read gives the source of a module by its path
   * @throws Error if a module is missing, or lacks an export that is asked of it
   */
  constructor(entry: string, read: (path: string) => string) {
    this.#read = read;
    this.main = this.#load(entry);
    for (const statement of this.main.statements) this.#keep(this.main, statement);
    while (this.#keepMore());
  }

  get bindings(): Binding[] {
    return [...this.#bindings.values()];
  }

  /** The statements that are used, in their order. */
  statementsOf(module: Module): Statement[] {
    const kept = this.#kept.get(module);
    return kept ? module.statements.filter((statement) => kept.has(statement)) : [];
  }

  /** Members that are not used, of classes that are. */
  droppedOf(module: Module): Member[] {
    const members = this.statementsOf(module).flatMap((statement) => statement.members);
    return members.filter((member) => this.#dropped.has(member));
  }

  /** Every place where what is used of a module mentions a name. */
  mentionsOf(module: Module): Mention[] {
    return this.statementsOf(module)
      .flatMap((statement) => [
        statement,
        ...statement.members.filter((member) => !this.#dropped.has(member)),
      ])
      .flatMap(({ mentions }) => mentions);
  }

  /** What a name in a module stands for; null if it is local, or the language's. */
  resolve(module: Module, name: string): Found | null {
    if (declaring(module, name)) {
      return { binding: this.#binding(module.path, name, module), through: [] };
    }
    const foreign = module.imports.get(name);
    if (!foreign) return null;
    const { from } = foreign;
    if (from.startsWith('.')) return this.#exported(beside(module, from), foreign.name, module);
    return { binding: this.#binding(from, foreign.name, null), through: [] };
  }

  #exported(path: string, name: string, askedBy: Module): Found {
    const module = this.#load(path);
    const target = module.exports.get(name);
    if (target === undefined) throw new Error(`${askedBy.path}: ${path} exports no ${name}`);
    if (typeof target !== 'string') {
      const { binding, through } = this.#exported(beside(module, target.from), target.name, module);
      return { binding, through: [module, ...through] };
    }
    const found = this.resolve(module, target);
    if (!found) throw new Error(`${path}: exports ${target}, which is not there`);
    return found;
  }

  #load(path: string): Module {
    const module = this.#modules.get(path) ?? parseModule(path, this.#read(path));
    this.#modules.set(path, module);
    return module;
  }

  #binding(from: string, name: string, module: Module | null): Binding {
    const key = `${from}#${name}`;
    const binding = this.#bindings.get(key) ?? { name, from, module, users: new Map() };
    this.#bindings.set(key, binding);
    return binding;
  }

  #keep(module: Module, statement: Statement): void {
    const kept = this.#kept.get(module) ?? new Set();
    if (kept.has(statement)) return;
    this.#kept.set(module, kept.add(statement));
    this.#follow(module, statement);
    for (const member of statement.members) {
      if (member.removable) this.#dropped.add(member);
      else this.#follow(module, member);
    }
  }

  #follow(module: Module, { mentions, properties }: Member | Statement): void {
    for (const name of properties) this.#properties.add(name);
    for (const { name } of mentions) {
      const binding = this.resolve(module, name)?.binding;
      if (!binding) continue;
      binding.users.set(module, name);
      const statement = binding.module && declaring(binding.module, binding.name);
      if (statement) this.#keep(binding.module, statement);
    }
  }

  /** Keeps what is needed by what was kept; false if there is nothing more. */
  #keepMore(): boolean {
    let more = false;
    for (const module of this.#kept.keys()) {
      for (const member of this.droppedOf(module)) {
        if (!this.#properties.has(member.name)) continue;
        this.#dropped.delete(member);
        this.#follow(module, member);
        more = true;
      }
      const kept = this.statementsOf(module);
      for (const statement of module.statements) {
        if (kept.includes(statement) || !worksOn(statement, kept)) continue;
        this.#keep(module, statement);
        more = true;
      }
    }
    return more;
  }
}

const beside = (module: Module, path: string): string =>
  posix.join(posix.dirname(module.path), path);

const declaring = (module: Module, name: string): Statement | undefined =>
  module.statements.find(({ declares }) => declares.includes(name));

/** Is it no declaration, but does something with what these declare? */
function worksOn({ declares, mentions }: Statement, kept: readonly Statement[]): boolean {
  const names = new Set(kept.flatMap((statement) => statement.declares));
  return declares.length === 0 && mentions.some(({ name }) => names.has(name));
}
