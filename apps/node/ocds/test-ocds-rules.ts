import { z } from "zod";

/**
 * Rules of OCDS 1.1.5 for the parts that are exported, written from `release-package-schema.json` and
 * `release-schema.json` (https://standard.open-contracting.org/schema/1__1__5/) and the codelists partyRole, releaseTag,
 * awardStatus and contractStatus. Stricter than they are: no field that OCDS does not define but `links`.
 */
const Id = z.string().min(1);
const DateTime = z.iso.datetime({ offset: true });
const Uri = z.url();
const Value = z.strictObject({ amount: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) });
const Reference = z.strictObject({ id: Id, name: z.string().min(1) });
const roles = [
  "buyer",
  "procuringEntity",
  "supplier",
  "tenderer",
  "funder",
  "enquirer",
  "payer",
  "payee",
  "reviewBody",
  "interestedParty",
];
const Transaction = z.strictObject({
  id: Id,
  source: Uri,
  date: DateTime,
  value: Value,
  payer: Reference,
  payee: Reference,
  uri: Uri,
});
const Contract = z.strictObject({
  id: Id,
  awardID: Id,
  title: z.string(),
  status: z.enum(["pending", "active", "cancelled", "terminated"]),
  implementation: z.strictObject({ transactions: z.array(Transaction).min(1) }),
});
const Release = z.strictObject({
  ocid: z.string().regex(/^ocds-[a-z0-9]{6}-.+/),
  // "The release ID must not contain the number sign."
  id: z.string().regex(/^[^#]+$/),
  date: DateTime,
  tag: z.array(z.literal("implementation")).min(1),
  initiationType: z.literal("tender"),
  parties: z.array(Reference.extend({ roles: z.array(z.enum(roles)).min(1) })),
  buyer: Reference,
  awards: z.array(
    z.strictObject({
      id: Id,
      status: z.enum(["pending", "active", "cancelled", "unsuccessful"]),
      suppliers: z.array(Reference),
    }),
  ),
  contracts: z.array(Contract),
});

export const OcdsPackage = z.strictObject({
  uri: Uri,
  version: z.literal("1.1"),
  publishedDate: DateTime,
  publisher: z.strictObject({ name: Id, scheme: z.string(), uid: z.string(), uri: Uri }),
  releases: z.array(Release).min(1),
  links: z.strictObject({ next: Uri }).optional(),
});
