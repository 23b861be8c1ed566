type PipsProps = {
  readonly signed: number;
  readonly required: number;
  /** The next one is the reader's. */
  readonly yourTurn?: boolean;
};

/** One pip for each required signature, with the count in words beside it. */
export function Pips({ signed, required, yourTurn = false }: PipsProps) {
  const pips = Array.from({ length: required }, (_, at) => ({
    at,
    kind: at < signed ? "signed" : at === signed && yourTurn ? "yours" : "open",
  }));
  return (
    <span className="inline-flex items-center gap-[7px] whitespace-nowrap">
      <span className="pips" aria-hidden="true">
        {pips.map(({ at, kind }) => (
          <i key={at} data-pip={kind} />
        ))}
      </span>
      <span className="font-medium">
        {signed} of {required}
      </span>
    </span>
  );
}
