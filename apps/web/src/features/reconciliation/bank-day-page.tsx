import { utf8 } from "@mingbai/codec/bytes";
import { bankDayView } from "@mingbai/treasury/views/bank";
import { dayClosesView, differencesView } from "@mingbai/treasury/views/bank-close";
import { bankStatementView } from "@mingbai/treasury/views/bank-statement";
import { useMemo } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { PageState } from "../../ui/page-state.tsx";
import { DayDesk } from "./day-desk.tsx";
import { type GivenStatement, giveStatement } from "./read-statement.ts";

const closeWaitMs = 2_000;
/** Both sides of a day go on while it is looked at: what was signed over older figures would be refused. */
const sidesEveryMs = 30_000;

/** A day whose statement is in hand: the ledger's side, what was reported and what was signed. */
export function ComparedDay({ given }: { given: GivenStatement }) {
  const { t } = useText();
  const { account, day } = given.statement;
  const asked = useView(bankDayView, { account, day }, { everyMs: sidesEveryMs });
  const differences = useView(differencesView, { account });
  const closes = useView(dayClosesView, { account }, { everyMs: closeWaitMs });
  const rows = closes.data?.closes ?? [];
  const standing = {
    reported: differences.data?.differences ?? [],
    close: rows.find(({ claim }) => claim.day === day),
    before: rows.find(({ claim, state }) => state === "closed" && claim.day < day)?.claim.items ?? [],
  };
  return (
    <PageState asked={asked} what={t("reconciliation.what")} rows={10}>
      {(ledger) => <DayDesk given={given} ledger={ledger} standing={standing} />}
    </PageState>
  );
}

/** A day that was chosen: its statement is asked of the bank beside the node. */
export function ChosenDay({ account, day }: { account: string; day: string }) {
  const { t, language } = useText();
  const { currency } = useLedger();
  const asked = useView(bankStatementView, { account, day }, { everyMs: sidesEveryMs });
  const given = useMemo(
    () => asked.data && giveStatement(utf8(asked.data.xml), { signed: JSON.stringify(asked.data.signed), currency }),
    [asked.data, currency],
  );
  return (
    <PageState asked={asked} what={t("reconciliation.statement.what")} rows={10}>
      {() =>
        given === undefined ? null : "fault" in given ? (
          <div className="note bad" role="alert">
            <Icon name="cross" />
            <span>{t("reconciliation.fault", { line: given.line, field: given.field, words: given[language] })}</span>
          </div>
        ) : (
          <ComparedDay given={given} />
        )
      }
    </PageState>
  );
}
