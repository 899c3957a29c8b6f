import { statusView } from "@mingbai/http/explorer-views";
import { useEffect, useMemo, useRef, useState } from "react";
import { Outlet, ScrollRestoration, useNavigate } from "react-router";
import { useView } from "../api/use-view.ts";
import { PinnedVerifier } from "../features/verify/pinned-verifier.tsx";
import { useText } from "../i18n/use-text.ts";
import { SessionCover } from "../session/session-cover.tsx";
import { SessionEnd } from "../session/session-end.tsx";
import { useIsLeaving } from "../ui/leaving.ts";
import { LedgerContext } from "../ui/ledger-context.ts";
import { PageState } from "../ui/page-state.tsx";
import { ReceiptPane } from "../ui/receipt.tsx";
import { useKeys } from "../ui/use-keys.ts";
import { Bar } from "./bar.tsx";
import { Find } from "./find.tsx";
import { KeyHelp } from "./key-help.tsx";
import { useLearnNodes } from "./learn-nodes.ts";
import { NodeStrip } from "./node-strip.tsx";
import { PrintFoot } from "./print-foot.tsx";
import { RecoveryStrip } from "./recovery-strip.tsx";
import { Side } from "./side.tsx";
import { usePageFocus } from "./use-page-focus.ts";
import { usePageGroups } from "./use-page-groups.ts";

const statusEveryMs = 5_000;
const goWaitMsMax = 1_500;

type Layer = "find" | "help" | undefined;

/** `g` then a letter goes to a page; Ctrl K finds; `?` shows keys. */
function useShellKeys(open: (layer: Layer) => void): void {
  const navigate = useNavigate();
  const goUntil = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open("find");
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
  const letters = usePageGroups().flatMap(({ pages }) => pages);
  useKeys({
    "?": () => open("help"),
    g: () => {
      goUntil.current = Date.now() + goWaitMsMax;
    },
    ...Object.fromEntries(
      letters.map(({ letter, path }) => [
        letter,
        () => {
          const going = Date.now() < goUntil.current;
          goUntil.current = 0;
          if (going) navigate(path);
          return going;
        },
      ]),
    ),
  });
}

/** Everything around a page. Pages draw below the ledger's settings: no figure is shown before its currency is known. */
export function Shell() {
  const { t } = useText();
  const status = useView(statusView, {}, { everyMs: statusEveryMs });
  const [layer, setLayer] = useState<Layer>();
  const [menu, setMenu] = useState(false);
  const isLeaving = useIsLeaving();
  useShellKeys(setLayer);
  usePageFocus();
  useLearnNodes(status.data);
  const currency = status.data?.currency;
  const code = currency?.code;
  const decimals = currency?.decimals;
  const zoneOffsetMinutes = status.data?.zoneOffsetMinutes;
  const settings = useMemo(
    () =>
      code === undefined || decimals === undefined || zoneOffsetMinutes === undefined
        ? undefined
        : { currency: { code, decimals }, zoneOffsetMinutes },
    [code, decimals, zoneOffsetMinutes],
  );
  const kind = status.data?.kind;
  const behind = status.data?.readModel.behindBlocks ?? 0;
  return (
    <LedgerContext.Provider value={settings}>
      <PinnedVerifier published={status.data?.verifierKeys}>
        <a className="skip" href="#main">
          {t("shell.skip")}
        </a>
        <Bar
          status={status.data}
          menuOpen={menu}
          onMenu={() => setMenu(!menu)}
          onFind={() => setLayer("find")}
          onHelp={() => setLayer("help")}
        />
        <div className="app-frame">
          <Side open={menu} close={() => setMenu(false)} status={status.data} />
          <main id="main" tabIndex={-1} aria-busy={isLeaving}>
            {(kind === "demo" || kind === "reconstruction") && (
              <p className="kind-line">
                <span className="tag">{t(`shell.kind.${kind}`)}</span>
              </p>
            )}
            {!status.data && <h1 className="sr">{t("shell.name")}</h1>}
            <PageState asked={status} what={t("shell.starting")} rows={8}>
              {() => (
                <>
                  {behind > 2 && (
                    <p className="behind warn sm" role="status">
                      {t("shell.behind", { count: behind })}
                    </p>
                  )}
                  {status.data && settings && <NodeStrip status={status.data} />}
                  <SessionEnd />
                  {settings && <RecoveryStrip />}
                  <SessionCover>
                    <Outlet />
                  </SessionCover>
                  {status.data && settings && <PrintFoot status={status.data} />}
                </>
              )}
            </PageState>
          </main>
          {settings && <ReceiptPane />}
        </div>
        {settings && <Find open={layer === "find"} close={() => setLayer(undefined)} />}
        <KeyHelp open={layer === "help"} close={() => setLayer(undefined)} />
        <ScrollRestoration />
      </PinnedVerifier>
    </LedgerContext.Provider>
  );
}
