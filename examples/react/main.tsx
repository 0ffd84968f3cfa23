import { parseCase, snapshotOf } from 'lpbso-second-opinion';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Procedure } from './procedure.tsx';

const { opening, register } = JSON.parse(document.getElementById('known')?.textContent ?? '');

// This stands for the store of a host. A case is health data: here it goes with the tab.
const stored = sessionStorage.getItem('case');
const start = stored ? { snapshot: snapshotOf(parseCase(JSON.parse(stored))) } : { input: opening };

const page = document.getElementById('page');
if (page)
  createRoot(page, { onUncaughtError: (error) => page.append(String(error)) }).render(
    <StrictMode>
      <Procedure
        start={start}
        register={register}
        onCase={(current) => sessionStorage.setItem('case', JSON.stringify(current))}
      />
    </StrictMode>,
  );
