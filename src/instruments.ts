// Names only, without zod: the decision aid and the schemas both read them.

export const instruments = ['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other'] as const;

/** What an employee in doubt can ask for: a second opinion, or what may suit better. */
export type Instrument = (typeof instruments)[number];

export const situations = [
  'doubtAboutEstimate',
  'disagreementOnReintegration',
  'disagreementOnSuitableWork',
  'courseOfEvents',
  'conduct',
] as const;

/** What the employee may name in the conversation about it; a disagreement is one with the employer. */
export type Situation = (typeof situations)[number];
