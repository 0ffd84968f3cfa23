// Where in the page somebody is, so that it can be sent to another: which worked case, how far, through whose eyes, in which language.
import { type Locale, localeNamed } from '../languages.ts';
import { type Onlooker, onlookers } from './people.ts';

export interface Place {
  /** The name of a worked case; null for a case of one's own, which stands in no address. */
  case: string | null;
  at: number;
  /** Null for whoever has the move. */
  reader: Onlooker | null;
  language: Locale | null;
}

export function placeIn(hash: string): Place {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const at = Number(said.get('at'));
  return {
    case: said.get('case'),
    at: Number.isInteger(at) && at > 0 ? at : 0,
    reader: onlookers.find((onlooker) => onlooker === said.get('reader')) ?? null,
    language: localeNamed(said.get('language') ?? '') ?? null,
  };
}

export function addressOf({ case: name, at, reader, language }: Place): string {
  const said = new URLSearchParams();
  if (name !== null) said.set('case', name);
  if (name !== null && at > 0) said.set('at', String(at));
  if (reader !== null) said.set('reader', reader);
  if (language !== null) said.set('language', language);
  return `#${said}`;
}

const remembered = 'second-opinion-language';

/** The language that somebody chose before; nothing else is kept. A browser that keeps nothing answers nothing. */
export function rememberedLanguage(): Locale | undefined {
  try {
    return localeNamed(localStorage.getItem(remembered) ?? '');
  } catch {
    return undefined;
  }
}

export function rememberLanguage(locale: Locale): void {
  try {
    localStorage.setItem(remembered, locale);
  } catch {
    // It is asked again next time.
  }
}
