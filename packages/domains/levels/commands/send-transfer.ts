import { toHex } from "@mingbai/codec/hex";
import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { held } from "@mingbai/treasury/effects";
import { findAccountKind, findTakingRefusal, findTranche, yearOf } from "@mingbai/treasury/reads";
import { transferSent } from "../events/transfers.ts";
import { flowOf } from "../laws/flows.ts";
import { findStoppedRefusal, getTie, wireFund } from "../laws/get-tie.ts";
import { transferId } from "../laws/transfer-id.ts";
import { refuse } from "../refusals.ts";
import { deadlineDaysMax, SendTransfer, transfersUnderWayMax } from "../schema.ts";
import type { TieRow } from "../tables.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** Money goes to an account of a parent or a child: locked here until that ledger's outcome is proven. */
export const sendTransfer = defineCommand("levels.sendTransfer", {
  schema: SendTransfer,
  allow: [role("financeSupervisor"), role("supplier"), role("individual")],
  title: { en: "Send money to another ledger", zh: "跨级转账" },
  audit: { en: "sent {amount:money} to {payee} of another ledger", zh: "向其他账本的 {payee} 转账 {amount:money}" },
  execute(context, input) {
    const { state, chain, moment } = context;
    const { ledger, holder, fund, tranche, amount, payee, deadlineMs, purpose } = input;
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    const stopped = findStoppedRefusal(row) ?? findTermsRefusal(context, input, row);
    if (stopped !== undefined) return stopped;
    const pair = row.funds.find(({ own }) => own === fund);
    if (pair === undefined) return refuse("FUND_NOT_TIED", { fund, name: row.name });
    const isOffice = findAccountKind(state, holder) === "office";
    const refusal = findTakingRefusal(context, { from: { holder, fund, tranche }, amount });
    const more = refusal ?? (isOffice ? findApprovalRefusal(context, amount) : undefined);
    if (more !== undefined) return more;
    const route = { source: toHex(chain), destination: ledger, n: row.sendNext };
    const terms = { ...route, fund: wireFund(row, pair), amount, payee, deadlineMs, purpose };
    const transfer = transferId(terms);
    const expiryMs = findTranche(state, tranche)?.expiryMs;
    // Only what is given back upwards lowers what an office has received.
    const year = isOffice && row.as === "parent" ? { shareYear: yearOf(state, moment.timeMs) } : {};
    return [
      held({ hold: transfer, holder, fund, tranche, amount, ...year }),
      transferSent({ transfer, ...terms, isOffice, ...(expiryMs !== undefined && { expiryMs }) }),
    ];
  },
});

/** Why it cannot go at all: its deadline, too many on their way, more than the parent has given. */
function findTermsRefusal(
  { state, moment }: CommandContext,
  { ledger, fund, amount, deadlineMs }: SendTransfer,
  { as, name, underWay }: TieRow,
): Refusal | undefined {
  const isAhead = deadlineMs > moment.timeMs && deadlineMs <= moment.timeMs + deadlineDaysMax * dayMs;
  if (!isAhead) return refuse("DEADLINE_WRONG", { daysMax: deadlineDaysMax });
  if (underWay >= transfersUnderWayMax) return refuse("UNDER_WAY_FULL", { name, max: transfersUnderWayMax });
  if (as === "child") return undefined;
  const { received, sent, locked } = flowOf(state, { ledger, fund });
  const has = received - sent - locked;
  return amount <= has ? undefined : refuse("CLAIM_SHORT", { name, has, needs: amount });
}
