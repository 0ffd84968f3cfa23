import { caseSchema, clauses, norms } from 'lpbso-second-opinion';
import * as kit from 'lpbso-second-opinion/testing';
import {
  Application,
  ArrayType,
  Converter,
  type DeclarationReflection,
  LiteralType,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
  ReflectionType,
  type SomeType,
  type TypeDocOptions,
  TypeOperatorType,
  UnionType,
  UnknownType,
} from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import { languages } from './written/languages.ts';

type Alias = DeclarationReflection;

const { events, notices, steps, roles, values } = languages.en;

/** The closed lists, which TypeScript writes out wherever they are used. */
const lists: Record<string, string[]> = {
  ClauseId: Object.keys(clauses),
  NormName: Object.keys(norms),
  EventType: Object.keys(events),
  NoticeTopic: Object.keys(notices),
  Step: Object.keys(steps),
  Role: Object.keys(roles),
  Instrument: Object.keys(values.advised),
  Situation: Object.keys(values.situations),
};

/** Objects whose type is inferred, so that only their fields tell which they are. */
const objects: Record<string, string[]> = {
  CaseFile: Object.keys(caseSchema.shape.file.shape),
  Physician: Object.keys(kit.own),
};

/** What would be written out over pages, said in short. */
const inShort: Record<string, string> = {
  secondOpinionMachine: 'StateMachine',
  eventSchema: 'z.ZodType<ProcedureEvent>',
  openingSchema: 'z.ZodType<Opening>',
  caseSchema: 'z.ZodType<Case>',
  storyTo: 'Record<Step, Story>',
};

const keyOf = (names: string[]): string => [...names].sort().join(' ');

const membersOf = (type: SomeType): string[] =>
  type instanceof ReflectionType ? (type.declaration.children ?? []).map(({ name }) => name) : [];

/** Sets a name wherever TypeScript wrote out what the name stands for. */
function nameTypes(project: ProjectReflection): void {
  const aliases = new Map(
    (project.getReflectionsByKind(ReflectionKind.TypeAlias) as Alias[]).map((alias) => [alias.name, alias]),
  );
  const aliasOf = (name: string): Alias => {
    const alias = aliases.get(name);
    if (!alias) throw new Error(`the door has no type ${name}`);
    return alias;
  };
  const referTo = (alias: Alias): SomeType => ReferenceType.createResolvedReference(alias.name, alias, project);
  const listed = Object.entries(lists).map(([name, values]) => ({ alias: aliasOf(name), values }));
  const shaped = new Map(Object.entries(objects).map(([name, members]) => [keyOf(members), aliasOf(name)]));
  const writtenOut = new Set<Alias>();

  const shortened = (type: SomeType): SomeType => {
    const alias = shaped.get(keyOf(membersOf(type)));
    if (alias) {
      if (!writtenOut.has(alias)) alias.type = type;
      writtenOut.add(alias);
      return referTo(alias);
    }
    if (type instanceof ArrayType) type.elementType = shortened(type.elementType);
    if (type instanceof TypeOperatorType) type.target = shortened(type.target);
    if (type instanceof ReferenceType && type.typeArguments) type.typeArguments = type.typeArguments.map(shortened);
    if (type instanceof UnionType) {
      const values = type.types.map((each) => (each instanceof LiteralType ? each.value : undefined));
      const list = listed.find((each) => each.values.every((value) => values.includes(value)));
      const others = type.types.filter((_, at) => !list?.values.includes(String(values[at]))).map(shortened);
      type.types = list ? [referTo(list.alias), ...others] : others;
      if (type.types.length === 1 && type.types[0]) return type.types[0];
    }
    return type;
  };

  for (const reflection of Object.values(project.reflections) as Alias[]) {
    const ofDoor = reflection.parent?.kindOf(ReflectionKind.Module);
    const short = ofDoor ? inShort[reflection.name] : undefined;
    if (reflection.name === '__namedParameters') reflection.name = 'current';
    if (short) reflection.type = new UnknownType(short);
    else if (reflection.type && !reflection.kindOf(ReflectionKind.TypeAlias))
      reflection.type = shortened(reflection.type);
  }
}

const titles: Record<string, string> = {
  index: 'lpbso-second-opinion',
  words: 'lpbso-second-opinion/words',
  forms: 'lpbso-second-opinion/forms',
  figures: 'lpbso-second-opinion/figures',
  testing: 'lpbso-second-opinion/testing',
  'testing/arbitraries': 'lpbso-second-opinion/testing/arbitraries',
};

const options: TypeDocOptions & PluginOptions = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: [
    'src/index.ts',
    'src/words/index.ts',
    'src/forms.ts',
    'src/figures.ts',
    'src/testing/index.ts',
    'src/testing/arbitraries.ts',
  ],
  tsconfig: 'tsconfig.json',
  skipErrorChecking: true,
  readme: 'none',
  name: 'API reference',
  disableSources: true,
  excludeExternals: true,
  sort: ['source-order'],
  groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
  validation: { notExported: false, invalidLink: true, notDocumented: false },
  treatValidationWarningsAsErrors: true,
  logLevel: 'Warn',
  outputFileStrategy: 'modules',
  pageTitleTemplates: { module: ({ name }: { name: string }) => titles[name] ?? name },
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  propertyMembersFormat: 'table',
};

/** Writes the reference of the entry points, as Markdown, from their doc comments. */
export async function writeReference(folder: string): Promise<void> {
  const app = await Application.bootstrapWithPlugins({ ...options, out: folder });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => nameTypes(project));
  const project = await app.convert();
  if (!project) throw new Error('typedoc could not read the sources');
  app.validate(project);
  await app.outputs.writeOutput({ name: 'markdown', path: folder }, project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('the reference is not in order');
}
