import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { readLedgerKeys } from "../verify-log/read-ledger-keys.ts";
import { inLanguage } from "../words.ts";

const answerMsMax = 10_000;
const notFound = 404;

/**
 * The rosters up to the one in force, one at least, as a member's node publishes them: each follows the one before by its organisations' signatures, the first is
 * the one that genesis names. Genesis alone vouches for it. Throws Error where the node cannot be asked, or they do not follow.
 */
export async function readRosters(url: string, genesis: Genesis): Promise<readonly [RosterNote, ...RosterNote[]]> {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const answer = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(answerMsMax) }).catch(
      (cause: unknown) => {
        throw new Error(inLanguage({ en: `${url} does not answer`, zh: `${url} 没有回应` }), { cause });
      },
    );
    if (answer.status === notFound) return undefined;
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    throw new Error(
      inLanguage({
        en: `${url} answers ${path} with ${answer.status}`,
        zh: `${url} 对 ${path} 的回应是 ${answer.status}`,
      }),
    );
  };
  const { rosters, differences } = await readLedgerKeys({ read }, { genesis, pinned: [] });
  const [first, ...later] = rosters;
  if (first !== undefined && differences.length === 0) return [first, ...later];
  throw new Error(
    inLanguage({
      en: `${url} shows no rosters that lead on from genesis: ${differences.join("; ")} (it wants ${rosterFile(0)})`,
      zh: `${url} 给出的名册接不上创世名册：${differences.join("；")}（需要 ${rosterFile(0)}）`,
    }),
  );
}
