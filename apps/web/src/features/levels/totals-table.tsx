import type { TieView, tiesView } from "@mingbai/levels/views";
import type { z } from "zod";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { AssuranceMark } from "./assurance-mark.tsx";

type Own = z.output<typeof tiesView.result>["own"];
type Totals = Own["totals"][number];

/** What comes together from below: this ledger's own sums, those that its children stated of themselves and all below them, and all of it. */
export function TotalsTable({ own, rows }: { own: Own; rows: readonly TieView[] }) {
  const { t } = useText();
  const { unit } = useFormat();
  if (!rows.some(({ as }) => as === "child")) return null;
  return (
    <section aria-labelledby="levels-totals">
      <h2 id="levels-totals">{t("levels.totals", { unit })}</h2>
      <table className="tbl" aria-labelledby="levels-totals">
        <TableHead
          columns={[
            { head: t("levels.fundColumn") },
            { head: t("levels.paidIn"), look: "r wide" },
            { head: t("levels.paidOut"), look: "r" },
            { head: t("levels.outstanding"), look: "r" },
          ]}
        />
        {own.totals.map((totals) => (
          <FundRows key={totals.fund} own={own} totals={totals} rows={rows} />
        ))}
      </table>
    </section>
  );
}

function FundRows({ own, totals, rows }: { own: Own; totals: Totals; rows: readonly TieView[] }) {
  const { t } = useText();
  const { fund } = totals;
  const stated = rows.flatMap((tie) => {
    const found = tie.state === "closed" ? undefined : tie.totals?.funds.find((one) => one.fund === fund);
    return tie.totals === null || found === undefined ? [] : [{ tie, totals: found, said: tie.totals }];
  });
  const all = [totals, ...stated.map((one) => one.totals)];
  const sum = (name: "paidIn" | "paidOut" | "outstanding") => all.reduce((so, one) => so + one[name], 0);
  return (
    <tbody>
      <tr className="all">
        <th scope="row">
          {t("levels.fund", { fund })}
          <br />
          <span className="i2">{t("levels.all", { ledgers: ledgersOf(stated) })}</span>
        </th>
        <MoneyCell minor={sum("paidIn")} wide />
        <MoneyCell minor={sum("paidOut")} />
        <MoneyCell minor={sum("outstanding")} />
      </tr>
      <tr>
        <th scope="row" className="below">
          {own.name}
        </th>
        <Sums totals={totals} />
      </tr>
      {stated.map(({ tie, totals: theirs, said }) => (
        <tr key={tie.ledger}>
          <th scope="row" className="below">
            {tie.name}
            <br />
            <StatedAt {...said} />
            {tie.assurance === "operatorTrusted" && (
              <>
                <br />
                <AssuranceMark of={tie} />
              </>
            )}
          </th>
          <Sums totals={theirs} />
        </tr>
      ))}
    </tbody>
  );
}

function StatedAt({ ledgers, timeMs }: { ledgers: number; timeMs: number }) {
  const { t } = useText();
  const { time } = useFormat();
  const words = { time: time(timeMs), ledgers: countText(ledgers) };
  return <span className="i2">{t(ledgers === 1 ? "levels.stated" : "levels.statedWithBelow", words)}</span>;
}

function Sums({ totals: { paidIn, paidOut, outstanding } }: { totals: Totals }) {
  return (
    <>
      <MoneyCell minor={paidIn} wide />
      <MoneyCell minor={paidOut} />
      <MoneyCell minor={outstanding} />
    </>
  );
}

/** This one, and all that the statements are over. */
function ledgersOf(stated: readonly { readonly said: { readonly ledgers: number } }[]): string {
  return countText(stated.reduce((sum, { said }) => sum + said.ledgers, 1));
}
