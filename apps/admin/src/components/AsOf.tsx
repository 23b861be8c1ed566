"use client";
import { useId } from "react";
import { useNow } from "../live/useNow.ts";
import { ageOf } from "./ageOf.ts";
import { sayAge } from "./sayAge.ts";

export type AsOfFacts = {
  /** Said before the age: `Block 26,471,308`. */
  readonly label: string;
  /** Unix seconds of the block or the reading. */
  readonly at: number;
  /** Seconds after which the figure is stale. */
  readonly limit: number;
  /** What stands behind the figure: source, block hash, raw reading, second source. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};

/** Where a number comes from and how old it is: a filled dot is fresh, a ring ageing, a hatched square stale. */
export function AsOf({ label, at, limit, facts }: AsOfFacts) {
  const id = useId();
  const age = useNow() - at;
  return (
    <>
      <button
        type="button"
        className="asof hover:underline"
        data-age={ageOf(age, limit)}
        popoverTarget={id}
        suppressHydrationWarning
      >
        {label}, {sayAge(age)}
      </button>
      <div id={id} popover="auto" className="asof-card">
        <p className="font-semibold mb-1">Where this comes from</p>
        <dl>
          {[
            ...facts,
            {
              name: "Block time",
              value: `${new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`,
            },
          ].map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
