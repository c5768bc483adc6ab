import { type DatabaseAddress, openDatabase, type Store } from './database.ts';
import { migrate } from './migrate.ts';

/** Opens a database and brings its schema up to date: what every command but `migrate` itself starts with. */
export async function openStore(address: DatabaseAddress): Promise<Store> {
  const store = await openDatabase(address);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
