import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { isRefusal, type Refusal, withDetail } from "@mingbai/ledger/refusal";
import { moved } from "@mingbai/workflow/effects";
import { getPassedMatter } from "@mingbai/workflow/reads";
import type { z } from "zod";
import { findAccountKind } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { findFundRefusal, findPayeeRefusal, whoCould } from "../checks/matter.ts";
import { refuse } from "../refusals.ts";
import { Disburse } from "../schema.ts";
import { allocation } from "../transfers/allocation.ts";
import { payment } from "../transfers/payment.ts";
import { Taken } from "../transfers/taken.ts";

type Item = z.output<typeof Disburse>["items"][number];

const referenceDigits = 32;

/**
 * Carries out matters that were passed: all of them or none, money and matter in one transaction. An office receives a
 * tranche of its own, anyone else a payment.
 */
export const disburse = defineCommand("treasury.disburse", {
  schema: Disburse,
  allow: [role("financeSupervisor")],
  title: { en: "Pay passed matters", zh: "拨付" },
  audit: { en: "paid matters that were passed", zh: "拨付了审核通过的事项" },
  execute(context, { items }) {
    const taken = new Taken();
    const events: Event[] = [];
    for (const item of items) {
      const answer = disburseOne(context, item, taken);
      if (isRefusal(answer)) return withDetail(answer, { matter: item.matter, ...whoCould(context, answer, item) });
      events.push(...answer);
    }
    return findApprovalRefusal(context, taken.total) ?? events;
  },
});

/**
 * In this order: the matter is passed, in the version that was seen, and the actor's to pay, who neither entered nor
 * passed it; the payee is the applicant's own; the money is of the fund that was asked for, and held by the actor's
 * organisation, not frozen, not expired, whole or enough, not locked, and not taken by an item before (MONEY 11); the
 * payee can receive it.
 */
function disburseOne(context: CommandContext, item: Item, taken: Taken): Refusal | readonly Event[] {
  const { matter, version, from, expiryMs } = item;
  if (taken.hasMatter(matter)) return refuse("MATTER_TWICE");
  const row = getPassedMatter(context, { matter, version });
  if (isRefusal(row)) return row;
  const { payee, fund, amount } = row.terms;
  const refusal =
    findPayeeRefusal(context.state, row.applicant, payee) ??
    findFundRefusal(from, fund) ??
    findFromRefusal(context, { from, amount, besides: taken.findFree(from) }) ??
    taken.findVoucherRefusal(from);
  if (refusal !== undefined) return refusal;
  const isOffice = findAccountKind(context.state, payee) === "office";
  if (!isOffice && expiryMs !== undefined) return refuse("EXPIRY_NEEDS_OFFICE", { payee });
  const reference = row.content.slice(0, referenceDigits);
  const money = isOffice
    ? allocation(context, { from, to: payee, amount, expiryMs, opened: taken.opened, matter })
    : payment(context, { from, payee, amount, reference, matter: { id: matter, content: row.content } });
  if (isRefusal(money)) return money;
  taken.add({ matter, from, amount, opens: isOffice });
  return [...money, moved(context, { matter, row }, { stage: "disbursed", decides: true })];
}
