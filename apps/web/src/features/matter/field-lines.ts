import type { reviewedFields } from "@mingbai/workflow/content";
import type { MatterDetail, MatterVersion } from "@mingbai/workflow/views";
import type { Text } from "../../i18n/use-text.ts";
import { bytesText } from "../../ui/format-money.ts";

export type ReviewedField = (typeof reviewedFields)[number];

/** The fields as pages list them: what is asked for first, then why, then the papers. */
export const fieldsShown: readonly ReviewedField[] = [
  "title",
  "terms.amount",
  "terms.fund",
  "terms.payee",
  "proposal",
  "contract",
  "invoices",
  "files",
];

/** What is said in the reader's language. */
export interface FieldWords {
  readonly t: Text;
  day(day: string): string;
  moneyWithUnit(minor: number): string;
}

/** What one field of a version says, line by line; nothing where it is empty or sealed. Only the fund of the matter itself has its name here. */
export function fieldLines(
  { content, payee, fund, amountMinor }: MatterVersion,
  field: ReviewedField,
  { named, words }: { readonly named: Pick<MatterDetail, "fund" | "fundName">; readonly words: FieldWords },
): readonly string[] {
  const { t, day, moneyWithUnit } = words;
  switch (field) {
    case "terms.amount":
      return [moneyWithUnit(amountMinor)];
    case "terms.fund":
      return [fund === named.fund ? named.fundName : t("matter.fundNumber", { number: fund })];
    case "terms.payee":
      return [payee.name];
    case "title":
      return content ? [content.title] : [];
    case "proposal":
      return content?.proposal.split("\n").filter((line) => line !== "") ?? [];
    case "contract": {
      const contract = content?.contract;
      if (!contract) return [];
      return [
        [contract.number, contract.party].filter((text) => text !== "").join(" "),
        t("matter.contract.terms", { day: day(contract.signedOn), amount: moneyWithUnit(contract.amount) }),
      ];
    }
    case "invoices":
      return (content?.invoices ?? []).map(({ number, seller, issuedOn, amount }) =>
        t("matter.invoice.line", { number, seller, day: day(issuedOn), amount: moneyWithUnit(amount) }),
      );
    case "files":
      return (content?.files ?? []).map(({ name, bytes }) => `${name} ${bytesText(bytes)}`);
  }
}
