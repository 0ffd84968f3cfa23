import * as z from 'zod/mini';

/** What a schema has room for and none of the values uses: a field never told or never left out, a word never said. */
export function untold(schema: z.core.$ZodType, values: unknown[], path = ''): string[] {
  if (values.length === 0) return [`${path} is never told`];
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const words = (all: readonly unknown[]): string[] =>
    all.filter((word) => !values.includes(word)).map((word) => `${path} is never ${word}`);

  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault) {
    const told = values.filter((value) => value !== undefined);
    const always = told.length === values.length ? [`${path} is never left out`] : [];
    return [...always, ...untold(schema.def.innerType, told, path)];
  }
  if (schema instanceof z.ZodMiniNullable) {
    const told = values.filter((value) => value !== null);
    const always = told.length === values.length ? [`${path} is never null`] : [];
    return [...always, ...untold(schema.def.innerType, told, path)];
  }
  if (schema instanceof z.ZodMiniDiscriminatedUnion)
    return schema.def.options.flatMap((option) => {
      const [type] =
        option instanceof z.ZodMiniObject
          ? [...((option.shape.type as z.ZodMiniLiteral<string>)._zod.values ?? [])]
          : [];
      return untold(
        option,
        values.filter((value) => (value as { type: string }).type === type),
        type,
      );
    });
  if (schema instanceof z.ZodMiniObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, field]) =>
      untold(
        field,
        values.map((value) => (value as Record<string, unknown>)[name]),
        inside(name),
      ),
    );
  if (schema instanceof z.ZodMiniArray) return untold(schema.def.element, values.flat(), path);
  if (schema instanceof z.ZodMiniEnum) return words(schema.options);
  if (schema instanceof z.ZodMiniBoolean) return words([true, false]);
  return [];
}
