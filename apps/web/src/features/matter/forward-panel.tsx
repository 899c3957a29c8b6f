import { organisationsView } from "@mingbai/identity/views";
import type { MatterDetail } from "@mingbai/workflow/views";
import { useId, useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";

/** To whom: one touch on an organisation; words are not needed. */
export function ForwardPanel({
  matter,
  onReady,
  onLeave,
}: {
  matter: MatterDetail;
  onReady(to: { id: string; name: string; message: string }): void;
  onLeave(): void;
}) {
  const { t, language } = useText();
  const id = useId();
  const [message, setMessage] = useState("");
  const asked = useView(organisationsView, {});
  const parties = [matter.addressee.id, matter.holder.id, matter.applicant.organisation];
  return (
    <section
      className="act-panel"
      aria-label={t("matter.do.forwardMatter")}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      <label htmlFor={id}>{t("matter.forward.ask")}</label>
      <input
        id={id}
        className="field"
        maxLength={500}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <p className="sm i2">{t("matter.forward.to")}</p>
      <PageState asked={asked} what={t("matter.forward.what")} rows={2}>
        {({ rows }) => (
          <ul className="chips">
            {rows
              .filter((row) => !parties.includes(row.id))
              .map((row, index) => (
                <li key={row.id}>
                  <button
                    type="button"
                    className="btn"
                    ref={(button) => {
                      if (index === 0 && message === "") button?.focus();
                    }}
                    onClick={() => onReady({ id: row.id, name: row.name[language], message: message.trim() })}
                  >
                    {row.name[language]}
                  </button>
                </li>
              ))}
          </ul>
        )}
      </PageState>
      <div className="row">
        <span className="sp" />
        <button type="button" className="btn" onClick={onLeave}>
          {t("matter.leave")} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}
