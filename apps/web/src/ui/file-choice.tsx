import { Icon } from "./icon.tsx";

const tables =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * A table to be chosen from this computer, or another in its place. Around it stand its name (`<id>-name`), what it should be
 * (`<id>-hint`) and what was read (`<id>-read`).
 */
export function FileChoice({
  id,
  words,
  isChosen,
  isOff = false,
  choose,
}: {
  id: string;
  words: string;
  isChosen: boolean;
  isOff?: boolean;
  choose(file: File): void;
}) {
  return (
    <p className="list-choose">
      <input
        id={id}
        type="file"
        className="sr"
        accept={tables}
        disabled={isOff}
        aria-labelledby={`${id}-name ${id}-press`}
        aria-describedby={`${id}-hint ${id}-read`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) choose(file);
          // Chosen again after mending, the same name must be read again.
          target.value = "";
        }}
      />
      <label htmlFor={id} id={`${id}-press`} className="btn s">
        <Icon name={isChosen ? "file" : "plus"} size={14} />
        {words}
      </label>
    </p>
  );
}
