import { type ReactNode, useId } from "react";

/** A field with its name above and a hint below. */
export function Field({ name, note, children }: { name: string; note?: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {name}
      </label>
      {children(id)}
      {note !== undefined && <p className="sm i3">{note}</p>}
    </div>
  );
}
