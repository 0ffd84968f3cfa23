import type { Case } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { useState } from 'preact/hooks';
import { type Line, linesOf, parties, partiesBeside } from './items.ts';
import { useWords } from './language.ts';
import { ShownFields } from './party.tsx';
import { readerOf, viewOf } from './people.ts';
import { capital } from './say.ts';

interface Props {
  current: Case;
  /** The case before the last thing that happened; null where nothing has happened yet. */
  before: Case | null;
}

/** All parties side by side: what each sees, and a grey square for what they do not; first what has just changed. */
export function AllParties({ current, before }: Props) {
  const { say, known } = useWords();
  const [beside, setBeside] = useState(false);
  const columns = beside ? [...parties, ...partiesBeside] : parties;
  const earlier = new Map((before ? linesOf(before, columns) : []).map(({ item, cells }) => [item, cells]));
  const isNew = ({ item }: Line, at: number, shown: unknown): boolean =>
    before !== null && JSON.stringify(earlier.get(item)?.[at]?.shown ?? []) !== JSON.stringify(shown);
  const lines = linesOf(current, columns).map((line) => ({
    ...line,
    cells: line.cells.map((cell, at) => ({ ...cell, isNew: isNew(line, at, cell.shown) })),
  }));
  const hasNews = ({ cells }: (typeof lines)[number]): boolean => cells.some((cell) => cell.isNew);
  return (
    <>
      <p class="lead">{say.all.lead}</p>
      <label class="check">
        <input type="checkbox" checked={beside} onChange={({ currentTarget }) => setBeside(currentTarget.checked)} />
        <span>{say.all.beside}</span>
      </label>
      {/* The roles are said again, because a narrow page lays the table out as blocks. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table class="all" role="table" aria-label={say.views.sees} style={{ '--columns': columns.length }}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {say.all.item}
            </th>
            {columns.map((party) => (
              <th key={party} role="columnheader" scope="col">
                {capital(known.roles[party])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {[...lines.filter(hasNews), ...lines.filter((line) => !hasNews(line))].map((line) => (
            <tr key={line.item} role="row" data-item={line.item} class={hasNews(line) ? 'changed' : undefined}>
              <th role="rowheader" scope="row">
                {say.items[line.item]}
                {hasNews(line) && <span class="tag">{say.all.changed}</span>}
              </th>
              {line.cells.map(({ party, shown, grey, isNew }) => (
                <td
                  key={party}
                  role="cell"
                  class={[grey && 'grey', isNew && 'new'].filter(Boolean).join(' ') || undefined}
                  data-party={party}
                >
                  <span class="who">{capital(known.roles[party])}</span>
                  {grey ? <span class="not-seen">{say.all.grey}</span> : <ShownFields shown={shown} />}
                </td>
              ))}
            </tr>
          ))}
          <tr role="row" class="standing">
            <th role="rowheader" scope="row">
              {say.all.waits}
            </th>
            {columns.map((party) => {
              const isEmpty = viewOf(current, party).sees === null;
              return (
                <td key={party} role="cell" class={isEmpty ? 'grey' : undefined} data-party={party}>
                  <span class="who">{capital(known.roles[party])}</span>
                  {isEmpty ? (
                    <span class="not-seen">{say.all.grey}</span>
                  ) : (
                    summaryFor(current, readerOf(current, party), known).sentence
                  )}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </>
  );
}
