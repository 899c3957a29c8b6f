import { schemes } from "@mingbai/crypto/scheme";
import { type KeyRecord, keyTable } from "@mingbai/ledger/authority/key";
import { type ActorRow, actorTable } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { publicKeyBytes } from "@mingbai/ledger/transaction/header";
import { signsAboveLimit } from "./reads/find-approval-refusal.ts";
import { refuse } from "./refusals.ts";
import { heightsAheadMax } from "./schema.ts";

/** Why the actor does not administer this organisation's people; undefined where they do. */
export function findForeignRefusal({ actor }: CommandContext, organisation: string): Refusal | undefined {
  if (actor.organisation === organisation) return undefined;
  return refuse("OTHER_ORGANISATION", { own: actor.organisation, organisation });
}

/** Why something cannot take effect from this height: not before the next one, not too far ahead. */
export function findHeightRefusal({ moment }: CommandContext, height: number): Refusal | undefined {
  const earliest = moment.height + 1;
  const latest = moment.height + heightsAheadMax;
  return height < earliest || height > latest ? refuse("HEIGHT_PAST", { earliest, latest }) : undefined;
}

/** Why this key cannot be new: its number is taken, or its bytes are not of its scheme's length. */
export function findNewKeyRefusal(
  { state }: CommandContext,
  key: { keyId: string; scheme: number; publicKey: string },
): Refusal | undefined {
  if (state.table(keyTable).find(key.keyId) !== undefined) return refuse("KEY_EXISTS", { keyId: key.keyId });
  return key.publicKey.length === 2 * (publicKeyBytes[key.scheme] ?? 0) ? undefined : refuse("KEY_MALFORMED");
}

/**
 * What marks a passkey that its owner adds with a key of another kind: whoever has taken that one could add a passkey of
 * their own, so that an administrator has to see it before it signs above the limit. What a passkey adds needs no word.
 */
export function unconfirmedMark(
  { state, actor }: CommandContext,
  { scheme, account = actor.account }: { scheme: number; account?: string },
): { unconfirmed?: true } {
  const isOwn = scheme === schemes["webauthn-p256"] && account === actor.account;
  return isOwn && !signsAboveLimit(state, actor.keyId) ? { unconfirmed: true } : {};
}

/**
 * The key, where the actor may end it at this height: its owner, or an administrator of the owner's organisation. An end
 * that is set already may be brought forward and not put off.
 */
export function getOwnKey(
  { state, actor }: CommandContext,
  { keyId, atHeight }: { keyId: string; atHeight: number },
): KeyRecord | Refusal {
  const key = state.table(keyTable).find(keyId);
  if (key === undefined) return refuse("KEY_UNKNOWN", { keyId });
  const owner = state.table(actorTable).find(key.account);
  const administers = actor.roles.includes("administrator") && owner?.organisation === actor.organisation;
  if (key.account !== actor.account && !administers) return refuse("KEY_NOT_YOURS", { keyId });
  if (key.untilHeight === undefined || key.untilHeight > atHeight) return key;
  return refuse("KEY_REVOKED", { keyId, untilHeight: key.untilHeight });
}

/** The actor behind an account of the administrator's own organisation. */
export function getColleague(context: CommandContext, account: string): ActorRow | Refusal {
  const actor = context.state.table(actorTable).find(account);
  if (actor === undefined) return refuse("ACTOR_UNKNOWN", { account });
  return findForeignRefusal(context, actor.organisation) ?? actor;
}

/** The account whose leave the actor may enter or end: their own, or a colleague's where they administer. */
export function getOneWhoRests(context: CommandContext, account: string): ActorRow | Refusal {
  const row = context.state.table(actorTable).find(account);
  if (row === undefined) return refuse("ACTOR_UNKNOWN", { account });
  const { actor } = context;
  const administers = actor.roles.includes("administrator") && row.organisation === actor.organisation;
  return actor.account === account || administers ? row : refuse("LEAVE_NOT_YOURS");
}
