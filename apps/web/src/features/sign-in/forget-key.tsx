import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";

/** Deletes the key in hand, after saying that there is no other copy. */
export function ForgetKey({ forget }: { forget(): void }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <p>
        <button type="button" className="plain link" onClick={() => setAsking(true)}>
          {t("signIn.forget")}
        </button>
      </p>
    );
  }
  return (
    <div className="note bad forget" role="alert">
      <div>
        <p>{t("signIn.forget.sure")}</p>
        <p className="row wrap">
          <button type="button" className="btn s" onClick={() => setAsking(false)}>
            {t("signIn.forget.keep")}
          </button>
          <button type="button" className="btn s" onClick={forget}>
            {t("signIn.forget.do")}
          </button>
        </p>
      </div>
    </div>
  );
}
