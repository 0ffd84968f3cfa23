/** The path under which the site is served, as in `BASE=/second-opinion/ npm run site`. */
export const base = process.env.BASE ?? '/';
