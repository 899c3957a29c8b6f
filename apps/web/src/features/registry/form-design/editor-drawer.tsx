import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

/** What is being changed, beside the page, from its first field on; Escape leaves it as it was. */
export function EditorDrawer({ title, close, children }: { title: string; close(): void; children: ReactNode }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={titleId} onClose={close}>
      <div className="row">
        <h2 id={titleId}>{title}</h2>
        <span className="sp" />
        <button type="button" className="plain iconbtn" aria-label={t("ui.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
