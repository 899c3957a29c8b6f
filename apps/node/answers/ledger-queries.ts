import { toHex } from "@mingbai/codec/hex";
import { chainView, keyView, relyingPartyView } from "@mingbai/http/ledger-views";
import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { isInForce, keyTable } from "@mingbai/ledger/authority/key";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { nextSequence } from "@mingbai/ledger/replay/window";
import type { OpenLedger } from "../open-ledger.ts";
import { queryOf } from "./query-of.ts";

/** What a client must know before it can sign. */
export function ledgerQueries({ chain }: Pick<OpenLedger, "chain">): QueryRoute[] {
  return [
    queryOf(chainView, { en: "Which ledger this is", zh: "这是哪个账本" }, async () => {
      const { name, demo, reconstruction, currency } = getConfiguration(chain.state);
      const { height } = chain.head;
      return { chain: toHex(chain.chain), name, demo, reconstruction, currency, height, timeMs: Date.now() };
    }),
    queryOf(relyingPartyView, { en: "Where passkeys count", zh: "通行密钥在哪里算数" }, async () => {
      const { id, origins } = getConfiguration(chain.state).relyingParty;
      return { id, origins: [...origins] };
    }),
    queryOf(keyView, { en: "A key, and its next number", zh: "密钥及其下一个序号" }, async ({ keyId, lane }) => {
      const key = chain.state.table(keyTable).find(keyId);
      if (key === undefined) throw unknownKey();
      const inForce = isInForce(key, chain.head.height + 1);
      return {
        account: key.account,
        scheme: key.scheme,
        inForce,
        nextSequence: nextSequence(chain.state, { keyId, lane }),
      };
    }),
  ];
}

function unknownKey(): HttpProblem {
  return new HttpProblem({
    code: "KEY_UNKNOWN",
    status: 404,
    en: "The ledger does not know this key.",
    zh: "账本不认识这把密钥",
  });
}
