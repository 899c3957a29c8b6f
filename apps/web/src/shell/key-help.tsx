import { useEffect, useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { exportKeys } from "../ui/export-files.tsx";
import { usePageGroups } from "./use-page-groups.ts";

/** All keys, in a native dialog. */
export function KeyHelp({ open, close }: { open: boolean; close(): void }) {
  const { t } = useText();
  const pageGroups = usePageGroups();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const rows: [string[], string][] = [
    [["Ctrl", "K"], t("shell.keys.find")],
    ...pageGroups.flatMap(({ pages }) =>
      pages.map(({ letter, name }): [string[], string] => [
        ["G", letter.toUpperCase()],
        t("shell.keys.go", { page: t(name) }),
      ]),
    ),
    [["J", "K"], t("shell.keys.move")],
    [["Enter"], t("shell.keys.open")],
    [["/"], t("shell.keys.filter")],
    ...exportKeys(t).map(({ press, does }): [string[], string] => [press, does]),
    [["←", "→"], t("shell.keys.steps")],
    [["P"], t("shell.keys.pause")],
    [["Esc"], t("shell.keys.close")],
    [["?"], t("shell.keys.help")],
  ];
  return (
    <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title" onClose={close}>
      <div className="row">
        <h2 id="key-help-title">{t("shell.keys.title")}</h2>
        <span className="sp" />
        <button type="button" className="plain iconbtn" onClick={close}>
          <kbd>Esc</kbd>
          <span className="sr">{t("ui.close")}</span>
        </button>
      </div>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
