type HashBlockProps = {
  /** 32 bytes with 0x. */
  readonly value: string;
  readonly size?: "small" | "normal" | "large";
  readonly upper?: boolean;
};

/** A hash in groups of four, never shortened: the shape that a person compares with a device. */
export function HashBlock({ value, size = "normal", upper = false }: HashBlockProps) {
  const groups = (value.slice(2).match(/.{4}/g) ?? []).map((text, place) => ({ text, place }));
  return (
    <>
      <span className="sr-only">{value}</span>
      <span className="hash" data-size={size} data-case={upper ? "upper" : "lower"} aria-hidden="true">
        {groups.map(({ text, place }) => (
          <span key={place}>{text}</span>
        ))}
      </span>
    </>
  );
}
