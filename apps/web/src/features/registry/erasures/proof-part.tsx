import type { ErasureLine } from "@mingbai/registry/views/erasures";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { download } from "../../../ui/download.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PaperButton } from "../../../ui/paper-button.tsx";
import { fetchErasureProof } from "./fetch-erasure-proof.ts";

const fileChars = 8;

/** The proof of deletion, on paper and as a file that anyone checks without asking this server. */
export function ProofPart({ row }: { row: ErasureLine }) {
  const { t } = useText();
  const [state, setState] = useState<"ready" | "running" | "failed">("ready");
  const name = `${t("erasures.proof.file")}-${row.erasure.slice(0, fileChars)}`;
  const save = async () => {
    setState("running");
    try {
      const content = await fetchErasureProof(row);
      download({ name: `${name}.json`, type: "application/json", content: [content] });
      setState("ready");
    } catch (cause) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(cause);
      setState("failed");
    }
  };
  return (
    <section aria-labelledby="erasure-proof" className="no-print">
      <h2 id="erasure-proof">{t("erasures.proof")}</h2>
      <p className="i2">{t("erasures.proof.what")}</p>
      <div className="row wrap">
        <button type="button" className="btn p" disabled={state === "running"} onClick={() => void save()}>
          <Icon name="down" />
          {t("erasures.proof.save")}
        </button>
        <PaperButton kind="erasure" id={row.erasure} file={name} />
        <Link className="btn s t" to="/verify">
          {t("erasures.proof.verify")}
        </Link>
      </div>
      {state === "failed" && (
        <p className="bad" role="alert">
          {t("erasures.proof.failed")}
        </p>
      )}
      <p className="sm i3">{t("erasures.proof.word")}</p>
    </section>
  );
}
