import { type ReactNode, type RefObject, useId } from "react";
import { Icon } from "../../ui/icon.tsx";

/** A public file, opened: what it is for, the button, and below what was read from it or what is wrong with it. */
export function PublicFileField({
  opener,
  name,
  note,
  press,
  accept,
  read,
  fault,
  open,
}: {
  opener?: RefObject<HTMLInputElement | null>;
  name: string;
  note: string;
  press: string;
  accept: string;
  /** What was read. */
  read: string | undefined;
  /** What is wrong with it. */
  fault: ReactNode | undefined;
  open(file: File): Promise<void>;
}) {
  const id = useId();
  return (
    <div>
      <b id={`${id}-name`}>{name}</b>
      <p className="sm i2" id={`${id}-note`}>
        {note}
      </p>
      <p className="public-file">
        <input
          ref={opener}
          id={id}
          type="file"
          className="sr"
          accept={accept}
          aria-labelledby={`${id}-name ${id}-press`}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void open(file);
            // Chosen again after mending, the same name must be read again.
            target.value = "";
          }}
        />
        <label htmlFor={id} id={`${id}-press`} className="btn s">
          <Icon name="plus" size={14} />
          {press}
        </label>
      </p>
      <p className="sm row" role="status">
        {read !== undefined && (
          <>
            <Icon name="tick" size={14} className="ok" />
            {read}
          </>
        )}
      </p>
      {fault !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{fault}</span>
        </p>
      )}
    </div>
  );
}
