import "./offers.css";
import { type OfferRow, offersView } from "@mingbai/treasury/views/offers";
import { Link, useNavigate } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { OfferState, useOfferTitle } from "./offer-state.tsx";
import { whoMay } from "./who-may.ts";

const everyMs = 15_000;
const shownMax = 200;

/** The offers desk: what an office hands out, and how much of it is taken, spent and left. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("offers.title")}>
      <Desk />
    </SignedInOnly>
  );
}

function Desk() {
  const { t } = useText();
  const may = whoMay(useSession()?.roles);
  const navigate = useNavigate();
  const asked = useView(
    offersView,
    { limit: shownMax, ...(may.seeAll ? {} : { of: "own" as const }) },
    { everyMs, off: !may.see },
  );
  useKeys({ n: () => may.propose && void navigate("/offers/new") });
  return (
    <div className="page">
      <PageTitle title={t("offers.title")}>
        <span className="sp" />
        {may.see && (
          <Link className="btn" to="/offers/merchants">
            {t("offers.shops")}
          </Link>
        )}
        {may.propose && (
          <Link className="btn p" to="/offers/new">
            <Icon name="plus" size={14} />
            {t("offers.new")} <kbd>N</kbd>
          </Link>
        )}
      </PageTitle>
      {may.see ? (
        <PageState
          asked={asked}
          what={t("offers.what")}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState title={t("offers.none")}>{t("offers.none.how")}</EmptyState>}
        >
          {({ rows }) => <OffersTable rows={rows} />}
        </PageState>
      ) : (
        <EmptyState title={t("offers.notYours")} />
      )}
    </div>
  );
}

function OffersTable({ rows }: { rows: readonly OfferRow[] }) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <table className="tbl offers-table">
      <caption className="sr">{t("offers.title")}</caption>
      <TableHead
        columns={[
          { head: t("offers.name") },
          { head: t("offers.each", { unit }), look: "wide r" },
          { head: t("offers.taken"), look: "wide" },
          { head: t("offers.spent", { unit }), look: "r" },
          { head: t("offers.left"), look: "wide r" },
          { head: t("offers.until"), look: "wide" },
          { head: t("offers.state"), look: "wide" },
          { head: t("track.receipt"), look: "mark-cell", isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <OfferLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function OfferLine({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { time } = useFormat();
  const title = useOfferTitle()(row);
  return (
    <tr>
      <th scope="row">
        <Link to={`/offers/${row.id}`}>{title}</Link>
        <span className="narrow sm">
          <OfferState row={row} />
        </span>
        <span className="narrow sm i2">
          {t("offers.taken")} {t("offers.takenOf", { taken: row.taken, count: row.count })}
        </span>
      </th>
      <MoneyCell wide minor={row.eachMinor} />
      <td className="wide nw">{t("offers.takenOf", { taken: row.taken, count: row.count })}</td>
      <MoneyCell minor={row.spentMinor} />
      <MoneyCell wide minor={row.heldMinor} />
      <td className="wide nw sm i2">{time(row.untilMs)}</td>
      <td className="wide">
        <OfferState row={row} />
      </td>
      <td className="mark-cell">
        <FactMark transactionId={(row.opened ?? row.proposed).transaction} title={title} />
      </td>
    </tr>
  );
}
