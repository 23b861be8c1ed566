import { AsOf, type AsOfFacts } from "../../components/AsOf.tsx";
import { Stat } from "../../components/Stat.tsx";
import type { StripView } from "./stripOf.ts";

type StripProps = { readonly view: StripView; readonly asOf: AsOfFacts };

/** The key figures in one ruled band. */
export function Strip({ view, asOf }: StripProps) {
  return (
    <section className="panel strip mb-4" aria-label="Key figures">
      {view.map(({ label, value, meaning, facts, hero }) => (
        <Stat
          key={label}
          label={label}
          value={value}
          meaning={meaning}
          hero={hero ?? false}
          asOf={<AsOf {...asOf} facts={[...facts, ...asOf.facts]} />}
        />
      ))}
    </section>
  );
}
