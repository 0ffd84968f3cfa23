import { useState } from 'preact/hooks';
import { useWords } from './language.ts';

/** Of something long: a page that shows a thousand at once is slow, and nobody reads them. */
const lastShown = 50;

/** From which of so many on they are shown, and the button that shows the earlier ones too. */
export function useRecent(length: number): { from: number; earlier: preact.ComponentChildren } {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const from = all ? 0 : Math.max(length - lastShown, 0);
  const earlier = from > 0 && (
    <button type="button" onClick={() => setAll(true)}>
      {say.log.earlier(from)}
    </button>
  );
  return { from, earlier };
}
