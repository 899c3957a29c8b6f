import "./track.css";
import { PaymentId, trackView } from "@mingbai/treasury/views";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { ExportButtons, exportKeys } from "../../ui/export-files.tsx";
import { Icon } from "../../ui/icon.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { openReceipt } from "../../ui/receipt-store.ts";
import { State } from "../../ui/state.tsx";
import { useExportFile } from "../../ui/use-export-file.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { OcdsButton } from "../payments/ocds-button.tsx";
import { toldPayment } from "../payments/receipt-of.ts";
import { RelatedPayments } from "./related-payments.tsx";
import { StepsTable } from "./steps-table.tsx";
import type { Track } from "./track.ts";
import { TrackFacts } from "./track-facts.tsx";
import { TrackPicture } from "./track-picture.tsx";
import { trackTable } from "./track-table.ts";

const refreshMs = 5_000;

function Arrival({ track }: { track: Track }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { payment, burnedMinor } = track;
  const left = payment.amountMinor - burnedMinor;
  if (payment.kind !== "payment")
    return (
      <State icon="back" tone="i2">
        {t("track.cameBack")}
      </State>
    );
  if (left === 0)
    return (
      <State icon="tick" tone="ok">
        {t("track.arrived")}
      </State>
    );
  if (burnedMinor === 0)
    return (
      <State icon="clock" tone="i2">
        {t("track.waiting")}
      </State>
    );
  return (
    <State icon="clock" tone="warn">
      {t("track.partly", { burned: moneyWithUnit(burnedMinor), left: moneyWithUnit(left) })}
    </State>
  );
}

function Shown({ track }: { track: Track }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { time } = useFormat();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      track.steps.findIndex(({ kind }) => kind === "disburse"),
    ),
  );
  const stepTitle = (index: number) => {
    const step = track.steps[index];
    return step ? t("track.stepName", { step: step.step, kind: t(`track.kind.${step.kind}`) }) : "";
  };
  const open = (index: number) => {
    const step = track.steps[index];
    if (!step) return;
    const { id, line } = step.transaction;
    const told = step.kind === "disburse" ? toldPayment(track.payment) : undefined;
    setAt(index);
    openReceipt({
      transactionId: id,
      title: stepTitle(index),
      ...(line === undefined ? {} : { line }),
      ...(told ? { told } : {}),
    });
  };
  const exporting = useExportFile({
    file: `track-${track.payment.reference.replaceAll(/[^\w-]/g, "_")}`,
    table: () => trackTable(track.steps, { t, time: (ms) => time(ms, true), currency }),
  });
  useKeys({
    ArrowRight: () => setAt(Math.min(track.steps.length - 1, at + 1)),
    ArrowLeft: () => setAt(Math.max(0, at - 1)),
    Enter: () => open(at),
  });
  return (
    <>
      <div className="page track">
        <div className="row wrap crumbs">
          <nav aria-label={t("track.back")}>
            <Link to="/payments">{t("track.back")}</Link>
            <span className="i3" aria-hidden="true">
              {" › "}
            </span>
            <span className="i2 num">{track.payment.reference}</span>
          </nav>
          <span className="sp" />
          <span className="row wrap">
            <ExportButtons small {...exporting} />
            <OcdsButton small asked={{ payment: track.payment.id }} file={`ocds-${track.payment.id.slice(0, 8)}`} />
            <PaperButton kind="track" id={track.payment.id} file={`${t("track.paper")} ${track.payment.reference}`} />
            <button type="button" className="btn s t" onClick={() => window.print()}>
              <Icon name="print" size={14} />
              {t("track.print")}
            </button>
          </span>
        </div>
        <PageTitle title={t("track.title")}>
          <Arrival track={track} />
        </PageTitle>
        <TrackFacts track={track} />
        <TrackPicture track={track} />
        <StepsTable track={track} at={at} onOpen={open} stepTitle={stepTitle} />
        <RelatedPayments rows={track.related} />
      </div>
      <KeyStrip
        keys={[
          { press: ["←", "→"], does: t("track.key.steps") },
          { press: ["Enter"], does: t("track.key.receipt") },
          ...exportKeys(t),
          { press: ["?"], does: t("payments.key.all") },
        ]}
      />
    </>
  );
}

/** The whole life of one payment: facts, picture, and the table that is the truth. */
export function Component() {
  const { t } = useText();
  const id = useParams().id ?? "";
  const known = PaymentId.safeParse(id).success;
  const track = useView(trackView, { id }, { everyMs: refreshMs, off: !known });
  if (!known || track.error?.code === "UNKNOWN_PAYMENT") {
    return (
      <div className="page">
        <PageTitle title={t("track.none")} />
        <EmptyState title="">
          <p>{t("track.none.how")}</p>
          <p>
            <Link to="/payments">{t("track.back")}</Link>
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <PageState asked={track} what={t("track.what")}>
      {(data) => <Shown key={data.payment.id} track={data} />}
    </PageState>
  );
}
