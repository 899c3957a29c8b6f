import { fetchFile } from "@mingbai/sdk/files";
import type { FileRef } from "@mingbai/workflow/content";
import { useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { useProblemWords } from "../../session/problem-words.ts";
import { download } from "../../ui/download.ts";
import { bytesText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { State } from "../../ui/state.tsx";

/** The papers of one version. Each is opened from the vault, and the opening recorded; nothing is shown in the page. */
export function FilesTable({ files, before }: { files: readonly FileRef[]; before: readonly FileRef[] | undefined }) {
  const { t } = useText();
  const wordsOf = useProblemWords();
  const [said, setSaid] = useState("");
  const fetchOne = async ({ file, name }: FileRef) => {
    setSaid(t("matter.files.fetching", { name }));
    try {
      const bytes = await fetchFile(nodeClient, { file });
      // As plain bytes, so that no browser runs what a file may hold.
      download({ name, type: "application/octet-stream", content: [bytes] });
      setSaid(t("matter.files.fetched", { name }));
    } catch (problem) {
      setSaid(t("matter.files.failed", { name, why: wordsOf(problem) }));
    }
  };
  const isNew = ({ file }: FileRef) => before !== undefined && !before.some((old) => old.file === file);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="matter-files">
      <h2 id="matter-files">
        {t("matter.field.files")} <small className="i3">{t("matter.files.who", { count: files.length })}</small>
      </h2>
      <table className="tbl files-table">
        <caption className="sr">{t("matter.field.files")}</caption>
        <thead className="sr">
          <tr>
            <th scope="col">{t("matter.files.name")}</th>
            <th scope="col">{t("matter.files.size")}</th>
            <th scope="col">{t("matter.files.since")}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.file}>
              <th scope="row">
                <button type="button" className="plain file-button" onClick={() => void fetchOne(file)}>
                  <Icon name="file" />
                  {file.name}
                </button>
                {file.untrusted && (
                  <State icon="warn" tone="warn">
                    {t("matter.files.untrusted")}
                  </State>
                )}
              </th>
              <td className="r i2 num">{bytesText(file.bytes)}</td>
              <td>
                {isNew(file) ? (
                  <State icon="pencil" tone="ok">
                    {t("matter.files.new")}
                  </State>
                ) : (
                  <span className="i3">{before === undefined ? "" : t("matter.files.same")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sm i2" role="status">
        {said}
      </p>
    </section>
  );
}
