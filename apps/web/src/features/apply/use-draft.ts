import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type DraftConflict, deleteDraft, findDraftConflict, saveDraft } from "@mingbai/sdk/contents";
import { useCallback, useEffect, useRef, useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useProblemWords } from "../../session/problem-words.ts";

const typingPauseMs = 400;
const againMs = 5_000;
const labelCharsMax = 100;

/** saved: on the node since `savedMs`; unsaved: a change is on its way; failed: kept here and tried again. */
export interface DraftState {
  readonly kind: "new" | "saved" | "unsaved" | "failed";
  readonly savedMs?: number;
  readonly why?: string;
}

/** How drafts of one form are named, stored and read back. */
export interface DraftForm<Content> {
  labelOf(content: Content): string;
  store(content: Content): CanonicalObject;
  /** Throws where it is no draft of this form. */
  read(stored: object): Content;
}

/**
 * A draft that is saved at every change, one save after another. Another page that was faster is not overwritten: both
 * are in `conflict` until the person has chosen.
 */
export function useDraft<Content extends object>(
  start: { readonly id: string; readonly version: number; readonly savedMs?: number; readonly draft: Content },
  form: DraftForm<Content>,
) {
  const wordsOf = useProblemWords();
  const [draft, setDraft] = useState(start.draft);
  const [state, setState] = useState<DraftState>(
    start.savedMs === undefined ? { kind: "new" } : { kind: "saved", savedMs: start.savedMs },
  );
  const [conflict, setConflict] = useState<DraftConflict>();
  const version = useRef(start.version);
  const savedAt = useRef(nodeClient.url);
  const latest = useRef(start.draft);
  const stored = useRef(start.draft);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOver = useRef(false);

  const save = useCallback(async () => {
    if (running.current || isOver.current || latest.current === stored.current) return;
    running.current = true;
    const content = latest.current;
    // Drafts lie at one node: another that the page went on to has none of this yet.
    if (savedAt.current !== nodeClient.url) version.current = 0;
    savedAt.current = nodeClient.url;
    try {
      const label = form.labelOf(content).slice(0, labelCharsMax);
      const saved = await saveDraft(nodeClient, start.id, {
        version: version.current,
        ...(label === "" ? {} : { label }),
        content: form.store(content),
      });
      version.current = saved.version;
      stored.current = content;
      setState({ kind: "saved", savedMs: saved.savedMs });
    } catch (problem) {
      const both = findDraftConflict(problem);
      const hasMoved = savedAt.current !== nodeClient.url;
      if (both && hasMoved) timer.current = setTimeout(() => void save());
      else if (both) setConflict(both);
      else {
        setState({ kind: "failed", why: wordsOf(problem) });
        timer.current = setTimeout(() => void save(), againMs);
      }
    } finally {
      running.current = false;
      if (stored.current === content && latest.current !== content)
        timer.current = setTimeout(() => void save(), typingPauseMs);
    }
  }, [start.id, wordsOf, form]);

  const change = useCallback(
    (part: Partial<Content> | ((content: Content) => Partial<Content>)) => {
      latest.current = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
      setDraft(latest.current);
      setState((before) => ({ ...before, kind: "unsaved" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), typingPauseMs);
    },
    [save],
  );
  useEffect(() => {
    // Leaving the page saves what was typed last without waiting for a pause.
    const onHide = () => void save();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      clearTimeout(timer.current);
      void save();
    };
  }, [save]);

  const settle = (take: "mine" | "theirs") => {
    const theirs = conflict?.stored;
    setConflict(undefined);
    version.current = theirs?.version ?? 0;
    if (take === "theirs" && theirs) {
      const read = form.read(theirs.content);
      latest.current = read;
      stored.current = read;
      setDraft(read);
      setState({ kind: "saved", savedMs: theirs.savedMs });
      return;
    }
    void save();
  };
  /** After it was sent: no draft is left behind. */
  const finish = async () => {
    isOver.current = true;
    clearTimeout(timer.current);
    if (version.current > 0) await deleteDraft(nodeClient, start.id);
  };
  return { draft, change, state, conflict, settle, finish, latest };
}
