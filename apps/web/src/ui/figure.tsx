import { Popover } from "antd";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { Money } from "./money.tsx";
import { useFormat } from "./use-format.ts";

/** A line of what a figure is made of; `to` opens the records behind it. */
export interface FigurePart {
  readonly label: string;
  readonly note?: string;
  readonly minor: number;
  readonly to?: string;
}

export interface FigureParts {
  readonly parts: readonly FigurePart[];
  /** Ledger height that the figure was read at. */
  readonly height: number;
  readonly ways?: readonly { readonly label: string; readonly to: string }[];
}

function Opened({
  minor,
  opened,
  titleId,
  close,
}: {
  minor: number;
  opened: FigureParts;
  titleId: string;
  close(): void;
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const dialog = useRef<HTMLDivElement>(null);
  const closing = useRef(close);
  closing.current = close;
  // Focus arrives here when the figure opens, so that Esc and Tab work from inside; Esc closes this layer only.
  useEffect(() => {
    const node = dialog.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      closing.current();
    };
    node?.focus();
    node?.addEventListener("keydown", onKey);
    return () => node?.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="figure-open" role="dialog" aria-labelledby={titleId} tabIndex={-1} ref={dialog}>
      <div className="row head">
        <b id={titleId}>{t("ui.madeOf", { amount: moneyWithUnit(minor) })}</b>
        <span className="sp" />
        <button type="button" className="plain iconbtn" onClick={close}>
          <kbd>Esc</kbd>
          <span className="sr">{t("ui.close")}</span>
        </button>
      </div>
      <table className="tbl">
        <tbody>
          {opened.parts.map((part) => (
            <tr key={part.label}>
              <th scope="row">
                {part.label}
                {part.note && <span className="i3 sm"> {part.note}</span>}
              </th>
              <td className="r">
                {part.to ? (
                  <Link className="opens" to={part.to} onClick={close}>
                    <Money minor={part.minor} />
                  </Link>
                ) : (
                  <Money minor={part.minor} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ui.total")}</th>
            <td className="r">
              <Money minor={minor} />
            </td>
          </tr>
        </tfoot>
      </table>
      <div className="row wrap foot sm">
        <span className="i2">{t("ui.readTo", { height: opened.height.toLocaleString("en-US") })}</span>
        <span className="sp" />
        {opened.ways?.map((way) => (
          <Link key={way.to} to={way.to} onClick={close}>
            {way.label}
          </Link>
        ))}
      </div>
    </div>
  );
}

/** A figure that opens: dotted underline, click or Enter shows the lines it adds up from, each with its way on. */
export function Figure({ minor, opened, children }: { minor: number; opened: FigureParts; children?: ReactNode }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<Opened minor={minor} opened={opened} titleId={titleId} close={close} />}
    >
      <button type="button" ref={button} className="plain opens figure" aria-expanded={open}>
        {children ?? <Money minor={minor} />}
        <span className="sr">{t("ui.openFigure")}</span>
      </button>
    </Popover>
  );
}
