import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { FileRef } from "@mingbai/workflow/content";
import type { MatterDetail } from "@mingbai/workflow/views";
import { z } from "zod";
import { moneyText } from "../../ui/format-money.ts";
import type { DraftForm } from "./use-draft.ts";

const Text = z.string().max(4_000);

/** One invoice as typed. `key` names its place on the page. */
const DraftInvoice = z.object({ key: z.string(), number: Text, seller: Text, issuedOn: Text, amount: Text });
export type DraftInvoice = z.infer<typeof DraftInvoice>;

/**
 * An application as it is typed: everything is text, so that what is half typed comes back as it was. `matter` is the
 * number under which it will stand; `version` the returned one that it corrects, 0 for a new one.
 */
export const ApplicationDraft = z.object({
  form: z.literal("application"),
  matter: z.string().regex(/^[0-9a-f]{64}$/),
  version: z.int().nonnegative(),
  to: Text,
  fund: Text,
  payee: Text,
  title: Text,
  amount: Text,
  proposal: Text,
  contract: z.object({ number: Text, party: Text, signedOn: Text, amount: Text }),
  invoices: z.array(DraftInvoice),
  files: z.array(FileRef),
});
export type ApplicationDraft = z.infer<typeof ApplicationDraft>;

const randomHex = (bytes: number) => toHex(crypto.getRandomValues(new Uint8Array(bytes)));

export function emptyInvoice(): DraftInvoice {
  return { key: randomHex(4), number: "", seller: "", issuedOn: "", amount: "" };
}

/** A new application, filled with what is known already. */
export function newApplication(known: Partial<Pick<ApplicationDraft, "to" | "fund" | "payee">>): ApplicationDraft {
  return {
    form: "application",
    matter: randomHex(32),
    version: 0,
    to: "",
    fund: "",
    payee: "",
    ...known,
    title: "",
    amount: "",
    proposal: "",
    contract: { number: "", party: "", signedOn: "", amount: "" },
    invoices: [],
    files: [],
  };
}

/** The last version of a returned matter, to be corrected. */
export function correctionOf(matter: MatterDetail, decimals: number): ApplicationDraft {
  const typed = (minor: number) => moneyText(minor, decimals).replaceAll(",", "");
  const last = matter.versions.at(-1);
  const content = last?.content;
  const contract = content?.contract;
  return {
    form: "application",
    matter: matter.id,
    version: matter.version,
    to: matter.addressee.id,
    fund: String(matter.fund),
    payee: matter.payee.account,
    title: content?.title ?? "",
    amount: typed(last?.amountMinor ?? matter.amountMinor),
    proposal: content?.proposal ?? "",
    contract: contract
      ? { ...contract, amount: typed(contract.amount) }
      : { number: "", party: "", signedOn: "", amount: "" },
    invoices: (content?.invoices ?? []).map((invoice) => ({
      ...invoice,
      key: randomHex(4),
      amount: typed(invoice.amount),
    })),
    files: content?.files ?? [],
  };
}

/** How applications are kept as drafts. */
export const applicationForm: DraftForm<ApplicationDraft> = {
  labelOf: ({ title }) => title,
  store: storedDraft,
  read: (stored) => ApplicationDraft.parse(stored),
};

/** The draft as the vault keeps it. */
function storedDraft(draft: ApplicationDraft): CanonicalObject {
  return {
    ...draft,
    contract: { ...draft.contract },
    invoices: draft.invoices.map((one) => ({ ...one })),
    files: draft.files.map((one) => ({ ...one })),
  };
}
