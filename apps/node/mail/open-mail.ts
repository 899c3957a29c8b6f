import type { Reader } from "@mingbai/http/query-route";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Disk } from "@mingbai/log/disk/disk";
import { noticesView } from "@mingbai/workflow/views";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { publicOrigin } from "../public-origin.ts";
import type { ReadModel } from "../read-model/start-read-model.ts";
import { MailRounds } from "./mail-rounds.ts";
import { MailStore } from "./mail-store.ts";
import { NoticeMail } from "./notice-mail.ts";
import { smtpMail } from "./smtp-mail.ts";
import type { SmtpOptions } from "./smtp-options.ts";

/** Between two rounds; a round without due mail asks the tables one question for everybody who wants mail. */
const roundEveryMs = 20_000;

export interface OpenMailParts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly keys: Pick<NodeKeys, "vault" | "vaultSeed">;
  readonly ledger: Pick<OpenLedger, "chain" | "genesis">;
  readonly readModel: Pick<ReadModel, "queries" | "findTold">;
  /** Where this node listens, for a ledger that names no pages. */
  readonly url: () => string | undefined;
  /** How mail is sent; none goes where it is absent. */
  readonly smtp: SmtpOptions | undefined;
  readonly now: () => number;
  /** Hears of a round that failed. Nobody's address is in it. */
  readonly onTrouble: (error: unknown) => void;
  readonly onFatal: (error: Error) => void;
}

/** Mail of a node: who wants it, and, where a server is set, the rounds that send it. */
export interface OpenMail {
  readonly store: MailStore;
  readonly isSetUp: boolean;
  close(): Promise<void>;
}

export async function openMail(parts: OpenMailParts): Promise<OpenMail> {
  const { disk, folder, keys, smtp, onFatal, onTrouble } = parts;
  const store = await MailStore.open({ disk, folder: folder.mail, key: keys.vault, onFatal });
  if (smtp === undefined) return { store, isSetUp: false, close: async () => undefined };
  const port = smtpMail(smtp);
  const mail = new NoticeMail({ ...roundParts(parts), store, port });
  const rounds = new MailRounds({ round: () => mail.round(), everyMs: roundEveryMs, onTrouble });
  return {
    store,
    isSetUp: true,
    async close() {
      await rounds.close();
      port.close();
    },
  };
}

function roundParts({ ledger, keys, readModel, url, now }: OpenMailParts) {
  const query = readModel.queries.find(({ name }) => name === noticesView.name);
  if (query === undefined) throw new Error("the tables answer nothing about notices");
  const { chain, genesis } = ledger;
  return {
    findReader: (account: string) => {
      const actor = findActor(chain.state, account, now());
      return actor && { account, organisation: actor.organisation, roles: actor.roles };
    },
    findTold: readModel.findTold,
    askNotices: async (params: object, reader: Reader) =>
      noticesView.result.parse(await query.answer(noticesView.params.parse(params), reader)),
    page: () => publicOrigin(getConfiguration(chain.state).relyingParty.origins, url()),
    zoneOffsetMinutes: genesis.configuration.zoneOffsetMinutes,
    idKey: keys.vaultSeed,
    now,
  };
}
