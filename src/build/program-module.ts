/** One module on its way into a program: its statements, and what each declares and mentions. */
import { parseSync, Visitor, type ESTree } from 'vite';

/** A stretch of source, [start, end). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a name stands that is no property's. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  /** `{ name }`: the name of a variable and of a property in one. */
  readonly shorthand: boolean;
}

/** What a stretch of code mentions, without the members of its class that have their own. */
interface Part extends Range {
  readonly mentions: Mention[];
  /** Names of properties that are read, written or called; private ones with their `#`. */
  readonly properties: Set<string>;
}

/** A method or field of a class, with the comments before it. */
export interface Member extends Part {
  readonly name: string;
  /** Whether it may go if no property of its name is mentioned. */
  readonly removable: boolean;
}

/** A statement with the comments before it and beside it. */
export interface Statement extends Part {
  readonly declares: readonly string[];
  readonly members: readonly Member[];
}

/** A name of another module, or of Node. */
export interface Foreign {
  readonly from: string;
  readonly name: string;
}

export interface Module {
  readonly path: string;
  readonly source: string;
  /** The comment on top that speaks of the whole module. */
  readonly header: string | null;
  readonly statements: readonly Statement[];
  /** By local name. */
  readonly imports: ReadonlyMap<string, Foreign>;
  /** By exported name: a local name, or another module's. */
  readonly exports: ReadonlyMap<string, string | Foreign>;
  readonly comments: readonly Range[];
  /** What a program leaves out everywhere: `export`, and the marks of regions. */
  readonly left: readonly Range[];
}

/** Called by the language itself, so that nobody mentions them. */
const IMPLICIT = new Set(['constructor', 'toString', 'valueOf', 'toJSON']);
const REGION = /^ #(end)?region\b/;

/** @throws Error if the module does not parse, or has a form of import or export not handled */
export function parseModule(path: string, source: string): Module {
  const { program, comments, errors } = parseSync(path, source, { astType: 'ts' });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imports = new Map<string, Foreign>();
  const exports = new Map<string, string | Foreign>();
  const statements: Statement[] = [];
  const left: Range[] = comments
    .filter(({ type, value }) => type === 'Line' && REGION.test(value))
    .map((comment) => ({
      start: source.lastIndexOf('\n', comment.start) + 1,
      end: source.indexOf('\n', comment.end) + 1 || source.length,
    }));

  /** The end of what stands at `end`, with a comment on the same line. */
  const withComment = (end: number): number => {
    const beside = comments.find((comment) => comment.start >= end);
    return beside && /^;?[ \t]*$/.test(source.slice(end, beside.start)) ? beside.end : end;
  };
  const membersOf = (node: ESTree.Class): Member[] => {
    let last = node.body.start + 1;
    return node.body.body.map((member) => {
      const start = last;
      last = withComment(member.end);
      const name = nameOfMember(member);
      const removable =
        node.superClass === null && name !== '' && !IMPLICIT.has(name) && isInert(member);
      return { ...emptyPart(start, last), name, removable };
    });
  };

  const header = headerOf(source, program, comments);
  let last = header?.end ?? 0;
  for (const node of program.body) {
    const start = last;
    last = withComment(node.end);
    if (node.type === 'ImportDeclaration') {
      if (node.specifiers.length === 0) throw unhandled(path, source, node);
      for (const specifier of node.specifiers) {
        if (specifier.type !== 'ImportSpecifier') throw unhandled(path, source, node);
        const name = nameOfExport(specifier.imported);
        imports.set(specifier.local.name, { from: node.source.value, name });
      }
      continue;
    }
    if (node.type === 'ExportAllDeclaration' || node.type === 'ExportDefaultDeclaration') {
      throw unhandled(path, source, node);
    }
    let declaration: ESTree.Node = node;
    if (node.type === 'ExportNamedDeclaration') {
      for (const { local, exported } of node.specifiers) {
        const name = nameOfExport(local);
        const from = node.source?.value;
        exports.set(nameOfExport(exported), from === undefined ? name : { from, name });
      }
      if (!node.declaration) continue;
      declaration = node.declaration;
      left.push({ start: node.start, end: declaration.start });
      for (const name of namesOf(declaration)) exports.set(name, name);
    }
    const members = declaration.type === 'ClassDeclaration' ? membersOf(declaration) : [];
    statements.push({ ...emptyPart(start, last), declares: namesOf(declaration), members });
  }
  survey(program, statements);
  const text = header && source.slice(header.start, header.end);
  return { path, source, header: text, statements, imports, exports, comments, left };
}

