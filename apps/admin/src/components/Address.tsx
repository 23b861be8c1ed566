import { CopyButton } from "./CopyButton.tsx";

type AddressProps = {
  /** Checksummed, all 42 characters. */
  readonly value: string;
  /** From the address book, then the registry; null when nobody knows it. */
  readonly name?: string | null;
  readonly copy?: boolean;
};

/** Name first, then first and last four hex digits. The whole address is its title and what is copied. */
export function Address({ value, name, copy = false }: AddressProps) {
  return (
    <span className="inline-flex items-center gap-1.5 min-w-0">
      {name != null && name !== "" && <span className="font-medium truncate">{name}</span>}
      <span className="addr" title={value}>
        <span className="sr-only">{value}</span>
        <span aria-hidden="true">
          {value.slice(0, 6)}…{value.slice(-4)}
        </span>
      </span>
      {copy && <CopyButton value={value} what="address" />}
    </span>
  );
}
