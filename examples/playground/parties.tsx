import type { Case } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { useState } from 'preact/hooks';
import { linesOf, parties, partiesBeside } from './items.ts';
import { useWords } from './language.ts';
import { ShownFields } from './party.tsx';
import { readerOf, viewOf } from './people.ts';
import { capital } from './say.ts';

/** All parties side by side: what each sees, and a grey square for what it does not. */
export function AllParties({ current }: { current: Case }) {
  const { say, known } = useWords();
  const [beside, setBeside] = useState(false);
  const columns = beside ? [...parties, ...partiesBeside] : parties;
  return (
    <section class="card" aria-labelledby="all-title">
      <h2 id="all-title">{say.views.all}</h2>
      <p class="lead">{say.all.lead}</p>
      <label class="check">
        <input type="checkbox" checked={beside} onChange={({ currentTarget }) => setBeside(currentTarget.checked)} />
        <span>{say.all.beside}</span>
      </label>
      {/* The roles are said again, because a narrow page lays the table out as blocks. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table class="all" role="table" aria-labelledby="all-title" style={{ '--columns': columns.length }}>
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
                    <span class="unseen">{say.all.grey}</span>
                  ) : (
                    summaryFor(current, readerOf(current, party), known).sentence
                  )}
                </td>
              );
            })}
          </tr>
          {linesOf(current, columns).map(({ item, cells }) => (
            <tr key={item} role="row" data-item={item}>
              <th role="rowheader" scope="row">
                {say.items[item]}
              </th>
              {cells.map(({ party, shown, grey }) => (
                <td key={party} role="cell" class={grey ? 'grey' : undefined} data-party={party}>
                  <span class="who">{capital(known.roles[party])}</span>
                  {grey ? <span class="unseen">{say.all.grey}</span> : <ShownFields shown={shown} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  );
}
