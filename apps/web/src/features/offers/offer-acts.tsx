import { collectedTakersPerCommandMax } from "@mingbai/treasury/schema/offers";
import { type OfferRow, offerTakersView } from "@mingbai/treasury/views/offers";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { useOfferTitle } from "./offer-state.tsx";
import { whoMay } from "./who-may.ts";

type Act = "approve" | "stop" | "collect";

/** What this person may do about the offer now, and why not approve it. */
export function OfferActs({ row }: { row: OfferRow }) {
  const { t } = useText();
  const [act, setAct] = useState<Act>();
  const may = whoMay(useSession()?.roles);
  const close = () => setAct(undefined);
  const isRunning = row.standing === "proposed" || row.standing === "open";
  const isLeft = row.untakenMinor + row.heldMinor > 0;
  const acts: readonly (readonly [Act, string])[] = [
    ...(row.approval === "may" ? ([["approve", t("offer.approve")]] as const) : []),
    ...(row.isOwn && may.stop && isRunning
      ? ([["stop", t(row.standing === "open" ? "offer.stop" : "offer.withdraw")]] as const)
      : []),
    ...(row.isOwn && may.collect && row.standing === "over" && isLeft
      ? ([["collect", t("offer.collect")]] as const)
      : []),
  ];
  return (
    <>
      {acts.length > 0 && (
        <div className="row wrap offer-acts">
          {acts.map(([name, words]) => (
            <button key={name} type="button" className={name === "stop" ? "btn" : "btn p"} onClick={() => setAct(name)}>
              {words}
            </button>
          ))}
        </div>
      )}
      {(row.approval === "ownProposal" || row.approval === "approved") && (
        <p className="i2">{t(`offer.approve.${row.approval}`)}</p>
      )}
      {act === "approve" && <Approving row={row} close={close} />}
      {act === "stop" && <Stopping row={row} close={close} />}
      {act === "collect" && <Collecting row={row} close={close} />}
    </>
  );
}

function Approving({ row, close }: { row: OfferRow; close(): void }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  const titleOf = useOfferTitle();
  const sum = moneyWithUnit(row.eachMinor * row.count);
  const words = { count: row.count, each: moneyWithUnit(row.eachMinor), sum, fund: row.fund.name };
  return (
    <Signing
      title={t("offer.approve.title")}
      verb={t("offer.approve.verb")}
      sentence={t("offer.approve.sentence", { title: titleOf(row), ...words })}
      totals={[
        { label: t("offer.sum"), value: sum },
        { label: t("offer.perDay"), value: moneyWithUnit(row.perDayMinor) },
      ]}
      sign={async () => {
        await settle("treasury.approveOffer", { offer: row.id });
        close();
      }}
      close={close}
    />
  );
}

function Stopping({ row, close }: { row: OfferRow; close(): void }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const settle = useSettledAct();
  const title = useOfferTitle()(row);
  const words = { title, untaken: moneyWithUnit(row.untakenMinor), time: time(row.untilMs) };
  return (
    <Signing
      title={t("offer.stop.title")}
      verb={t("offer.stop.verb")}
      sentence={row.standing === "open" ? t("offer.stop.sentence", words) : t("offer.withdraw.sentence", { title })}
      sign={async () => {
        await settle("treasury.stopOffer", { offer: row.id });
        close();
      }}
      close={close}
    />
  );
}

/** As many takers as one command holds; who is left is collected by the next. */
function Collecting({ row, close }: { row: OfferRow; close(): void }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  const title = useOfferTitle()(row);
  const limit = collectedTakersPerCommandMax;
  const { data } = useView(offerTakersView, { offer: row.id, left: "yes", limit });
  if (data === undefined) return null;
  const { rows, next } = data;
  const heldMinor = rows.reduce((sum, taker) => sum + taker.heldMinor, 0);
  const sentence = t("offer.collect.sentence", {
    title,
    sum: moneyWithUnit(row.untakenMinor + heldMinor),
    untaken: moneyWithUnit(row.untakenMinor),
    held: moneyWithUnit(heldMinor),
    count: rows.length,
  });
  return (
    <Signing
      title={t("offer.collect.title")}
      verb={t("offer.collect.verb")}
      sentence={next === null ? sentence : `${sentence} ${t("offer.collect.more", { count: limit })}`}
      sign={async () => {
        await settle("treasury.collectOffer", { offer: row.id, takers: rows.map(({ taker }) => taker.account) });
        close();
      }}
      close={close}
    />
  );
}
