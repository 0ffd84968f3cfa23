import type { Database, Door } from './database.ts';
import { makeFolder } from './folder.ts';
import { migrate } from './migrations.ts';
import { holdDatabase, Postgres } from './postgres.ts';
import { NotSetUp, type Settings } from './settings.ts';
import { databaseIn, holdFolder, Sqlite } from './sqlite.ts';
import { Store } from './store.ts';

type Place = Pick<Settings, 'HOST_DATA' | 'DATABASE_URL' | 'HOST_MOST_PAGES'>;

/** Holds the place of the cases before anything in it is touched: a file for one host, Postgres for several, or either alone. */
export async function hold({ HOST_DATA, DATABASE_URL }: Place, alone = false): Promise<Door> {
  if (!DATABASE_URL) makeFolder(HOST_DATA);
  const door = DATABASE_URL ? await holdDatabase(DATABASE_URL, alone) : holdFolder(HOST_DATA);
  if (!door) throw new NotSetUp(`Another host runs on ${DATABASE_URL ? 'that database' : HOST_DATA}.`);
  return door;
}

/** The cases in their place, with tables that this host knows. */
export async function opened({ HOST_DATA, DATABASE_URL, HOST_MOST_PAGES }: Place): Promise<Store> {
  const database: Database = DATABASE_URL
    ? new Postgres(DATABASE_URL)
    : await Sqlite.open(databaseIn(HOST_DATA), HOST_MOST_PAGES);
  await migrate(database);
  const store = new Store(database);
  await store.makeSecret();
  return store;
}
