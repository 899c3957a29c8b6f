import type { DifferenceRow } from "@mingbai/treasury/views/bank-close";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Money } from "../../ui/money.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { useFormat } from "../../ui/use-format.ts";
import { DifferenceActs } from "./difference-acts.tsx";

/** Every difference that is open, of whichever day: each stops minting until two people have settled it. */
export function OpenDifferences({ open }: { open: readonly DifferenceRow[] }) {
  const { t } = useText();
  const { day } = useFormat();
  const organisation = useOrganisationName();
  if (open.length === 0) return null;
  return (
    <section className="open-differences" aria-labelledby="open-differences">
      <h2 id="open-differences">{t("reconciliation.open", { count: open.length })}</h2>
      <ul>
        {open.map((difference) => {
          const { kind, reference, effectMinor, reported, bankAccount } = difference;
          return (
            <li key={`${bankAccount} ${kind} ${reference}`}>
              <p className="row wrap">
                <b className="num">{reference}</b>
                <span>{t(`reconciliation.kind.${kind}`)}</span>
                <Money minor={effectMinor} />
                <span className="sm i2">
                  {t("reconciliation.reported", {
                    day: day(difference.day),
                    who: organisation(reported.organisation),
                  })}
                </span>
                <FactMark transactionId={reported.transaction} title={reference} />
              </p>
              <DifferenceActs difference={difference} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
