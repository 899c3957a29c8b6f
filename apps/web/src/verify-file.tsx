import "./strict-policy.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./features/verify/verify.css";
import "./features/verify/verify-file.css";
import { isDayProof } from "@mingbai/sdk/day-proof";
import { isErasureProof } from "@mingbai/sdk/erasure-proof";
import { verifyDayProof } from "@mingbai/sdk/verify-day-proof";
import { verifyErasureProof } from "@mingbai/sdk/verify-erasure-proof";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { keyLines } from "./features/verify/key-lines.ts";
import { shownVerdict } from "./features/verify/shown-verdict.ts";
import { TrustedKeys } from "./features/verify/trusted-keys.tsx";
import type { VerifyDay, VerifyErasure, VerifyReceipt } from "./features/verify/verdict.ts";
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

const verifyNow: VerifyReceipt = async (text, { pinnedKeys }) =>
  shownVerdict(verifyReceipt(text, { pinnedKeys }), pinnedKeys);

const verifyDayNow: VerifyDay = async (text, { pinnedKeys }) =>
  isDayProof(text) ? verifyDayProof(text, { pinnedKeys }) : undefined;

const verifyErasureNow: VerifyErasure = async (text, { pinnedKeys }) =>
  isErasureProof(text) ? verifyErasureProof(text, { pinnedKeys }) : undefined;

/** Each asks no server. */
const verifiers = { verify: verifyNow, verifyDay: verifyDayNow, verifyErasure: verifyErasureNow };

/** The verify page as one file: no server, no network (its policy forbids any), keys shown and open to change. */
function VerifyFile() {
  const { t } = useText();
  const [keys, setKeys] = useState(() => remembered.get("pinnedKeys") ?? givenKeys());
  const verifier = useMemo(() => ({ ...verifiers, pinnedKeys: keyLines(keys) }), [keys]);
  return (
    <VerifierContext.Provider value={verifier}>
      <VerifyFileBar />
      <main>
        <VerifyPanel
          zoneOffsetMinutes={chinaOffsetMinutes}
          title={<PageTitle title={t("verify.title")} />}
          below={
            <TrustedKeys
              text={keys}
              onChange={(text) => {
                setKeys(text);
                remembered.set("pinnedKeys", text);
              }}
            />
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
