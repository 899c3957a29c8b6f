import "../../registry/members/members.css";
import "../../apply/apply.css";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

/** A form beside the page it is about, its first field in hand; Escape leaves it. */
export function ActDrawer({ title, close, children }: { title: string; close(): void; children: ReactNode }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("form :is(input, select, textarea)")?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={titleId} onClose={close}>
      <div className="row">
        <p id={titleId} className="sm i2">
          {title}
        </p>
        <span className="sp" />
        <button type="button" className="plain iconbtn" aria-label={t("ui.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
