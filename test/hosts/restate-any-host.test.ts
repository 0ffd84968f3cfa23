import { onTestFinished } from 'vitest';
import { testAnyHost } from './any-host.ts';
import { RestateWorld } from './restate-world.ts';

// What SQLite repeats is the API's and the library's, which are the same here.
testAnyHost(
  async (today, people) => {
    const world = await RestateWorld.at(today, people);
    onTestFinished(() => world.end());
    return world;
  },
  { stories: 8, kills: 2, batch: 5, pairs: 100 },
);
