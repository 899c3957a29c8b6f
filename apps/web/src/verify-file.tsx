import "./strict-policy.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./features/verify/verify.css";
import "./features/verify/verify-file.css";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { shownVerdict } from "./features/verify/shown-verdict.ts";
import type { VerifyReceipt } from "./features/verify/verdict.ts";
import { VerifierContext } from "./features/verify/verify-context.ts";
import { VerifyFileBar } from "./features/verify/verify-file-bar.tsx";
import { verifyFileTexts } from "./features/verify/verify-file-texts.ts";
import { VerifyPanel } from "./features/verify/verify-panel.tsx";
import { setupTexts } from "./i18n/setup.ts";
import { useText } from "./i18n/use-text.ts";
import { PageTitle } from "./ui/page-title.tsx";
import { remembered } from "./ui/remembered.ts";
import { applyLook } from "./ui/use-look.ts";

const chinaOffsetMinutes = 480;

/** Keys that whoever gave this file away put into it: the text of `<script type="text/plain" id="pinned-keys">`. */
function givenKeys(): string {
  return document.getElementById("pinned-keys")?.textContent?.trim() ?? "";
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const verifyNow: VerifyReceipt = async (text, { pinnedKeys }) =>
  shownVerdict(verifyReceipt(text, { pinnedKeys }), pinnedKeys);

/** The verify page as one file: no server, no network (its policy forbids any), keys shown and open to change. */
function VerifyFile() {
  const { t } = useText();
  const [keys, setKeys] = useState(() => remembered.get("pinnedKeys") ?? givenKeys());
  const verifier = useMemo(() => ({ verify: verifyNow, pinnedKeys: lines(keys) }), [keys]);
  return (
    <VerifierContext.Provider value={verifier}>
      <VerifyFileBar />
      <main>
        <VerifyPanel
          zoneOffsetMinutes={chinaOffsetMinutes}
          title={<PageTitle title={t("verify.title")} />}
          below={
            <details className="technical" open={lines(keys).length === 0}>
              <summary>{t("verify.keys")}</summary>
              <label htmlFor="keys" className="sm i2">
                {t("verify.keys.hint")}
              </label>
              <textarea
                id="keys"
                className="field mono"
                rows={4}
                spellCheck={false}
                value={keys}
                onChange={(event) => {
                  setKeys(event.target.value);
                  remembered.set("pinnedKeys", event.target.value);
                }}
              />
            </details>
          }
        />
      </main>
    </VerifierContext.Provider>
  );
}

applyLook();
setupTexts(verifyFileTexts);
const root = document.getElementById("root");
if (!root) throw new Error("verify.html has no #root");
createRoot(root).render(<VerifyFile />);
