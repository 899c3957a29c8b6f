import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { lazy, Suspense, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { zoneText } from "../ui/format-time.ts";
import { useFormat } from "../ui/use-format.ts";

/** Only print shows it, so it comes after the page. */
const PageCode = lazy(async () => ({ default: (await import("./page-code.tsx")).PageCode }));

/** What stands at the end of a printed page: whose ledger, when, up to which block, and a code that opens it again with its receipts. */
export function PrintFoot({ status }: { status: LedgerStatus }) {
  const { t } = useText();
  const format = useFormat();
  const { pathname, search } = useLocation();
  const [printedMs, setPrintedMs] = useState(status.nowMs);
  useEffect(() => {
    const onPrint = () => flushSync(() => setPrintedMs(Date.now()));
    addEventListener("beforeprint", onPrint);
    return () => removeEventListener("beforeprint", onPrint);
  }, []);
  const address = `${location.origin}${pathname}${search}`;
  return (
    <footer className="print-foot">
      <Suspense>
        <PageCode address={address} />
      </Suspense>
      <p>
        {status.ledgerName}
        <br />
        {t("shell.print.when", { time: format.time(printedMs), zone: zoneText(status.zoneOffsetMinutes) })}
        <br />
        {t("shell.print.height", { height: status.readModel.height })}
        <br />
        {t("shell.print.code")}
      </p>
    </footer>
  );
}
