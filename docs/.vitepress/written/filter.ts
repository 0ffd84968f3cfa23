import { type ClauseId, clauseIds, clauses, steps } from 'lpbso-second-opinion';
import { clauseTexts } from '../../../examples/clause-texts.ts';
import { citedBy } from './clauses-cited.ts';
import { rankOfClause } from './errors.ts';
import { labels } from './labels.ts';
import { type Locale, languages } from './languages.ts';
import { stepsAt } from './transitions.ts';

const around = {
  nl: {
    title: 'De bepalingen',
    about: `Elke bepaling, met haar bron, haar rang en de stappen waarin zij telt. Kies hieronder wat u wilt zien; een bepaling heeft een eigen
bladzijde met alles wat erop rust. Alles bij elkaar, om na te lezen: [de procedure](/procedure.md) (in het Engels en het Nederlands).`,
    all: 'alle',
    word: 'Woord',
    shown: 'bepalingen',
  },
  en: {
    title: 'The clauses',
    about: `Every clause, with its source, its rank and the steps in which it counts. Choose below what to see; a clause has a page of its own with
all that rests on it. All of it on one page, for review: [the procedure](/procedure.md).`,
    all: 'all',
    word: 'Word',
    shown: 'clauses',
  },
};

/** The steps that cite a clause, or from which a transition on it goes. */
const stepsOf = (id: ClauseId): string[] => {
  const { States: states = [], Transitions: transitions = [] } = citedBy.get(id) ?? {};
  const places = [...states, ...transitions.map((text) => text.split('—')[0] ?? '')].flatMap((text) =>
    [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => stepsAt(name)),
  );
  return steps.filter((step) => places.includes(step));
};

const rows = (locale: Locale): object[] =>
  clauseIds.map((id) => ({
    id,
    place: clauses[id].place,
    source: clauses[id].source,
    rank: rankOfClause(id),
    steps: stepsOf(id),
    says: clauseTexts[locale][id],
  }));

const options = (words: [value: string, text: string][]): string =>
  words.map(([value, text]) => `<option value="${value}">${text}</option>`).join('');

/** The clauses as a table that is filtered by source, rank, step and word; it begins with the steps of the pool. */
export const filterPage = (locale: Locale): string => {
  const { sources, ranks, steps: titles } = languages[locale];
  const { title, about, all, word, shown } = around[locale];
  const said = labels[locale];
  const choice = (name: string, label: string, words: [string, string][]): string =>
    `<span><label for="${name}">${label}</label> <select id="${name}" v-model="${name}"><option value="">${all}</option>${options(words)}</select></span>`;
  return `# ${title}

${about}

<script setup>
import { computed, ref } from 'vue';
import { withBase } from 'vitepress';

const rows = ${JSON.stringify(rows(locale))};
const sources = ${JSON.stringify(sources)};
const ranks = ${JSON.stringify(ranks)};
const titles = ${JSON.stringify(Object.fromEntries(steps.map((step) => [step, titles[step].title])))};
const [source, rank, step, word] = [ref('pool'), ref(''), ref(''), ref('')];
const has = (row) => [row.id, row.place, row.says].join(' ').toLowerCase().includes(word.value.trim().toLowerCase());
const shown = computed(() =>
  rows.filter(
    (row) =>
      (!source.value || row.source === source.value) &&
      (!rank.value || row.rank === rank.value) &&
      (!step.value || row.steps.includes(step.value)) &&
      has(row),
  ),
);
</script>

<form class="filter" @submit.prevent>
${choice('source', said.source, Object.entries(sources))}
${choice('rank', said.rank, Object.entries(ranks))}
${choice(
  'step',
  said.step,
  steps.map((step) => [step, titles[step].title]),
)}
<span><label for="word">${word}</label> <input id="word" type="search" v-model="word"></span>
<output aria-live="polite">{{ shown.length }} ${shown}</output>
</form>

<table class="clauses" tabindex="0">
<thead><tr><th>${said.clause}</th><th>${said.says}</th><th>${said.place}</th><th>${said.rank}</th><th>${said.step}</th></tr></thead>
<tbody>
<tr v-for="row in shown" :key="row.id">
<td><a :href="withBase('/${said.folder}clauses/' + row.id + '.html')">{{ row.id }}</a></td>
<td>{{ row.says }}</td>
<td>{{ sources[row.source] }}, {{ row.place }}</td>
<td>{{ ranks[row.rank] }}</td>
<td>{{ row.steps.length > 6 ? row.steps.length + ' ${said.steps}' : row.steps.map((each) => titles[each]).join(', ') }}</td>
</tr>
</tbody>
</table>
`;
};
