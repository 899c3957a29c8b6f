import type { Purpose } from "@mingbai/registry/schema";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Icon } from "../../../ui/icon.tsx";
import { remembered } from "../../../ui/remembered.ts";
import { Signing } from "../../../ui/signing.tsx";
import { PurposeChoice } from "../file/purpose-choice.tsx";
import { purposesOf, usualPurpose } from "../file/purposes-of.ts";
import type { HouseholdFilter } from "./list-address.ts";
import { filesExportedMax, useFilesExport } from "./use-files-export.ts";

/** Whole files of the list as a workbook: what for is said and signed, and every household sees it. */
export function FilesExport({ filter, count }: { filter: HouseholdFilter; count: number }) {
  const { t } = useText();
  const roles = useSession()?.roles ?? [];
  const purposes = purposesOf(roles);
  const [chosen, setChosen] = useState<Purpose>();
  const purpose = chosen ?? usualPurpose(roles, remembered.get("filePurpose")) ?? purposes[0] ?? "entry";
  const { save, progress, running } = useFilesExport(filter, { count, purpose });
  const [isSigning, setSigning] = useState(false);
  const values = { count, purpose: t(`purpose.${purpose}`) };
  return (
    <>
      <button
        type="button"
        className="btn t"
        disabled={running || count === 0 || count > filesExportedMax}
        title={count > filesExportedMax ? t("registry.files.tooMany", { max: filesExportedMax }) : undefined}
        onClick={() => setSigning(true)}
      >
        <Icon name="down" size={14} />
        {t("registry.files.export")}
      </button>
      {progress !== "" && (
        <span className="sm i2 num" role="status">
          {progress}
        </span>
      )}
      {isSigning && (
        <Signing
          title={t("registry.files.export")}
          sentence={t("registry.files.sentence", values)}
          verb={t("people.sign")}
          sign={async () => {
            save("xlsx");
            setSigning(false);
          }}
          close={() => setSigning(false)}
        >
          {purposes.length > 1 && <PurposeChoice purposes={purposes} chosen={purpose} choose={setChosen} />}
        </Signing>
      )}
    </>
  );
}
