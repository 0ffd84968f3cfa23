import { join } from 'node:path';
import ts from 'typescript';

// What the report on the doors names and does not write out: the closed lists, what each event carries, what each party sees.

const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** The types of the package written out, as declarations to read. */
export function writtenOut(root: string): string {
  const door = join(root, 'dist/index.d.ts');
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    stableTypeOrdering: true,
  };
  const program = ts.createProgram([door, join(root, 'dist/forms.d.ts')], options);
  const checker = program.getTypeChecker();

  const exported = program
    .getRootFileNames()
    .flatMap((name) =>
      checker.getExportsOfModule(
        checker.getSymbolAtLocation(program.getSourceFile(name) as ts.SourceFile) as ts.Symbol,
      ),
    )
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  const declared = (name: string): ts.Type =>
    checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name) as ts.Symbol);

  const short = new Map<string, string>();
  const named = new Map<string, string[]>();
  const partsOf = (type: ts.Type): ts.Type[] => (type.isUnion() ? type.types : [type]);

  const propertyOf = (property: ts.Symbol, indent: string): string => {
    const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
    const of = checker.getTypeOfSymbol(property);
    const told = expanded(isOptional ? checker.getNonNullableType(of) : of, `${indent}  `);
    return `${indent}  ${property.name}${isOptional ? '?' : ''}: ${told};`;
  };

  function expanded(type: ts.Type, indent = ''): string {
    const isBoolean = type.flags & ts.TypeFlags.Boolean;
    if (type.isUnion() && !isBoolean) {
      const parts = [...new Set(partsOf(type).map((part) => expanded(part, indent)))];
      const list = [...named].find(([, members]) => members.every((member) => parts.includes(member)));
      const rest = list ? [list[0], ...parts.filter((part) => !list[1].includes(part))] : parts;
      return rest.join(' | ').replace('false | true', 'boolean');
    }
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      const text = expanded(item as ts.Type, indent);
      return text.includes(' | ') && !text.startsWith('{') ? `(${text})[]` : `${text}[]`;
    }
    const properties = type.getProperties();
    if (!(type.flags & ts.TypeFlags.Object) || properties.length === 0 || type.getCallSignatures().length > 0)
      return checker.typeToString(type, undefined, flags);
    const text = `{\n${properties.map((each) => propertyOf(each, indent)).join('\n')}\n${indent}}`;
    return short.get(text.replaceAll(`\n${indent}`, '\n')) ?? text;
  }

  const section = (title: string, lines: string[]): string =>
    `## ${title}\n\n\`\`\`ts\n${lines.join('\n\n')}\n\`\`\`\n`;
  const wrapped = (name: string): string => {
    const lines = [`type ${name} =`];
    for (const part of partsOf(declared(name)).map((each) => expanded(each))) {
      const line = `${lines.at(-1)} | ${part}`;
      if (line.length > 116) lines.push(`  | ${part}`);
      else lines[lines.length - 1] = line;
    }
    return lines.join('\n').replace('= |', '=');
  };
  const common = ['type', 'by', 'on', 'recordedBy'];
  const carriedBy = (event: ts.Type): string => {
    const own = event.getProperties().filter(({ name }) => !common.includes(name));
    const type = expanded(checker.getTypeOfSymbol(event.getProperty('type') as ts.Symbol));
    return `${type}: {${own.map((each) => propertyOf(each, '').slice(1)).join('')} };`;
  };
  const isList = (type: ts.Type): boolean => type.isUnion() && type.types.every((part) => part.isStringLiteral());

  short.set(expanded(declared('Physician')), 'Physician');
  const names = [
    ...new Set(exported.filter(({ flags }) => flags & ts.SymbolFlags.TypeAlias).map(({ name }) => name)),
  ].sort();
  const lists = names.filter((name) => isList(declared(name))).map((name) => `${wrapped(name)};`);
  for (const name of ['Role', 'Step', 'EventType'])
    named.set(
      name,
      partsOf(declared(name)).map((part) => expanded(part)),
    );
  const parties = names.filter((name) => name.startsWith('SeenBy'));
  const events = partsOf(declared('ProcedureEvent')).map(carriedBy);

  return [
    '# The types of the package, written out\n',
    '`npm run api` writes it, of what the reports beside it only name. Every property and every list is readonly.\n',
    section('The closed lists', lists),
    section('What each event carries, besides who did it, on which day and who entered it', [events.join('\n')]),
    section(
      'What each party sees',
      parties.map((name) => `type ${name} = ${expanded(declared(name))};`),
    ),
  ].join('\n');
}
