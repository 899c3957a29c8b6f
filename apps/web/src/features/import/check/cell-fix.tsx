import { correctionCharsMax, isSameCell } from "@mingbai/registry/content/import/read/correct-cells";
import type { ImportFault } from "@mingbai/registry/content/import/read/import-fault";
import { type FormEvent, useId, useState, useSyncExternalStore } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { importDesk } from "../desk/import-desk.ts";
import { correctCell } from "./correct-cell.ts";

/**
 * What to do about a fault. Where it lies in one cell, that cell is filled in right here, beside what the file has; anything
 * else is mended in the file.
 */
export function CellFix({ fault }: { fault: ImportFault }) {
  const { t, language } = useText();
  const { corrections, busy } = useSyncExternalStore(importDesk.subscribe, importDesk.get);
  const [was, setWas] = useState<string>();
  const { sheet, line, cell } = fault;
  if (cell === undefined) return fault.todo[language];
  const place = { sheet, line, column: cell };
  const found = corrections.find((one) => isSameCell(one, place));
  const open = async () => setWas(found?.was ?? (await importDesk.thread.cell(place)));
  if (was !== undefined)
    return (
      <Fix
        was={was}
        text={found?.text ?? was}
        name={t("import.fix.of", { column: fault.column ?? "", line })}
        done={(text) => {
          if (text !== undefined) correctCell({ ...place, was, text });
          setWas(undefined);
        }}
      />
    );
  return (
    <span className="row wrap">
      {found ? <Fixed was={found.was} text={found.text} /> : <span>{fault.todo[language]}</span>}
      <button
        type="button"
        className="btn s"
        aria-label={t("import.fix.of", { column: fault.column ?? "", line })}
        disabled={busy !== undefined}
        onClick={() => void open()}
      >
        {t("import.fix")}
      </button>
    </span>
  );
}

/** What the file has, and what counts instead. */
export function Fixed({ was, text }: { was: string; text: string }) {
  const { t } = useText();
  const shown = (one: string) => (one.trim() === "" ? t("import.fix.empty") : one);
  return (
    <span>
      <del>{shown(was)}</del> <span aria-hidden="true">→</span> <ins>{shown(text)}</ins>
    </span>
  );
}

function Fix({
  was,
  text: first,
  name,
  done,
}: {
  was: string;
  text: string;
  name: string;
  done(text: string | undefined): void;
}) {
  const { t } = useText();
  const [text, setText] = useState(first);
  const id = useId();
  const put = (event: FormEvent) => {
    event.preventDefault();
    done(text);
  };
  return (
    <form className="cell-fix" onSubmit={put}>
      <label className="sm i2" htmlFor={id}>
        {t("import.fix.was", { was: was.trim() === "" ? t("import.fix.empty") : was })}
        <span className="sr"> {name}</span>
      </label>
      <span className="row">
        <input
          id={id}
          className="field"
          autoComplete="off"
          maxLength={correctionCharsMax}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") done(undefined);
          }}
        />
        <button type="submit" className="btn s p">
          {t("import.fix.put")}
        </button>
      </span>
    </form>
  );
}
