import { linesPerSeq, paymentStatuses } from "./tables.ts";

/**
 * Tables of acts that stand alone: bank lines, redemptions, vouchers, manifests, balances, and what of a payment its
 * receiver has used. `seq` counts as in the list of payments: place in the log × 8,192 + number within the act.
 */
export const actMigrations: readonly string[] = [
  `create table treasury.bank_line (seq bigint primary key, bank_account text not null, reference text not null, value_day date not null,
     kind text not null, amount bigint not null, fund int, end_to_end_id text, difference text, id text not null, height bigint not null, time_ms bigint not null)`,
  `create table treasury.redemption (seq bigint primary key, end_to_end_id text not null unique, holder bigint not null, fund int not null,
     tranche int not null, voucher text, destination text, amount bigint not null, ordered_by bigint not null, share_year int, state text not null,
     reason text, bank_reference text, return_reference text, id text not null, height bigint not null, time_ms bigint not null, released_by text, released_height bigint,
     released_ms bigint, ended_by text, ended_height bigint, ended_ms bigint)`,
  "create index on treasury.redemption (holder)",
  "create index on treasury.redemption (seq) where state in ('locked', 'released')",
  `create table treasury.voucher (seq bigint primary key, id text not null unique, parent text, batch text not null, line int not null,
     holder bigint not null, fund int not null, tranche int not null, first_amount bigint not null, amount bigint not null,
     state text not null, is_frozen boolean not null default false, height bigint not null, time_ms bigint not null,
     ended_by text, ended_height bigint, ended_ms bigint)`,
  "create index on treasury.voucher (holder)",
  `create table treasury.manifest (seq bigint primary key, manifest text not null unique, proposal text not null, proposer bigint not null,
     payer bigint not null, fund int not null, tranche int not null, list_digest text not null, total bigint not null, count bigint not null,
     batches int not null, approvals int not null default 0, is_approved boolean not null default false, paid_batches int not null default 0,
     paid_count bigint not null default 0, paid_total bigint not null default 0, refused_total bigint not null default 0,
     height bigint not null, time_ms bigint not null)`,
  `create table treasury.manifest_approval (manifest text not null, approval int not null, approver bigint not null, id text not null,
     height bigint not null, time_ms bigint not null, primary key (manifest, approval))`,
  // The content of each matter's current version, and who gave it: what is paid bears its title.
  "create table treasury.matter_content (matter text primary key, content text not null, giver text not null)",
  // Who stopped it, where it was a person: what expires is stopped by time.
  `create table treasury.stop (kind text not null, subject text not null, what text not null, by_account text, organisation text,
     id text not null, height bigint not null, time_ms bigint not null, primary key (kind, subject, what))`,
  `create table treasury.act_balance (account bigint not null, tranche int not null, fund int not null, free bigint not null,
     locked bigint not null, named bigint not null, primary key (account, tranche))`,
  "create table treasury.claim (fund int primary key, received bigint not null, sent bigint not null)",
  // Lines of batches are in the list already: their receivers' money is added from there, so that a line costs no second row.
  `create view treasury.balance as
     select account, fund, tranche, sum(free)::bigint as free, sum(locked)::bigint as locked, sum(named)::bigint as named
     from (select account, fund, tranche, free, locked, named from treasury.act_balance
       union all select payment.payee, payment.fund, payment.tranche, payment.amount, 0, 0 from treasury.payment payment
         join treasury.batch batch on batch.log_index = payment.seq / ${linesPerSeq}
         where payment.kind = 0 and batch.status = ${paymentStatuses.indexOf("disbursed")}) parts
     group by account, fund, tranche`,
  `create table treasury.share (office bigint not null, fund int not null, year int not null, received bigint not null, returned bigint not null,
     redeemed bigint not null, primary key (office, fund, year))`,
  `create table treasury.lot_use (payment bigint not null, seq bigint not null, amount bigint not null, fate text not null,
     end_to_end_id text, voucher text, primary key (payment, seq))`,
  "create index on treasury.lot_use (end_to_end_id) where end_to_end_id is not null",
  "create index on treasury.lot_use (voucher) where voucher is not null",
  "create table treasury.lot_front (account bigint not null, tranche int not null, payment bigint not null, primary key (account, tranche))",
];

/**
 * locked: waits for the fund's office. released: at the bank. burned: paid out. unlocked: not paid. returned: paid, and
 * the money came back.
 */
export const redemptionStates = ["locked", "released", "burned", "unlocked", "returned"] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/** A voucher by its own acts; frozen and expired come from where it stands. */
export type VoucherRowState = "held" | "redeeming" | "burned" | "returned" | "spent";

/**
 * What a receiver did with a part of a payment: it stands in a voucher, went on to another, waits at the bank, was paid
 * out, was given back, or was given free by the bank and may be used again.
 */
export type LotFate = "named" | "passedOn" | "redeeming" | "burned" | "returned" | "released";
