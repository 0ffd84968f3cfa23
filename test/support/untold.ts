import * as z from 'zod';

/** What a schema has room for and none of the values uses: a field never told or never left out, a word never said. */
export function untold(schema: z.core.$ZodType, values: unknown[], path = ''): string[] {
  if (values.length === 0) return [`${path} is never told`];
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const words = (all: readonly unknown[]): string[] =>
    all.filter((word) => !values.includes(word)).map((word) => `${path} is never ${word}`);

  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    const told = values.filter((value) => value !== undefined);
    const always = told.length === values.length ? [`${path} is never left out`] : [];
    return [...always, ...untold(schema.def.innerType, told, path)];
  }
  if (schema instanceof z.ZodNullable) {
    const told = values.filter((value) => value !== null);
    const always = told.length === values.length ? [`${path} is never null`] : [];
    return [...always, ...untold(schema.def.innerType, told, path)];
  }
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((option) => {
      const [type] = option instanceof z.ZodObject ? [...(option.shape.type as z.ZodLiteral<string>).values] : [];
      return untold(
        option,
        values.filter((value) => (value as { type: string }).type === type),
        type,
      );
    });
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, field]) =>
      untold(
        field,
        values.map((value) => (value as Record<string, unknown>)[name]),
        inside(name),
      ),
    );
  if (schema instanceof z.ZodArray) return untold(schema.element, values.flat(), path);
  if (schema instanceof z.ZodEnum) return words(schema.options);
  if (schema instanceof z.ZodBoolean) return words([true, false]);
  return [];
}
