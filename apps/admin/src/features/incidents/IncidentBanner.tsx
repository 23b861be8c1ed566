import { Age } from "../../components/Age.tsx";
import { Icon } from "../../components/Icon.tsx";
import { loadOpenIncidents } from "./loadOpenIncidents.ts";

/** The worst open incident in one line, and how many more there are. It can't be dismissed while it is open. */
export async function IncidentBanner({ segment }: { readonly segment: string }) {
  const [worst, ...more] = await loadOpenIncidents(segment);
  if (worst === undefined) return null;
  return (
    <div className="banner" data-level={worst.level} role="status">
      <Icon name={worst.icon} />
      <span className="flex-1 min-w-0">
        <b className="font-semibold">Incident {worst.id}.</b> {worst.summary}
        {more.length > 0 && <span className="text-ink-2"> And {more.length} more.</span>}
      </span>
      <span className="whitespace-nowrap font-semibold">
        <Age at={worst.openedAt} />
      </span>
    </div>
  );
}
