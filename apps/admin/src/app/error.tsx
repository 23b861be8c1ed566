"use client";
import { Button } from "../components/Button.tsx";
import { Wordmark } from "../components/Wordmark.tsx";

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Nothing could be made: most often the database is away. */
export default function ConsoleError({ error, reset }: Props) {
  return (
    <main className="mx-auto max-w-[40rem] px-6 pt-[18vh]" role="alert">
      <Wordmark />
      <h1 className="text-xl mt-6">The admin can't read its database</h1>
      <p className="text-ink-2 text-md mt-2 mb-4">
        The keeper goes on without this page. Check that Postgres runs and that DATABASE_URL of the admin is
        right; the admin's log has the cause{error.digest === undefined ? "" : ` under ${error.digest}`}.
      </p>
      <Button onClick={reset}>Try again</Button>
    </main>
  );
}
