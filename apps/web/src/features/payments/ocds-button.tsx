import { useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { download } from "../../ui/download.ts";
import { Icon } from "../../ui/icon.tsx";
import { collectOcds, type OcdsAsked } from "./collect-ocds.ts";

/** Hands payments out as open data (OCDS 1.1), in the names that pages show. */
export function OcdsButton({ asked, file, small = false }: { asked: OcdsAsked; file: string; small?: boolean }) {
  const { t } = useText();
  const [state, setState] = useState<"ready" | "running" | "failed">("ready");
  const save = async () => {
    setState("running");
    try {
      download({
        name: `${file}.json`,
        type: "application/json",
        content: [await collectOcds(asked, nodeClient.send)],
      });
      setState("ready");
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setState("failed");
    }
  };
  return (
    <>
      <button
        type="button"
        className={small ? "btn s t nw" : "btn t nw"}
        disabled={state === "running"}
        title={t("payments.ocds.words")}
        onClick={() => void save()}
      >
        <Icon name="down" size={14} />
        {t("payments.ocds")}
      </button>
      {state === "failed" && (
        <span className="sm bad" role="alert">
          {t("ui.export.failed")}
        </span>
      )}
    </>
  );
}
