import { defineDomain } from "@mingbai/ledger/definition/domain";
import { postCheckpoint } from "./commands/post-checkpoint.ts";
import { receiveTotals } from "./commands/receive-totals.ts";
import { receiveTransfer } from "./commands/receive-transfer.ts";
import { releaseTransfer } from "./commands/release-transfer.ts";
import { sendTransfer } from "./commands/send-transfer.ts";
import { settleTransfer } from "./commands/settle-transfer.ts";
import { stateTotals } from "./commands/state-totals.ts";
import { tieClosed, tieFrozen, tieFundsSet, tieJoined, tieRosterSet, treeAccepted } from "./events/ties.ts";
import { totalsReceived, totalsStated } from "./events/totals.ts";
import { transferArrived, transferDecided, transferSent, transferSettled } from "./events/transfers.ts";
import { levelsRefusals } from "./refusals.ts";
import { levelsTables } from "./tables.ts";

/** Ledgers in a tree: whom this one knows, what they have signed, and money between them. */
export const levels = defineDomain({
  name: "levels",
  tables: levelsTables,
  refusals: levelsRefusals,
  events: [
    tieJoined,
    tieRosterSet,
    tieFundsSet,
    tieClosed,
    treeAccepted,
    tieFrozen,
    transferSent,
    transferDecided,
    transferArrived,
    transferSettled,
    totalsStated,
    totalsReceived,
  ],
  commands: [
    postCheckpoint,
    sendTransfer,
    receiveTransfer,
    settleTransfer,
    releaseTransfer,
    stateTotals,
    receiveTotals,
  ],
});
