import type { ReactNode } from "react";
import { LevelBadge } from "./LevelBadge.tsx";

type StatProps = {
  readonly label: string;
  /** null when it could not be told. */
  readonly value: {
    readonly whole: string;
    readonly fraction?: string;
    readonly unit: string;
    readonly exact?: string;
  } | null;
  readonly meaning: ReactNode;
  readonly asOf: ReactNode;
  readonly hero?: boolean;
  readonly stale?: boolean;
};

/** One cell of the ruled band: label, value, one line of meaning, as-of. Unknown has its own look and is never zero. */
export function Stat({ label, value, meaning, asOf, hero = false, stale = false }: StatProps) {
  return (
    <div className={hero ? "hero" : undefined}>
      <span className="stat-label">{label}</span>
      {value === null ? (
        <span className="my-[8px]">
          <LevelBadge level="unknown" />
        </span>
      ) : (
        <span className={stale ? "stat-value stale" : "stat-value"} title={value.exact}>
          {value.whole}
          {value.fraction !== undefined && <span className="fraction">.{value.fraction}</span>}{" "}
          <small>{value.unit}</small>
        </span>
      )}
      <span className="meaning">{meaning}</span>
      {asOf}
    </div>
  );
}
