import "./drawer.css";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";

/** What is done beside the page it is about, the first field of its form in hand; Escape leaves it. */
export function Drawer({
  title,
  isQuiet = false,
  close,
  children,
}: {
  title: string;
  /** What is in it has a heading of its own. */
  isQuiet?: boolean;
  close(): void;
  children: ReactNode;
}) {
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
        {isQuiet ? (
          <p id={titleId} className="sm i2">
            {title}
          </p>
        ) : (
          <h2 id={titleId}>{title}</h2>
        )}
        <span className="sp" />
        <button type="button" className="plain iconbtn" aria-label={t("ui.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
