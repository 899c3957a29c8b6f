import { endMailOf } from "@mingbai/sdk/settings";
import { useState } from "react";
import { useParams } from "react-router";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { PageTitle } from "../../ui/page-title.tsx";

/** Where the last line of a mail leads: one button ends these mails. Opening the page changes nothing. */
export function Component() {
  const { t } = useText();
  const { token = "" } = useParams();
  const { running, fault, attempt } = useAttempt();
  const [isEnded, setEnded] = useState(false);
  const end = () =>
    attempt(async () => {
      await endMailOf(nodeClient, token);
      setEnded(true);
    });
  return (
    <div className="page">
      <PageTitle title={t("notices.end.title")} />
      <p className="i2">{t("notices.end.lead")}</p>
      {!isEnded && (
        <p>
          <button type="button" className="btn p" aria-disabled={running} onClick={() => void end()}>
            {t("notices.end.do")}
          </button>
        </p>
      )}
      <p role="status">{isEnded && t("notices.end.done")}</p>
      {fault && (
        <p className="bad" role="alert">
          {t("notices.end.failed", { why: fault })}
        </p>
      )}
    </div>
  );
}