const emptyPart = (start: number, end: number): Part => ({
  start,
  end,
  mentions: [],
  properties: new Set(),
});

const unhandled = (path: string, source: string, { start, end }: Range): Error =>
  new Error(`${path}: a program cannot be assembled from \`${source.slice(start, end)}\``);

/** The first comment, if imports or a blank line part it from the first declaration. */
function headerOf(
  source: string,
  { body }: ESTree.Program,
  [comment]: readonly (Range & { type: string })[],
): Range | null {
  if (comment?.type !== 'Block' || source.slice(0, comment.start).trim() !== '') return null;
  const [first] = body;
  if (!first) return comment;
  const apart =
    first.type === 'ImportDeclaration' ||
    (first.type === 'ExportNamedDeclaration' && !first.declaration) ||
    /^\s*\n\s*\n/.test(source.slice(comment.end, first.start));
  return apart ? comment : null;
}

const nameOfExport = (name: ESTree.ModuleExportName): string =>
  name.type === 'Literal' ? name.value : name.name;

function nameOfMember(member: ESTree.ClassElement): string {
  if (!('key' in member) || member.computed) return '';
  if (member.key.type === 'PrivateIdentifier') return `#${member.key.name}`;
  return member.key.type === 'Identifier' ? member.key.name : '';
}

/** A method does nothing until it is called, a field nothing if it holds at most a literal. */
function isInert(member: ESTree.ClassElement): boolean {
  if (member.type === 'MethodDefinition') return true;
  if (member.type !== 'PropertyDefinition') return false;
  return !member.value || member.value.type === 'Literal';
}

/** The names that a declaration makes; none for any other statement. */
function namesOf(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id ? [node.id.name] : [];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => namesOf(id));
    case 'Identifier':
      return [node.name];
    case 'AssignmentPattern':
      return namesOf(node.left);
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element ? namesOf(element) : []));
    case 'ObjectPattern':
      return node.properties.flatMap((property) =>
        namesOf(property.type === 'Property' ? property.value : property.argument),
      );
    case 'RestElement':
      return namesOf(node.argument);
    default:
      return [];
  }
}

/** Gives every mention to the member that it stands in, or else to the statement. */
function survey(program: ESTree.Program, statements: readonly Statement[]): void {
  const partAt = (at: number): Part | undefined => {
    const holds = ({ start, end }: Range) => start <= at && at < end;
    const statement = statements.find(holds);
    return statement?.members.find(holds) ?? statement;
  };
  /** Names of properties, which are no variables. */
  const keys = new Set<ESTree.Node>();
  const shorthands = new Set<number>();
  const property = (node: ESTree.Node, computed: boolean) => {
    if (computed) return;
    keys.add(node);
    if (node.type === 'Identifier') partAt(node.start)?.properties.add(node.name);
    if (node.type === 'PrivateIdentifier') partAt(node.start)?.properties.add(`#${node.name}`);
  };
  const key = (node: { key: ESTree.Node; computed: boolean }) => {
    if (!node.computed) keys.add(node.key);
  };
  const label = (node: { label: ESTree.Node | null }) => {
    if (node.label) keys.add(node.label);
  };
  new Visitor({
    MemberExpression: (node) => property(node.property, node.computed),
    Property(node) {
      property(node.key, node.computed);
      if (node.shorthand) shorthands.add(node.start);
    },
    MethodDefinition: key,
    PropertyDefinition: key,
    AccessorProperty: key,
    TSPropertySignature: key,
    TSMethodSignature: key,
    TSQualifiedName: (node) => property(node.right, false),
    TSNamedTupleMember: label,
    LabeledStatement: label,
    BreakStatement: label,
    ContinueStatement: label,
    Identifier(node) {
      if (keys.has(node)) return;
      const { name, start } = node;
      partAt(start)?.mentions.push({ name, start, shorthand: shorthands.has(start) });
    },
  }).visit(program);
}
