/** Until when a head was asked, how it ended, and what each side wrote. */
export function RequestNote({
  lines,
  said,
}: {
  readonly lines: readonly string[];
  readonly said: readonly { readonly label: string; readonly text: string }[];
}) {
  return (
    <>
      <p>{lines.join(' · ')}</p>
      {said.map(({ label, text }) => (
        <p key={label}>
          {label}: <span>{text}</span>
        </p>
      ))}
    </>
  );
}
