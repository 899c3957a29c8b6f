import { keySubject, personSubject } from "@mingbai/identity/vault-content";
import { actorTable } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { contentSubject } from "@mingbai/read-model/given-content";
import { fundSubject } from "@mingbai/treasury/vault-content";
import { everyRoles } from "@mingbai/workflow/queries/reader-keys";
import { type Circle, type Circles, newCircle } from "./circles.ts";
import type { RoleHolders } from "./role-holders.ts";

interface Reading {
  readonly circles: Circles;
  readonly state: State;
}
// An event's data was checked when it was made and stands in the log as it was: its fields are read by name.
type Data = Event["data"];
type Read = (data: Data, reading: Reading) => readonly string[];

const none: readonly string[] = [];

/**
 * What events say about entries of vaults and for whom they are (docs/adr/0025). Each answers with the entries that
 * may be for somebody else than before. A content is the entry of who names it.
 */
const readers: { readonly [type: string]: Read } = {
  "identity.actorRegistered": ({ account }, reading) => claimForAll(reading, personSubject(String(account))),
  "identity.personDescribed": ({ details, by }, reading) => claimForAll(reading, given(details, by)),
  "identity.keyRegistered": ({ keyId, account }, reading) => {
    const organisation = organisationOf(reading, account);
    const circle = reading.circles.circleOf(`organisation ${organisation}`, () => newCircle({}));
    return claim(reading, { circle, subject: keySubject(String(keyId)), organisations: [organisation] });
  },
  "workflow.matterSubmitted": ({ matter, applicant, receiver, to, content, by }, reading) => {
    const circle = reading.circles.circleOf(matterName(matter), () => newCircle({ roles: everyRoles }));
    const organisations = [partyOf(applicant), partyOf(receiver), String(to)];
    return claim(reading, { circle, subject: given(content, by), organisations });
  },
  "workflow.matterMoved": ({ matter, holder, words, by }, reading) => {
    const circle = reading.circles.findCircle(matterName(matter));
    if (circle === undefined) return none;
    const subject = words === undefined ? undefined : given(words, by);
    return claim(reading, { circle, subject, organisations: [String(holder)] });
  },
  "governance.proposed": ({ words, by }, reading) => claimForAll(reading, given(words, by)),
  "treasury.fundCreated": ({ fund }, reading) => claimForAll(reading, fundSubject(Number(fund))),
  "treasury.offerProposed": ({ content, proposer }, reading) => claimForAll(reading, given(content, proposer)),
  "treasury.manifestProposed": ({ manifest, listDigest, proposer }, reading) => {
    const circle = reading.circles.circleOf(listName(manifest), () => newCircle({ roles: bankRoles }));
    const organisations = [organisationOf(reading, proposer)];
    return claim(reading, { circle, subject: given(listDigest, proposer), organisations });
  },
  "treasury.manifestApproved": ({ manifest, approver }, reading) => {
    const circle = reading.circles.findCircle(listName(manifest));
    if (circle === undefined) return none;
    return claim(reading, { circle, organisations: [organisationOf(reading, approver)] });
  },
  "treasury.redemptionOrdered": ({ destination, orderedBy, endToEndId }, reading) => {
    if (destination === undefined) return none;
    const circle = reading.circles.circleOf(`order ${endToEndId}`, () => newCircle({ roles: bankRoles }));
    const organisations = [organisationOf(reading, orderedBy)];
    return claim(reading, { circle, subject: given(destination, orderedBy), organisations });
  },
};

/** Who pays a list or an order out needs names and accounts; who supervises sees what was paid. */
const bankRoles = ["escrowBank", ...everyRoles] as const;

/** By which an organisation may come to a role, and by which it may lose one; each names an account. */
const giving = new Set(["identity.actorRegistered", "identity.rolesGranted", "identity.deputyAppointed"]);
const taking = new Set(["identity.rolesWithdrawn", "identity.rolesHandedOver"]);

/** PERF: asked for every event of the ledger; those that name no entry cost one look. */
export function readCircleEvent({ type, data }: Event, reading: Reading): readonly string[] {
  return readers[type]?.(data, reading) ?? none;
}

/** Tells who holds roles of what an event changed; true where it did. */
export function followRoles({ type, data }: Event, holders: RoleHolders): boolean {
  if (giving.has(type)) holders.given(String(data.account));
  else if (taking.has(type)) holders.taken();
  else return false;
  return true;
}

function claimForAll(reading: Reading, subject: string): readonly string[] {
  const circle = reading.circles.circleOf("everyone", () => newCircle({ isEveryone: true }));
  return claim(reading, { circle, subject, organisations: [] });
}

function claim(
  { circles }: Reading,
  {
    circle,
    subject,
    organisations,
  }: {
    circle: Circle;
    subject?: string | undefined;
    organisations: readonly string[];
  },
): readonly string[] {
  const before = circle.organisations.size;
  for (const organisation of organisations) if (organisation !== "") circle.organisations.add(organisation);
  if (subject !== undefined) circles.claim(subject, circle);
  if (circle.organisations.size > before) return [...circle.subjects];
  return subject === undefined ? none : [subject];
}

function given(commitment: unknown, giver: unknown): string {
  return contentSubject({ commitment: String(commitment), giver: String(giver) });
}

function matterName(matter: unknown): string {
  return `matter ${String(matter)}`;
}

function listName(manifest: unknown): string {
  return `list ${String(manifest)}`;
}

function partyOf(party: unknown): string {
  return (party as { readonly organisation: string }).organisation;
}

function organisationOf({ state }: Reading, account: unknown): string {
  return state.table(actorTable).find(String(account))?.organisation ?? "";
}
