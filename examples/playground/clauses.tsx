import { type ClauseId, clauses, type Rank } from 'lpbso-second-opinion';
import { clauseTexts } from '../clause-texts.ts';
import { byRank, rankOf } from './chart.ts';
import { useWords } from './language.ts';

/** How high something stands, as a small mark. */
export function RankMark({ rank }: { rank: Rank }) {
  const { known } = useWords();
  return <span class={`rank rank-${rank}`}>{known.ranks[rank]}</span>;
}

/** Clauses with their rank and their words; the Dutch ones in either language. */
export function Clauses({ ids }: { ids: readonly ClauseId[] }) {
  const { locale } = useWords();
  return (
    <ul class="clauses">
      {byRank(ids).map((id) => (
        <li key={id}>
          <p class="clause-head">
            <RankMark rank={rankOf(id)} /> <span class="clause-id">{id}</span>{' '}
            <span class="clause-place" lang="nl">
              {clauses[id].place}
            </span>
          </p>
          {locale === 'en' && <p>{clauseTexts.en[id]}</p>}
          <p lang="nl" class={locale === 'en' ? 'original' : undefined}>
            {clauseTexts.nl[id]}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same, folded away behind how many there are. */
export function FoldedClauses({ ids, title }: { ids: readonly ClauseId[]; title: string }) {
  if (ids.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        {title} <span class="cited">{byRank(ids).join(' ')}</span>
      </summary>
      <Clauses ids={ids} />
    </details>
  );
}
