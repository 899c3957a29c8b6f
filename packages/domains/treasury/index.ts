import { defineDomain } from "@mingbai/ledger/definition/domain";
import { payBatch } from "./batch/pay-batch.ts";
import { allocate } from "./commands/allocate.ts";
import { approveManifest } from "./commands/approve-manifest.ts";
import { approveOffer } from "./commands/approve-offer.ts";
import { bookBankLines } from "./commands/book-bank-lines.ts";
import { cancelRedemption } from "./commands/cancel-redemption.ts";
import { closeBankDay } from "./commands/close-bank-day.ts";
import { collectOffer } from "./commands/collect-offer.ts";
import { countersignBankDay } from "./commands/countersign-bank-day.ts";
import { createFund } from "./commands/create-fund.ts";
import { disburse } from "./commands/disburse.ts";
import { nameLine } from "./commands/name-line.ts";
import { openAccounts } from "./commands/open-accounts.ts";
import { pay } from "./commands/pay.ts";
import { proposeManifest } from "./commands/propose-manifest.ts";
import { proposeOffer } from "./commands/propose-offer.ts";
import { proposeSettlement } from "./commands/propose-settlement.ts";
import { redeem } from "./commands/redeem.ts";
import { registerMerchants } from "./commands/register-merchants.ts";
import { releaseOrders } from "./commands/release-orders.ts";
import { reportDifference } from "./commands/report-difference.ts";
import { returnExpired } from "./commands/return-expired.ts";
import { returnPayment } from "./commands/return-payment.ts";
import { settleBatch } from "./commands/settle-batch.ts";
import { settleDifference } from "./commands/settle-difference.ts";
import { spend } from "./commands/spend.ts";
import { splitVoucher } from "./commands/split-voucher.ts";
import { stopOffer } from "./commands/stop-offer.ts";
import { takeOffer } from "./commands/take-offer.ts";
import { withdrawMerchants } from "./commands/withdraw-merchants.ts";
import { accountsOpened } from "./events/accounts-opened.ts";
import { allocated } from "./events/allocated.ts";
import { bankDayClosed, bankDayCountersigned } from "./events/bank-day.ts";
import { bankLineBooked } from "./events/bank-line-booked.ts";
import { batchPaid } from "./events/batch-paid.ts";
import { batchSettled } from "./events/batch-settled.ts";
import { differenceReported, differenceSettled, settlementProposed } from "./events/difference.ts";
import { earlyPayoutTaken } from "./events/early-payout-taken.ts";
import { frozen, unfrozen } from "./events/freezing.ts";
import { fundCreated } from "./events/fund-created.ts";
import { fundPolicySet } from "./events/fund-policy-set.ts";
import { held, holdBurned, holdReleased, receivedFromLedger } from "./events/holds.ts";
import { lineNamed } from "./events/line-named.ts";
import { manifestApproved, manifestProposed } from "./events/manifest.ts";
import { merchantsRegistered, merchantsWithdrawn } from "./events/merchants.ts";
import { minted } from "./events/minted.ts";
import { expiredReturned, paymentReturned } from "./events/money-returned.ts";
import {
  offerApproved,
  offerCollected,
  offerOpened,
  offerProposed,
  offerStopped,
  offerTaken,
  offerWithdrawn,
  spent,
} from "./events/offers.ts";
import { paid } from "./events/paid.ts";
import {
  burned,
  payoutReturned,
  redemptionCancelled,
  redemptionOrdered,
  redemptionReleased,
} from "./events/redemption.ts";
import { trancheExpired } from "./events/tranche-expired.ts";
import { trancheOpened } from "./events/tranche-opened.ts";
import { voucherSplit } from "./events/voucher-split.ts";
import { trancheDeadlines } from "./laws/deadlines.ts";
import { checkInvariants } from "./laws/invariants.ts";
import { moneyStore } from "./money-store/money-store.ts";
import { treasuryRefusals } from "./refusals.ts";
import { treasuryTables } from "./tables.ts";

/** All money rules: accounts, funds, tranches, vouchers, payments, the bank (MONEY 1 to 11). */
export const treasury = defineDomain({
  name: "treasury",
  tables: treasuryTables,
  stores: [moneyStore],
  refusals: treasuryRefusals,
  events: [
    accountsOpened,
    fundCreated,
    fundPolicySet,
    trancheOpened,
    trancheExpired,
    bankLineBooked,
    minted,
    redemptionOrdered,
    redemptionReleased,
    redemptionCancelled,
    earlyPayoutTaken,
    burned,
    payoutReturned,
    voucherSplit,
    allocated,
    manifestProposed,
    manifestApproved,
    paid,
    batchPaid,
    lineNamed,
    paymentReturned,
    expiredReturned,
    frozen,
    unfrozen,
    batchSettled,
    differenceReported,
    settlementProposed,
    differenceSettled,
    bankDayClosed,
    bankDayCountersigned,
    merchantsRegistered,
    merchantsWithdrawn,
    offerProposed,
    offerApproved,
    offerOpened,
    offerTaken,
    spent,
    offerStopped,
    offerWithdrawn,
    offerCollected,
    held,
    holdReleased,
    holdBurned,
    receivedFromLedger,
  ],
  commands: [
    openAccounts,
    createFund,
    bookBankLines,
    splitVoucher,
    allocate,
    proposeManifest,
    approveManifest,
    pay,
    disburse,
    nameLine,
    returnPayment,
    redeem,
    releaseOrders,
    cancelRedemption,
    settleBatch,
    returnExpired,
    reportDifference,
    proposeSettlement,
    settleDifference,
    closeBankDay,
    countersignBankDay,
    registerMerchants,
    withdrawMerchants,
    proposeOffer,
    approveOffer,
    takeOffer,
    spend,
    stopOffer,
    collectOffer,
  ],
  payments: payBatch,
  deadlines: trancheDeadlines,
  checkInvariants,
});
