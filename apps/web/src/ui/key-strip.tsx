/** The keys of this page, along its foot; hidden on phones and in print. */
export function KeyStrip({ keys }: { keys: readonly { readonly press: readonly string[]; readonly does: string }[] }) {
  return (
    <div className="key-strip">
      {keys.map(({ press, does }) => (
        <span key={does}>
          {press.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </span>
      ))}
    </div>
  );
}
