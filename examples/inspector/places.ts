const phases = ['application', 'execution', 'completion'];

/** A step by the name that hosts know, from the way to its state: its phase comes before it, groups go without saying. */
export const stepAt = (path: string[]): string => {
  const [phase = ''] = path;
  const leaf = path.at(-1) ?? '';
  return phases.includes(phase) ? `${phase}.${leaf}` : leaf;
};

/** The way to a state in a value of XState's, which nests: `{ ended: 'refused' }`. */
const pathIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...pathIn(inner)])
    : [String(value)];

/** The step in which the region `procedure` stands. */
export const stepOf = (procedure: unknown): string => stepAt(pathIn(procedure));
