import { uploadFile } from "@mingbai/sdk/files";
import { type FileRef, filesMax } from "@mingbai/workflow/content";
import { type RefObject, useEffect, useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { useProblemWords } from "../../session/problem-words.ts";
import { bytesText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { State } from "../../ui/state.tsx";
import type { ApplicationDraft } from "./application-draft.ts";

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly part: number;
  readonly why?: string;
}

/** Papers: sent as they are chosen, each with its progress; refused ones say why. */
export function FilesPart({
  latest,
  files,
  onChange,
  onSending,
}: {
  /** The draft as it is when a file has arrived: others may have come meanwhile. */
  latest: RefObject<ApplicationDraft>;
  files: readonly FileRef[];
  onChange(files: FileRef[]): void;
  /** Whether papers are on their way: nothing may be sent without them. */
  onSending(isSending: boolean): void;
}) {
  const { t } = useText();
  const wordsOf = useProblemWords();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const isSending = sending.some(({ why }) => why === undefined);
  useEffect(() => onSending(isSending), [isSending, onSending]);
  const set = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const sendOne = async (file: File) => {
    const key = crypto.randomUUID();
    setSending((all) => [...all, { key, name: file.name, part: 0 }]);
    try {
      const kept = await uploadFile(nodeClient, file, {
        onProgress: ({ sentBytes, totalBytes }) => set(key, { part: totalBytes === 0 ? 0 : sentBytes / totalBytes }),
      });
      const { file: id, name, type, bytes, untrusted } = kept;
      onChange([...latest.current.files, { file: id, name, type, bytes, untrusted }]);
      setSending((all) => all.filter((one) => one.key !== key));
    } catch (problem) {
      set(key, { why: wordsOf(problem) });
    }
  };
  return (
    <>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.file}>
            <Icon name="file" />
            <span className="file-name">
              {file.name} <span className="sm i3 num">{bytesText(file.bytes)}</span>
              {file.untrusted && (
                <State icon="warn" tone="warn">
                  {t("matter.files.untrusted")}
                </State>
              )}
            </span>
            <button
              type="button"
              className="btn s t"
              onClick={() => onChange(files.filter((one) => one.file !== file.file))}
            >
              {t("apply.file.remove", { name: file.name })}
            </button>
          </li>
        ))}
        {sending.map(({ key, name, part, why }) => (
          <li key={key}>
            <Icon name={why === undefined ? "file" : "cross"} />
            <span className="file-name">
              {name}
              {why === undefined ? (
                <progress aria-label={t("apply.file.sending", { name })} max={1} value={part} />
              ) : (
                <span className="bad sm" role="alert">
                  {" "}
                  {t("apply.file.refused", { why })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {files.length < filesMax && (
        <div className="form-field">
          <label htmlFor="apply-files">{t("apply.file.add")}</label>
          <input
            id="apply-files"
            type="file"
            multiple
            aria-describedby="apply-files-more"
            onChange={(event) => {
              const room = filesMax - files.length;
              for (const file of [...(event.target.files ?? [])].slice(0, room)) void sendOne(file);
              event.target.value = "";
            }}
          />
          <p id="apply-files-more" className="sm i3">
            {t("apply.file.hint")}
          </p>
        </div>
      )}
    </>
  );
}
