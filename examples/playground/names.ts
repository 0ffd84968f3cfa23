// Who somebody is, by an invented name: the ids that a case holds say nothing to whoever reads along.
import { type Locale, languages } from '../languages.ts';
import { words } from './words.ts';

const physicians: Record<string, string> = {
  'physician-own': 'dr. Noord',
  'physician-zuid': 'dr. Zuid',
  'physician-oost': 'dr. Oost',
  'physician-west': 'dr. West',
  'physician-midden': 'dr. Midden',
  'physician-noord-2': 'dr. Noordman',
  'physician-noord-3': 'dr. Noordhof',
};

/** The name of somebody in an invented case: that of a physician, or else the role; an id that is not known here as it is. */
export function nameOf(id: string, locale: Locale): string {
  const { roles, openings } = languages[locale];
  const others: Record<string, string> = {
    employee: roles.employee,
    representative: openings.representative,
    employer: roles.employer,
    planning: roles.administration,
    handler: roles.complaintHandler,
    scheduler: roles.scheduler,
    secretariat: words[locale].form.secretariat,
  };
  const [, kind = id, number = ''] = /^([a-z]+)(?:-(\d+))?$/.exec(id) ?? [];
  const other = others[kind];
  return physicians[id] ?? (other ? [other, ...(Number(number) > 1 ? [number] : [])].join(' ') : id);
}
