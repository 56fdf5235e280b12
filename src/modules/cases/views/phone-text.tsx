// Words an officer wrote, in which a number after "telepon" or "nomor" can be called with a tap.
const spoken = /((?:telepon|nomor|phone)\s)(\+?\d[\d-]{1,14}\d)/gi;

export function PhoneText({ text }: { readonly text: string }) {
  const pieces = text.split(spoken);
  return (
    <>
      {pieces.map((piece, at) =>
        at % 3 === 2 ? (
          <a key={`${at} ${piece}`} href={`tel:${piece}`} class="num">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </>
  );
}
