import { registryCommands } from "@mingbai/registry/schema";
import { householdsView } from "@mingbai/registry/views/households";
import { type Actor, actAs } from "@mingbai/sdk/actor";
import { type Client, createClient } from "@mingbai/sdk/client";
import { signIn } from "@mingbai/sdk/session";
import { demoNumber, demoSigner } from "../../../apps/node/demo/demo-keys.ts";

const commands = { registry: registryCommands };
const pageRows = 200;
const lanes = 16;
/** Two who write files of one town, each by a session that their lanes share: an account has no more than eight. */
const [clerk, grid] = ["town-clerk", "grid-0"] as const;

/** Somebody at work on files: a session, and a lane of their key to themselves. */
export interface FileWorker {
  readonly client: Client;
  readonly actor: Actor<typeof commands>;
  /** Households that they may open and change; no other worker has them. */
  readonly households: readonly string[];
}

/** So many workers (at most 32) at a node, each with households of their own. */
export async function fileWorkers(url: string, count: number): Promise<FileWorker[]> {
  if (count > 2 * lanes) throw new RangeError("a key has sixteen lanes");
  const clients = { [clerk]: await signedIn(url, clerk), [grid]: await signedIn(url, grid) };
  const kept = await findHouseholds(clients[clerk]);
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const id = number % 2 === 0 ? clerk : grid;
      const [client, lane] = [clients[id], Math.floor(number / 2)];
      const actor = await actAs(client, { ...keyOf(id), lane, commands });
      const households = kept.filter((_household, place) => place % count === number);
      return { client, actor, households };
    }),
  );
}

function keyOf(id: string) {
  return { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) };
}

async function signedIn(url: string, id: string): Promise<Client> {
  const client = createClient({ url });
  await signIn(client, keyOf(id));
  return client;
}

async function findHouseholds(client: Client): Promise<string[]> {
  const { rows } = await client.ask(householdsView, { limit: pageRows });
  return rows.map(({ household }) => household);
}

/** Lets each worker do `count` acts in all, one after another, all workers at once; how long each took, ms. */
export async function workTimes(
  workers: readonly FileWorker[],
  count: number,
  act: (worker: FileWorker, household: string, number: number) => Promise<void>,
): Promise<number[]> {
  const tookMs: number[] = [];
  let next = 0;
  const work = async (worker: FileWorker): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      const household = worker.households[number % worker.households.length];
      if (household === undefined) throw new Error("a worker without households");
      const startMs = performance.now();
      await act(worker, household, number);
      tookMs.push(performance.now() - startMs);
    }
  };
  await Promise.all(workers.map(work));
  return tookMs;
}
