import { receiptView } from "@mingbai/http/explorer-views";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useView } from "../api/use-view.ts";
import { receiptName, rememberChecked } from "../features/verify/checked-receipts.ts";
import type { Verdict } from "../features/verify/verdict.ts";
import { VerdictFact } from "../features/verify/verdict-fact.tsx";
import { VerdictChecks, VerdictDetails } from "../features/verify/verdict-view.tsx";
import { useVerifier } from "../features/verify/verify-context.ts";
import { useText } from "../i18n/use-text.ts";
import { download } from "./download.ts";
import { Icon } from "./icon.tsx";
import { useLedger } from "./ledger-context.ts";
import { ErrorState } from "./page-state.tsx";
import { ProofSlip } from "./proof-mark.tsx";
import { closeReceipt, type OpenReceipt, type ToldPayment, useOpenReceipt } from "./receipt-store.ts";

/** The verdict in two lines at the top of the pane. */
function Short({ verdict }: { verdict: Verdict }) {
  const { t } = useText();
  const count = (verdict.fact?.cosigners ?? 0) + 1;
  if (verdict.unknownKey) {
    return (
      <div className="note warn" role="alert">
        <span className="warn">
          <Icon name="warn" size={18} />
        </span>
        <div>
          <b>{t("verify.unknown")}</b>
          <div className="sm i2">{t("verify.unknown.how")}</div>
        </div>
      </div>
    );
  }
  return (
    <div className={`note ${verdict.ok ? "ok" : "bad"}`} role={verdict.ok ? "status" : "alert"}>
      <span className={verdict.ok ? "ok" : "bad"}>
        <ProofSlip proof={verdict.ok ? "verified" : "mismatch"} size={18} />
      </span>
      <div>
        <b>{t(verdict.ok ? "verify.good.short" : "verify.bad.short")}</b>
        <div className="sm i2">{verdict.ok ? t("verify.good.shortWhy", { count }) : t("verify.bad.shortWhy")}</div>
      </div>
    </div>
  );
}

/** A genuine receipt of another fact than the one that was asked for does not vouch for this one. */
function isOf({ fact }: Verdict, id: string, line: number | undefined): boolean {
  return !fact || (fact.id === id && (fact.line === undefined || fact.line === line));
}

function useVerdict(text: string | undefined, { id, line }: { id: string; line: number | undefined }) {
  const name = receiptName(id, line);
  const { verify, pinnedKeys } = useVerifier();
  return useQuery({
    queryKey: ["verdict", name, text, pinnedKeys],
    enabled: text !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      const read = await verify(text ?? "", { pinnedKeys });
      if (!read) return null;
      const verdict: Verdict = isOf(read, id, line) ? read : { ok: false, checks: read.checks };
      if (!verdict.unknownKey) rememberChecked(name, verdict.ok);
      return verdict;
    },
  });
}

/** A payment that was signed by itself is line 0 of no batch: its receipt is the transaction's. */
function useReceipt({ id, line }: { id: string; line: number | undefined }) {
  const ofLine = useView(receiptView, { id, ...(line === undefined ? {} : { line }) });
  const alone = line === 0 && ofLine.error?.code === "UNKNOWN_LINE";
  const whole = useView(receiptView, { id }, { off: !alone });
  return alone ? whole : ofLine;
}

/** Says so where the page and the receipt do not tell the same payment: the receipt is what counts. */
function Difference({ verdict, told }: { verdict: Verdict; told: ToldPayment | undefined }) {
  const { t } = useText();
  const { fact } = verdict;
  if (!fact || !told) return null;
  if (fact.amountMinor === told.amountMinor && fact.payee === told.payee.account) return null;
  return (
    <p className="note bad" role="alert">
      {t("ui.receipt.differs")}
    </p>
  );
}

function Body({ receipt }: { receipt: OpenReceipt }) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { transactionId: id, line } = receipt;
  const asked = useReceipt({ id, line });
  const checked = useVerdict(asked.data?.text, { id, line });
  if (asked.error?.code === "RECEIPT_NOT_READY") {
    return (
      <div className="note" role="status">
        <ProofSlip proof="waiting" size={18} />
        <p>{t("ui.receipt.notReady")}</p>
      </div>
    );
  }
  if (asked.error && !asked.data) {
    return <ErrorState what={t("ui.receipt.of")} problem={asked.error} again={() => asked.refetch()} />;
  }
  const files = asked.data;
  if (!files) return <p role="status">{t("ui.receipt.loading")}</p>;
  const name = `${id.slice(0, 16)}${line === undefined ? "" : `-${line}`}`;
  return (
    <>
      {checked.data ? <Short verdict={checked.data} /> : null}
      {checked.isPending && <p role="status">{t("ui.receipt.loading")}</p>}
      {checked.data === null && <p role="alert">{t("verify.unreadable")}</p>}
      {checked.data && (
        <>
          <Difference verdict={checked.data} told={receipt.told} />
          {checked.data.fact && (
            <VerdictFact
              fact={checked.data.fact}
              zoneOffsetMinutes={zoneOffsetMinutes}
              {...(receipt.told ? { told: receipt.told } : {})}
            />
          )}
          <VerdictChecks verdict={checked.data} />
          <VerdictDetails verdict={checked.data} open />
        </>
      )}
      <div className="row wrap">
        <button
          type="button"
          className="btn p"
          onClick={() => download({ name: `${name}.receipt.json`, type: "application/json", content: [files.text] })}
        >
          <Icon name="down" />
          {t("ui.receipt.download")}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => download({ name: `${name}.tlog-proof`, type: "text/plain", content: [files.tlogProof] })}
        >
          {t("ui.receipt.tlog")}
        </button>
      </div>
      <p className="sm i3">{t("ui.receipt.offline")}</p>
    </>
  );
}

/** The receipt of one fact, beside the page on wide screens and over it on narrow ones. Esc closes it. */
export function ReceiptPane() {
  const { t } = useText();
  const receipt = useOpenReceipt();
  const { pathname } = useLocation();
  const pane = useRef<HTMLElement>(null);
  const name = receipt ? receiptName(receipt.transactionId, receipt.line) : undefined;
  useEffect(() => {
    if (name !== undefined) pane.current?.focus();
  }, [name]);
  const shownAt = useRef(pathname);
  useEffect(() => {
    if (shownAt.current !== pathname) closeReceipt();
    shownAt.current = pathname;
  }, [pathname]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const layered = document.querySelector("dialog[open], .figure-open");
      if (event.key === "Escape" && !event.defaultPrevented && !layered) closeReceipt();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (!receipt || name === undefined) return null;
  return (
    <aside className="receipt-pane" aria-labelledby="receipt-title" tabIndex={-1} ref={pane}>
      <div className="row">
        <h2 id="receipt-title">{t("ui.receipt")}</h2>
        <span className="i2 sm">{receipt.title}</span>
        <span className="sp" />
        <kbd>Esc</kbd>
        <button type="button" className="plain iconbtn" aria-label={t("ui.close")} onClick={closeReceipt}>
          <Icon name="close" />
        </button>
      </div>
      <Body key={name} receipt={receipt} />
    </aside>
  );
}
