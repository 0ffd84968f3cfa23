import { onTestFinished } from 'vitest';
import type { People } from '../../examples/host/register.ts';
import { testAnyHost } from './any-host.ts';
import { PostgresWorld } from './host-world.ts';

async function worldAt(today: string, people: People): Promise<PostgresWorld> {
  const world = await PostgresWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

testAnyHost(worldAt);
