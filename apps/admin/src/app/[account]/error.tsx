"use client";
import { Button } from "../../components/Button.tsx";
import { Icon } from "../../components/Icon.tsx";

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** A screen could not be made. The rest of the console stays. */
export default function ScreenError({ error, reset }: Props) {
  return (
    <div className="verdict panel" data-level="critical" role="alert">
      <Icon name="critical" />
      <div>
        <b className="font-semibold">This screen could not be made</b>
        <p>
          The keeper goes on; nothing was lost. Most often the database did not answer. Its log has the cause
          {error.digest === undefined ? "" : ` under ${error.digest}`}.
        </p>
        <div className="mt-3">
          <Button onClick={reset}>Try again</Button>
        </div>
      </div>
    </div>
  );
}
